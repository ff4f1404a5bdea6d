"""Both sides answer what a round proposes: two yeses begin a mentorship, a no gives the place to the next best."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from django.urls import reverse

import pairing
from alongside.accounts.blocks.models import Block
from alongside.accounts.persons.actions import deactivate
from alongside.activity.events.models import Event
from alongside.growth.skills.models import SkillLevel
from alongside.kit.clock import now, travel
from alongside.kit.errors import Forbidden, Refused
from alongside.matching import problem
from alongside.matching.briefs import actions as briefs
from alongside.matching.conftest import able, as_mentee, as_mentor, take_part
from alongside.matching.proposals import actions, line, timed
from alongside.matching.proposals.models import Proposal, Waiting
from alongside.matching.rounds.models import Decision, Round
from alongside.mentoring.mentorships.actions import end
from alongside.mentoring.mentorships.models import Mentorship
from alongside.people.offers.actions import change as change_offer
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile
from alongside.programmes.participations import actions as participations
from alongside.programmes.participations.models import Participation

Why = Proposal.Why


def pairs(round, *states):
    rows = Proposal.objects.filter(round=round, state__in=states or ["invited"])
    return {(one.mentee.name.split()[0], one.mentor.name.split()[0]) for one in rows}


def of(round, mentor) -> Proposal:
    return Proposal.objects.get(round=round, mentor=mentor, state="invited")


def waiting(round):
    rows = Waiting.objects.current().filter(round=round).for_list()
    return [one.person for one in rows]


def press(browser, verb, proposal, **typed):
    return browser.post(reverse(f"proposals.{verb}", args=[proposal.code]), typed)


def test_two_yeses_begin_a_mentorship(as_, crowd, inviting, tell_everyone, letters):
    proposal = of(inviting, crowd.ada)
    first = press(as_(proposal.mentee), "accept", proposal)
    tell_everyone()
    second = press(as_(crowd.ada), "accept", proposal)
    tell_everyone()

    proposal.refresh_from_db()
    mentorship = Mentorship.objects.get()
    assert first.headers["Location"] == reverse("proposals.show", args=[proposal.code])
    assert second.headers["Location"] == reverse("mentorships.show", args=[mentorship.code])
    assert (proposal.state, proposal.mentorship) == ("accepted", mentorship)
    assert {one.person for one in mentorship.participants.all()} == {crowd.ada, proposal.mentee}
    assert (mentorship.purpose, Offer.objects.get(person=crowd.ada).taken) == ("Lead a release", 1)
    assert Event.objects.filter(verb="proposal.agreed", about_code=proposal.code).count() == 1
    assert [one.subject for one in letters(to=crowd.ada)][-1] == "Your mentorship has begun"


def test_the_mentee_can_be_the_second(crowd, inviting):
    proposal = of(inviting, crowd.ada)
    actions.accept(proposal, by=crowd.ada)
    mentorship = actions.accept(proposal, by=proposal.mentee)

    assert mentorship is not None
    assert Offer.objects.get(person=crowd.ada).taken == 1


def test_both_are_invited_with_reasons(as_, crowd, inviting, letters, tell_everyone):
    proposal = of(inviting, crowd.ada)
    for event in Event.objects.filter(verb="proposal.invited"):
        line_of = Proposal.objects.get(code=event.about_code)
        assert line_of.expires_at > now() + dt.timedelta(days=6)
    mentee = as_(proposal.mentee).get(reverse("proposals.show", args=[proposal.code])).content.decode()
    mentor = as_(crowd.ada).get(reverse("proposals.show", args=[proposal.code])).content.decode()
    listed = as_(crowd.ada).get(reverse("proposals.index")).content.decode()

    assert "Ada Lindqvist as your mentor" in mentee
    assert "Their goal" in mentor
    assert "Lead a release" in mentor
    assert "level 4" in mentee
    assert "level 4" not in mentor
    assert proposal.mentee.name in listed


def test_nobody_is_named_who_wants_not_to_be_before_both_have_accepted(as_, crowd, inviting):
    proposal = of(inviting, crowd.ada)
    Profile.objects.filter(person=crowd.ada).update(identity_light=True)
    before = as_(proposal.mentee).get(reverse("proposals.show", args=[proposal.code])).content.decode()
    actions.accept(proposal, by=crowd.ada)
    actions.accept(proposal, by=proposal.mentee)
    after = as_(proposal.mentee).get(reverse("proposals.show", args=[proposal.code])).content.decode()

    assert "Ada" not in before
    assert "Ada Lindqvist as your mentor" in after


def test_the_last_place_is_never_given_twice(as_, crowd, inviting):
    proposal = of(inviting, crowd.ada)
    Offer.objects.filter(person=crowd.ada).update(taken=1)
    page = press(as_(crowd.ada), "accept", proposal)

    assert page.status_code == 422
    assert "All your places are taken" in page.content.decode()
    assert not Mentorship.objects.exists()


@pytest.mark.parametrize("case", ["twice", "over", "gone", "late"])
def test_what_is_no_longer_open_cannot_be_answered(crowd, inviting, case):
    proposal = of(inviting, crowd.ada)
    if case == "twice":
        actions.accept(proposal, by=crowd.ada)
    if case == "over":
        actions.decline(proposal, Why.NOT_THEM, by=proposal.mentee)
    if case == "gone":
        deactivate(proposal.mentee, by=proposal.mentee)
    if case == "late":
        Proposal.objects.update(expires_at=now())
    said = {"twice": "accepted already", "over": "no longer open", "gone": "has left", "late": "has passed"}

    with pytest.raises(Refused, match=said[case]):
        actions.accept(proposal, by=crowd.ada)


def test_a_no_gives_the_place_to_the_next_best_and_nobody_reads_why(
    as_, crowd, inviting, tell_everyone, letters
):
    """The cascade: who stood in the line gets the place; the pair that stands is not touched."""
    proposal, other = of(inviting, crowd.ada), of(inviting, crowd.hal)
    next_best, refused = waiting(inviting)[0], proposal.mentee
    actions.accept(other, by=crowd.hal)
    page = press(as_(crowd.ada), "decline", proposal, why="not_them")
    tell_everyone()

    assert page.status_code == 302
    assert of(inviting, crowd.ada).mentee == next_best
    assert of(inviting, crowd.hal).pk == other.pk
    assert waiting(inviting) == [refused]
    assert "not_them" not in "".join(one.text for one in letters())
    late = Decision.objects.get(kind="late")
    assert late.result["people"] == 1
    shown = as_(refused).get(reverse("proposals.index")).content.decode()
    assert "Place 1" in shown


def test_who_says_not_at_all_leaves_the_round(crowd, inviting, tell_everyone):
    proposal = of(inviting, crowd.ada)
    actions.accept(proposal, by=crowd.ada)
    actions.decline(proposal, Why.NOT_NOW, by=proposal.mentee)
    tell_everyone()

    offer = Offer.objects.get(person=crowd.ada)
    assert offer.taken == 0
    assert not Participation.objects.filter(person=proposal.mentee, left_at=None).exists()
    assert proposal.mentee not in waiting(inviting)
    assert of(inviting, crowd.ada).mentee != proposal.mentee


def test_the_same_two_are_not_proposed_to_each_other_again(crowd, inviting, tell_everyone):
    for person in (crowd.fay, crowd.gus, crowd.ben):
        if person in waiting(inviting):
            participations.leave(Participation.objects.get(person=person), by=person)
    tell_everyone()
    declined = of(inviting, crowd.ada)
    actions.decline(declined, Why.NOT_THEM, by=crowd.ada)
    tell_everyone()

    assert not Proposal.objects.filter(mentor=crowd.ada, state="invited").exists()
    assert waiting(inviting) == [declined.mentee]


def test_a_late_joiner_gets_a_free_place_on_any_day(crowd, inviting, programme, tell_everyone):
    for person in waiting(inviting):
        participations.leave(Participation.objects.get(person=person), by=person)
    as_mentor(crowd.dev)
    able(crowd.dev, 4)
    take_part(programme, crowd.dev, "mentor")
    tell_everyone()
    participations.join(programme, "mentee", by=crowd.cleo)
    tell_everyone()
    before = pairs(inviting)
    brief = as_mentee(crowd.cleo, finished_at=None)
    briefs.finish(brief, by=crowd.cleo)
    tell_everyone()

    assert pairs(inviting) - before == {("Cleo", "Dev")}


def test_a_late_joiner_stands_at_the_end_of_the_line(crowd, inviting, programme, tell_everyone):
    first = waiting(inviting)
    as_mentee(crowd.cleo)
    participations.join(programme, "mentee", by=crowd.cleo)
    tell_everyone()
    last = Waiting.objects.get(person=crowd.cleo)

    assert waiting(inviting) == [*first, crowd.cleo]
    assert line.place_of(last) == 2


def test_one_more_place_is_given_to_the_head_of_the_line(crowd, inviting, tell_everyone):
    head = waiting(inviting)[0]
    change_offer(Offer.objects.get(person=crowd.ada), by=crowd.ada, capacity=2)
    tell_everyone()

    assert pairs(inviting) >= {(head.name.split()[0], "Ada")}
    assert waiting(inviting) == []


def test_an_ended_mentorship_frees_its_place(crowd, inviting, tell_everyone):
    proposal, head = of(inviting, crowd.ada), waiting(inviting)[0]
    actions.accept(proposal, by=proposal.mentee)
    end(actions.accept(proposal, by=crowd.ada), by=crowd.ada)
    tell_everyone()

    assert of(inviting, crowd.ada).mentee in {head, proposal.mentee}


def test_what_nobody_answers_lapses_and_the_silent_are_taken_out(crowd, inviting, tell_everyone, letters):
    proposal, head = of(inviting, crowd.ada), waiting(inviting)[0]
    actions.accept(proposal, by=crowd.ada)
    soon, after = proposal.expires_at - dt.timedelta(days=1), proposal.expires_at + dt.timedelta(minutes=1)
    with travel(soon):
        reminded = timed.remind_due(soon), timed.remind_due(soon)
        tell_everyone()
    told = [one.subject for one in letters(to=proposal.mentee)]
    with travel(after):
        lapsed = timed.lapse_due(after)
        tell_everyone()
        timed.keep_time(0)

    proposal.refresh_from_db()
    assert (reminded, lapsed, proposal.state) == ((2, 0), 2, "lapsed")
    assert told == ["A proposed mentorship waits for your answer"]
    assert "A proposed mentorship waits for your answer" not in [one.subject for one in letters(to=crowd.ada)]
    left = set(Participation.objects.filter(left_at__isnull=False).values_list("person__name", flat=True))
    assert left == {proposal.mentee.name, crowd.hal.name, Proposal.objects.get(mentor=crowd.hal).mentee.name}
    assert of(inviting, crowd.ada).mentee == head


def test_who_leaves_the_programme_is_waited_for_by_nobody(crowd, inviting, tell_everyone):
    proposal, head = of(inviting, crowd.ada), waiting(inviting)[0]
    actions.accept(proposal, by=crowd.ada)
    participations.leave(Participation.objects.get(person=proposal.mentee), by=proposal.mentee)
    tell_everyone()

    proposal.refresh_from_db()
    assert proposal.state == "withdrawn"
    assert of(inviting, crowd.ada).mentee == head


def test_nobody_gets_who_is_kept_apart_from_them(crowd, inviting, tell_everyone):
    proposal, head = of(inviting, crowd.ada), waiting(inviting)[0]
    Block.objects.create(person=head, other=crowd.ada)
    actions.decline(proposal, Why.NOT_THEM, by=crowd.ada)
    tell_everyone()

    assert not Proposal.objects.filter(mentor=crowd.ada, state="invited").exists()


def test_filling_is_what_matching_everybody_anew_and_keeping_the_others_would_give(
    crowd, inviting, tell_everyone
):
    """The oracle: the engine's own ``rematch`` over everybody, with the standing pairs kept."""
    declined, stands = of(inviting, crowd.ada), of(inviting, crowd.hal)
    actions.decline(declined, Why.NOT_THEM, by=crowd.ada)
    tell_everyone()

    everybody = problem.people_of(inviting.decision.snapshot.content)
    asked = problem.Asked(seed=inviting.seed, rules={"never": [[declined.mentee_id, declined.mentor_id]]})
    whole = problem.problem_of(everybody, asked)
    cells = whole.table().cells
    row, place = whole.columns.row, whole.pool.columns.row
    old = pairing.Assignment(
        np.array([[row[stands.mentee_id], place[stands.mentor_id]]]), np.zeros(1), whole.shape, whole.capacity
    )
    changes = pairing.Changes(cells / 100, whole.capacity, allowed=cells >= 0)
    expected = {tuple(pair) for pair in whole.named(pairing.rematch(old, changes, seed=inviting.seed))}
    stand = Proposal.objects.filter(round=inviting, state="invited").values_list("mentee_id", "mentor_id")
    assert set(stand) == expected


