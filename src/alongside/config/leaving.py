"""What leaves with a person in their archive, noun by noun, and what stays, with the reason."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.blocks.models import Block
from alongside.accounts.invitations.models import Invitation
from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.accounts.sessions.models import Session
from alongside.activity.devices.models import Device
from alongside.activity.events.models import Event
from alongside.activity.mail.models import Letter
from alongside.activity.notices.models import Notice, Preference
from alongside.activity.once.models import Once
from alongside.growth.archive.files import Filed
from alongside.growth.archive.models import Archive, Keepsake, KeptFile, Piece
from alongside.growth.archive.parts import stays, takes
from alongside.growth.confirming.models import Confirmation
from alongside.growth.decisions.models import CareerDecision
from alongside.growth.evidence.models import Evidence
from alongside.growth.evidence.settling import settle_all
from alongside.growth.frameworks.models import Aim, InUse, Target
from alongside.growth.habits.models import Habit, SelfCheck
from alongside.growth.journal.models import Entry
from alongside.growth.lessons.models import Attended
from alongside.growth.levels.models import LevelChange
from alongside.growth.plans.models import Plan, PlanSkill
from alongside.growth.portfolio.models import Case, Showing
from alongside.growth.skills.models import Framework, Skill, SkillLevel
from alongside.growth.wins.models import Win
from alongside.integrations.calendar.models import Feed
from alongside.matching.briefs.models import Brief, BriefSkill
from alongside.matching.imprints.models import Imprint
from alongside.matching.marks.models import Mark
from alongside.matching.proposals.models import Proposal, Waiting
from alongside.matching.rankings.models import Ranking
from alongside.matching.requests.models import Request
from alongside.matching.rounds.models import Decision, Round, Run, Snapshot
from alongside.matching.studio.models import Pin, Scenario
from alongside.mentoring.advice.models import Action, Advice
from alongside.mentoring.agreements.models import Acceptance
from alongside.mentoring.agreements.models import Version as Agreement
from alongside.mentoring.circles.models import CircleInvitation
from alongside.mentoring.common_ground.models import CommonGround
from alongside.mentoring.confidences.models import Confidence
from alongside.mentoring.documents.models import Document
from alongside.mentoring.feedback.models import Feedback
from alongside.mentoring.goals.models import Goal, Progress
from alongside.mentoring.health.models import Alert
from alongside.mentoring.help.models import Concern, Contact
from alongside.mentoring.impact.models import Certificate
from alongside.mentoring.introductions.models import Introduction, Outcome
from alongside.mentoring.leading.models import Leadership
from alongside.mentoring.learning.models import Learning
from alongside.mentoring.meetings.models import AgendaItem, Attendance, Meeting, Note, Series, Suggestion
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.mentoring.messages.models import Attachment, Draft, Message, Reading
from alongside.mentoring.pulse.models import Pulse, PulseAnswer
from alongside.mentoring.reviews.models import Review, ReviewAnswer
from alongside.mentoring.soundings.models import Sounding, SoundingLink, Voice
from alongside.mentoring.soundings.shown import taken_apart
from alongside.people.availability.models import Window
from alongside.people.busy.models import BusyCalendar, DayOff
from alongside.people.careers.gather import follow
from alongside.people.careers.models import Launch, Position, Story, Transition
from alongside.people.imports.models import Import
from alongside.people.offers.models import Offer
from alongside.people.profiles import words
from alongside.people.profiles.models import Profile
from alongside.people.vouching.models import Vouch
from alongside.practice.comments.models import Comment, OnAgenda
from alongside.practice.interviews.models import Interview, Rating, Reply
from alongside.practice.playbooks.models import Playbook
from alongside.practice.rehearsals.models import Objection, Rehearsal, Score, Take
from alongside.practice.scoring.models import Judgement, ScoringRound
from alongside.practice.worksheets.content import read
from alongside.practice.worksheets.models import Version, Worksheet
from alongside.programmes.participations.models import Listed, Participation
from alongside.programmes.programmes.models import Programme
from alongside.vault.models import DataKey

PAIR = "mentorship__participants__person"


def gather_skills(person: Person) -> None:
    """The names of the skills are found by words, as after rating them."""
    said = SkillLevel.objects.open_to_others().filter(person=person)
    names = Skill.objects.filter(pk__in=said.values("skill"))
    words.keep(person, skills=words.lines(names.values_list("name", flat=True)))


def check_version(version: Any) -> None:  # Any: a version of a worksheet
    """A version must hold a sheet."""
    read(version.content)


def check_preference(preference: Any) -> None:  # Any: how somebody wishes to be told
    """The ways stand by the names of kinds."""
    if not isinstance(preference.ways, dict):
        raise TypeError("ways")


# Theirs alone: becomes rows again elsewhere.
gathered = "career_words guarded_words skill_words words vector"
takes("profiles", _("Profile"), Profile, lives=True, left_out=gathered)
takes("offers", _("Offer as a mentor"), Offer, lives=True, left_out="taken trained_at")
takes("preferences", _("What you hear of, and how"), Preference, lives=True, check=check_preference)
takes("windows", _("Week"), Window, lives=True)
takes("days_off", _("Days off"), DayOff, lives=True)
takes("positions", _("Positions"), Position, lives=True)
takes("transitions", _("Moves"), Transition, lives=True)
takes("launches", _("Launches"), Launch, lives=True)
takes("stories", _("Stories"), Story, lives=True, after=follow)
takes("levels", _("Skills"), SkillLevel, lives=True, left_out="ground", after=gather_skills)
takes("level_changes", _("Levels over time"), LevelChange, lives=True, left_out="ground")
filed = "file_name file_kind changed_at confirmed_at"
takes("evidence", _("Evidence of skills"), Evidence, lives=True, left_out=filed, after=settle_all,
      filed=Filed("file_name", Evidence.read_file, Evidence.keep_file))  # fmt: skip
takes("plans", _("Development plans"), Plan, lives=True)
takes("plan_skills", _("Skills of plans"), PlanSkill, "plan__person", lives=True, along=("plan__person",))
takes("self_checks", _("Self-checks"), SelfCheck, lives=True)
takes("lessons", _("Lessons for mentors"), Attended, lives=True)
takes("habits", _("Habits"), Habit, lives=True)
takes("journal", _("Journal"), Entry, lives=True)
takes("career_decisions", _("Career decisions"), CareerDecision, lives=True)
takes("wins", _("Wins"), Win, lives=True)
takes("cases", _("Cases of the portfolio"), Case, lives=True)
takes("briefs", _("Briefs"), Brief, lives=True)
takes("brief_skills", _("Skills of briefs"), BriefSkill, "brief__person", lives=True)
takes("worksheets", _("Worksheets"), Worksheet, "owner", lives=True, left_out="mentorship shared_at")
takes(
    "worksheet_versions",
    _("Versions of worksheets"),
    Version,
    "worksheet__owner",
    lives=True,
    check=check_version,
)

takes("rehearsals", _("Rehearsals"), Rehearsal, "owner", lives=True, left_out="mentorship")
takes("playbooks", _("Playbooks"), Playbook, "author", lives=True, left_out="organisation")
takes("takes", _("Takes of rehearsals"), Take, "rehearsal__owner", lives=True)
takes("objections", _("Objections"), Objection, "rehearsal__owner", lives=True, along=("rehearsal__owner",))
takes("interviews", _("Mock interviews"), Interview, "owner", lives=True, left_out="mentorship")
takes(
    "replies", _("Replies in interviews"), Reply, "interview__owner", lives=True, along=("interview__owner",)
)

# Shared with others, or said by them: kept to read.
takes("grounds", _("What levels rest on"), SkillLevel, left_out="level changed_at")
takes("aims", _("The roles you look to"), Aim)
takes("vouches", _("What colleagues vouched for"), Vouch, left_out="confirmed_facts token_digest")
takes("confirmations", _("What mentors and colleagues said of evidence"), Confirmation, "evidence__person",
      left_out="token_digest", along=("evidence__person",))  # fmt: skip
takes("memberships", _("Memberships"), Membership)
takes("participations", _("Programmes"), Participation)
takes("waitings", _("Waiting lists"), Waiting)
takes("rankings", _("Rankings"), Ranking)
takes(
    "proposals",
    _("Proposals"),
    Proposal,
    "mentee mentor",
    left_out="round decision parts why mentee_said mentor_said",
)
takes("marks", _("Saved and hidden mentors"), Mark)
takes("blocks", _("Blocks"), Block)
takes("requests", _("Requests sent"), Request, "mentee", left_out="private_reason")
takes("answers", _("Requests answered"), Request, "mentor", left_out="question brief")
takes("mentorships", _("Mentorships"), Mentorship, "participants__person")
takes("participants", _("People of mentorships"), Participant, PAIR)
takes("agreements", _("Agreements"), Agreement, PAIR)
takes("acceptances", _("Acceptances of agreements"), Acceptance, "version__mentorship__participants__person")
takes("goals", _("Goals"), Goal, PAIR)
takes(
    "progress", _("Progress"), Progress, "goal__mentorship__participants__person", along=("goal__mentorship",)
)
takes("series", _("Series of meetings"), Series, PAIR, left_out="uid")
takes("meetings", _("Meetings"), Meeting, PAIR, left_out="uid sequence")
takes("suggestions", _("Times suggested for meetings"), Suggestion, PAIR)
takes("attendances", _("Answers to invitations"), Attendance, f"meeting__{PAIR}")
takes(
    "agenda",
    _("Agendas"),
    AgendaItem,
    "meeting__mentorship__participants__person",
    along=("meeting__mentorship",),
)
takes(
    "notes",
    _("Notes"),
    Note,
    "meeting__mentorship__participants__person author",
    along=("meeting__mentorship",),
)
takes("messages", _("Messages"), Message, PAIR, along=("mentorship",))
takes("attachments", _("Files in messages"), Attachment, f"message__{PAIR}", along=("message__mentorship",),
      filed=Filed("name", Attachment.read))  # fmt: skip
takes("documents", _("Documents on the tables of meetings"), Document, f"meeting__{PAIR}",
      along=("meeting__mentorship",))  # fmt: skip
takes("drafts", _("Drafts of messages"), Draft)
takes("advice", _("Advice"), Advice, PAIR)
takes("actions", _("Actions"), Action, PAIR)
takes("feedback", _("Feedback"), Feedback, "giver receiver")
takes("common_ground", _("Written before first meetings"), CommonGround, along=("mentorship",))
takes("soundings", _("Colleagues asked for feedback"), Sounding)
known = "address_digest token_digest used"
takes("sounding_links", _("Who was asked for feedback"), SoundingLink, "sounding__person", left_out=known,
      along=("sounding__mentorship",))  # fmt: skip
takes("voices", _("What colleagues said"), Voice, "sounding__person", along=("sounding__mentorship",),
      apart=taken_apart)  # fmt: skip
takes("reviews", _("Reviews"), Review, PAIR)
takes("review_answers", _("Answers in reviews"), ReviewAnswer, along=("review__mentorship",))
takes("pulses", _("Pulses"), Pulse, PAIR)
takes("pulse_answers", _("Answers in pulses"), PulseAnswer, along=("pulse__mentorship",))
takes("alerts", _("Alerts"), Alert, PAIR)
takes("concerns", _("What you asked help for"), Concern, "asker", left_out="helper")
takes("leadership", _("Evidence of leadership"), Leadership, lives=True, left_out="learning")
takes("learnings", _("What mentors learned"), Learning, PAIR)
takes("certificates", _("Certificates"), Certificate)
hidden = "reason target_name target_email target_digest note token_digest answer"
takes("introductions", _("Introductions asked for"), Introduction, "mentee", left_out=hidden)
digests = "target_digest token_digest"
takes("passed_on", _("Introductions passed on"), Introduction, "mentor", left_out=digests)
takes(
    "outcomes", _("What came of introductions"), Outcome,
    "introduction__mentee introduction__mentor", along=("introduction__mentorship",),
)  # fmt: skip
takes("comments", _("Comments on worksheets"), Comment, "by worksheet__owner", along=("worksheet",))
takes("scoring_rounds", _("Scoring apart"), ScoringRound, "worksheet__owner", along=("worksheet",))
takes(
    "scores",
    _("Scores of rehearsals"),
    Score,
    "person take__rehearsal__owner",
    along=("take__rehearsal__owner",),
)
takes(
    "ratings",
    _("Ratings of replies"),
    Rating,
    "person reply__interview__owner",
    along=("reply__interview__owner",),
)
takes("judgements", _("Scores given"), Judgement, along=("round__worksheet",))

# Stays.
stays("stands at the head of the archive", Person)
stays("is the archive itself, or is merged into its parts", Archive, Keepsake, KeptFile, Piece)
stays("belongs to an organisation", Organisation, Programme, Listed, Invitation, Contact, Target, InUse)
stays("asks somebody else, and is over after two weeks", CircleInvitation)
stays(
    "belongs to a coordinator's round, and holds nobody's own words",
    Round,
    Snapshot,
    Decision,
    Run,
    Scenario,
    Pin,
)
stays("ships with the product, or belongs to an organisation", Framework, Skill)
stays("was taken over into the career", Import)
stays("is worked out anew from what people wrote", Imprint)
stays("is this instance's own record of what happened, without anybody's words", Event)
stays("repeats what stands elsewhere", Notice, Letter, OnAgenda)
stays("opens doors of this instance alone", Session, Feed, Device, Once, DataKey, Showing, Confidence)
stays("holds a secret address, and what is read from it every hour", BusyCalendar)
stays("says only how far a thread was read", Reading)
