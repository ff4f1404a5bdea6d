"""When this happens, do that. The whole product's reactions and timed jobs, on one page."""

from __future__ import annotations

import procrastinate

from alongside.activity.events.listeners import LISTENERS
from alongside.activity.notices.kinds import KINDS
from alongside.config import kinds
from alongside.growth.archive import notices as archive
from alongside.growth.confirming import notices as confirming
from alongside.growth.decisions import notices as decisions
from alongside.growth.wins import notices as wins
from alongside.matching.likeness import notices as likeness
from alongside.matching.proposals import notices as proposals
from alongside.matching.publishing import notices as publishing
from alongside.matching.rematches import notices as rematches
from alongside.matching.requests import notices as requests
from alongside.matching.rounds import notices as rounds
from alongside.mentoring.advice import notices as advice
from alongside.mentoring.agreements import notices as agreements
from alongside.mentoring.attendance import notices as attendance
from alongside.mentoring.circles import notices as circles
from alongside.mentoring.common_ground import notices as common_ground
from alongside.mentoring.confidences import notices as confidences
from alongside.mentoring.feedback import notices as feedback
from alongside.mentoring.goals import notices as goals
from alongside.mentoring.health import notices as health
from alongside.mentoring.help import notices as help_notices
from alongside.mentoring.introductions import notices as introductions
from alongside.mentoring.learning import notices as learning
from alongside.mentoring.meetings import notices as meetings
from alongside.mentoring.mentorships import notices as mentorships
from alongside.mentoring.messages import notices as messages
from alongside.mentoring.pulse import notices as pulse
from alongside.mentoring.reviews import notices as reviews
from alongside.mentoring.soundings import notices as soundings
from alongside.mentoring.suggestions import notices as suggestions
from alongside.people.busy import notices as busy
from alongside.people.imports import notices as imports
from alongside.people.profiles import notices as profiles
from alongside.people.vouching import notices as vouching
from alongside.practice.comments import notices as comments
from alongside.practice.interviews import notices as interviews
from alongside.practice.rehearsals import notices as rehearsals
from alongside.practice.worksheets import notices as worksheets
from alongside.programmes.participations import notices as participations