def test_nothing_is_filled_while_a_round_is_not_inviting(crowd, drafted):
    assert line.fill(drafted) == []


def test_nothing_is_decided_where_no_pair_is_possible(crowd, inviting, tell_everyone):
    SkillLevel.objects.all().update(level=1)
    proposal = of(inviting, crowd.ada)
    actions.decline(proposal, Why.NOT_THEM, by=crowd.ada)
    tell_everyone()

    assert not Decision.objects.filter(kind="late").exists()


@pytest.mark.parametrize(
    ("typed", "status"), [({}, 422), ({"why": "because"}, 422), ({"why": "not_them"}, 302)]
)
def test_a_no_says_whether_one_stays(as_, crowd, inviting, typed, status):
    browser, proposal = as_(crowd.ada), of(inviting, crowd.ada)

    assert browser.get(reverse("proposals.decline", args=[proposal.code])).status_code == 200
    page = press(browser, "decline", proposal, **typed)
    assert page.status_code == status
    assert ("Choose whether you stay in the round" in page.content.decode()) == (status == 422)


@pytest.mark.parametrize("who", ["cleo", "eve"])
def test_nobody_answers_for_others(as_, crowd, inviting, who):
    """A coordinator reads who is with whom on the page of the round, and nothing of what the two write."""
    proposal, person = of(inviting, crowd.ada), getattr(crowd, who)
    browser = as_(person)

    assert browser.get(reverse("proposals.show", args=[proposal.code])).status_code == 404
    assert press(browser, "accept", proposal).status_code == 404
    for verb in (
        lambda: actions.accept(proposal, by=person),
        lambda: actions.decline(proposal, "not_them", by=person),
    ):
        with pytest.raises(Forbidden):
            verb()


def test_drafts_are_seen_by_nobody_whom_they_are_about(as_, crowd, drafted):
    draft = Proposal.objects.first()

    assert as_(draft.mentor).get(reverse("proposals.show", args=[draft.code])).status_code == 404


def test_an_empty_list_says_what_comes(as_, cast):
    assert "Nothing is proposed to you" in as_(cast.eve).get(reverse("proposals.index")).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_however_long(as_, crowd, inviting, count, django_assert_num_queries):
    first = of(inviting, crowd.ada)
    for number in range(count - 1):
        Proposal.objects.create(
            round=Round.objects.create(programme=inviting.programme, name=f"R{number}"),
            decision=first.decision, mentee=first.mentee, mentor=crowd.ada, fit=1, state="declined",
        )  # fmt: skip
    browser = as_(crowd.ada)
    browser.get(reverse("proposals.index"))
    with django_assert_num_queries(6):
        browser.get(reverse("proposals.index"))