KINDS += kinds.EVERY
LISTENERS += [
    ("person.agreed", profiles.begin_a_profile),
    ("archive.asked", archive.begin_the_work),
    ("archive.made", archive.tell_that_it_is_ready),
    ("career_decision.review_asked", decisions.ask_what_came_of_it),
    ("win.asked_about", wins.ask_what_came_of_it),
    ("confirmation.asked", confirming.tell_the_mentor_of_the_question),
    ("confirmation.given", confirming.tell_the_asker),
    ("confirmation.refused", confirming.tell_the_asker),
    ("calendar.followed", busy.read_what_is_new),
    ("position.changed", vouching.let_go_of_what_changed),
    ("launch.changed", vouching.let_go_of_what_changed),
    ("vouch.confirmed", vouching.tell_the_asker),
    ("vouch.declined", vouching.tell_the_asker),
    ("membership.joined", imports.place_by_roster),
    ("person.deactivated", requests.end_what_is_open),
    ("offer.changed", requests.move_the_line),
    ("offer.place_given_back", requests.move_the_line),
    ("series.planned", meetings.send_invitation_to_series),
    ("series.cancelled", meetings.send_end_of_series),
    ("meeting.planned", meetings.invite_to_what_is_near),
    ("comment.made", comments.put_on_the_next_agenda),
    ("meeting.planned", comments.fill_the_next_agenda),
    ("series.planned", comments.fill_the_next_agenda),
    ("series.cancelled", comments.fill_the_next_agenda),
    ("meeting.held", comments.fill_the_next_agenda),
    ("meeting.cancelled", comments.fill_the_next_agenda),
    ("meeting.invited", meetings.send_invitations),
    ("meeting.moved", meetings.send_updates),
    ("meeting.cancelled", meetings.send_cancellations),
    ("attendance.answered", attendance.tell_the_others_who_comes),
    ("suggestion.made", suggestions.tell_the_others_of_times),
    ("suggestion.declined", suggestions.tell_who_suggested_of_none),
    ("meeting.unprepared", meetings.remind_to_prepare),
    ("mentorship.ended", meetings.cancel_what_is_planned),
    ("advice.reported", advice.tell_the_mentor),
    ("membership.joined", participations.take_in_who_was_listed),
    ("membership.left", participations.end_with_the_membership),
    ("person.deactivated", participations.end_with_the_person),
    ("participation.joined", proposals.welcome_who_is_late),
    ("participation.left", proposals.end_with_who_left),
    ("brief.finished", proposals.fill_for_the_brief),
    ("offer.changed", proposals.fill_for_the_offer),
    ("offer.place_given_back", proposals.fill_for_the_offer),
    ("round.nudged", rounds.remind_who_is_not_ready),
    ("round.proposed", publishing.ask_a_second_pair_of_eyes),
    ("round.approved", publishing.tell_who_proposed),
    ("round.sent_back", publishing.tell_who_proposed),
    ("run.begun", publishing.begin_the_work),
    ("run.done", publishing.tell_who_decided),
    ("proposal.invited", proposals.invite_both),
    ("proposal.accepted", proposals.tell_the_other_of_the_yes),
    ("proposal.agreed", proposals.tell_both_of_the_beginning),
    ("proposal.declined", proposals.tell_the_other_of_the_end),
    ("proposal.declined", proposals.fill_the_place),
    ("proposal.lapsed", proposals.tell_the_other_of_the_end),
    ("proposal.lapsed", proposals.fill_the_place),
    ("proposal.withdrawn", proposals.tell_the_other_of_the_end),
    ("proposal.reminded", proposals.remind_who_is_silent),
    ("request.sent", requests.tell_the_mentor_of_it),
    ("request.reminded", requests.remind_the_mentor),
    ("request.accepted", requests.tell_the_mentee_of_acceptance),
    ("request.declined", requests.tell_the_mentee_of_decline),
    ("request.expired", requests.tell_the_mentee_of_the_end),
    ("request.withdrawn", requests.tell_the_mentor_of_withdrawal),
    ("request.chemistry_proposed", requests.tell_the_mentee_of_times),
    ("request.chemistry_picked", requests.tell_both_of_the_call),
    ("request.place_freed", requests.tell_the_mentor_of_it),
    ("request.place_freed", requests.tell_the_mentee_of_the_place),
    ("person.deactivated", circles.part_with_who_left),
    ("person.blocked", circles.part_with_who_is_blocked),
    ("mentorship.joined", mentorships.tell_the_circle_who_joined),
    ("mentorship.joined", meetings.invite_who_joined),
    ("circle.joined", mentorships.tell_the_circle_who_joined),
    ("circle.joined", meetings.invite_who_joined),
    ("mentorship.left", circles.tell_the_circle_who_left),
    ("mentorship.left", meetings.take_out_of_the_calendar_of_who_left),
    ("mentorship.left", introductions.end_what_is_under_way_of_who_left),
    ("mentorship.left", soundings.close_what_is_open_of_who_left),
    ("mentorship.left", worksheets.take_back_what_was_shared),
    ("mentorship.left", rehearsals.take_back_what_was_shared),
    ("mentorship.left", interviews.take_back_what_was_shared),
    ("mentorship.paused", mentorships.tell_the_others_of_a_pause),
    ("mentorship.resumed", mentorships.tell_the_others_of_going_on),
    ("mentorship.ended", mentorships.tell_the_others_of_the_end),
    ("mentorship.ended", rematches.tell_the_mentees_that_the_search_can_go_on),
    ("agreement.edited", agreements.tell_the_others_of_a_version),
    ("agreement.accepted", agreements.tell_who_is_waited_for),
    ("agreement.in_force", agreements.tell_all_that_it_is_in_force),
    ("message.sent", messages.tell_the_others),
    ("goal.set", goals.tell_the_others_of_it),
    ("goal.changed", goals.tell_the_others_of_it),
    ("goal.agreed", goals.tell_the_others_of_the_yes),
    ("goal.progressed", goals.tell_the_others_of_progress),
    ("goal.completed", goals.tell_the_others_of_the_result),
    ("alert.raised", health.tell_the_pair),
    ("alert.passed_on", health.tell_the_coordinators),
    ("concern.told", help_notices.tell_the_helper),
    ("concern.taken", help_notices.tell_the_asker),
    ("concern.closed", help_notices.tell_the_asker),
    ("mentorship.frozen", help_notices.tell_all_of_a_freeze),
    ("mentorship.frozen", meetings.cancel_what_is_planned),
    ("mentorship.thawed", help_notices.tell_all_of_going_on),
    ("learning.adopted", learning.tell_the_mentees),
    ("review.opened", reviews.tell_everybody),
    ("review.completed", reviews.tell_the_others_of_the_whole),
    ("pulse.opened", pulse.tell_everybody),
    ("confidence.shared", confidences.tell_the_mentor_of_trust),
    ("feedback.asked", feedback.tell_the_giver_of_the_question),
    ("feedback.given", feedback.tell_the_receiver),
    ("feedback.answered", feedback.tell_the_giver_of_the_answer),
    ("feedback.second_look_due", feedback.ask_for_the_second_look),
    ("feedback.looked_at_again", feedback.tell_the_receiver_of_the_second_look),
    ("common_ground.written", common_ground.ask_the_others_to_write),
    ("common_ground.completed", common_ground.tell_the_others_to_read),
    ("sounding.closed", soundings.tell_who_asked),
    ("sounding.shared", soundings.tell_the_others),
    ("mentorship.ended", soundings.close_what_is_open),
    ("interview.done", interviews.ask_the_others_to_read),
    ("rehearsal.planned", rehearsals.ask_the_others_to_listen),
    ("rehearsal.result_asked", rehearsals.ask_what_came_of_it),
    ("rehearsal.result_told", rehearsals.tell_the_others_of_the_result),
    ("rehearsal.decided", rehearsals.tell_the_others_of_the_decision),
    ("introduction.asked", introductions.tell_the_mentor_of_it),
    ("introduction.kept_back", introductions.tell_the_mentee_of_a_no),
    ("introduction.expired", introductions.tell_the_mentee_of_a_no),
    ("introduction.refused", introductions.tell_the_mentor_of_the_answer),
    ("introduction.withdrawn", introductions.tell_the_mentor_of_withdrawal),
    ("introduction.made", introductions.tell_both_of_the_yes),
    ("introduction.outcome_asked", introductions.ask_the_mentee),
    ("introduction.outcome_told", introductions.tell_the_mentor_of_the_outcome),
    ("introduction.thanked", introductions.tell_the_mentor_of_thanks),
    ("mentorship.ended", introductions.end_what_is_under_way),
]
LISTENERS += [
    ("profile.changed", likeness.take_of_who_wrote),
    ("import.applied", likeness.take_of_who_wrote),
    ("brief.begun", likeness.take_of_the_brief),
    ("brief.answered", likeness.take_of_the_brief),
]
LISTENERS += [
    (f"{part}.{change}", likeness.take_of_who_wrote)
    for part in likeness.WRITINGS
    for change in ("added", "changed", "removed")
]


def on_app_ready(app: procrastinate.App) -> None:
    """Register what happens with time."""
