"""A coordinator begins a round, gets everybody ready, freezes it, and ends it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.accounts.blocks.models import Block
from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.kit.clock import now, travel
from alongside.kit.errors import Forbidden, Refused
from alongside.matching import problem
from alongside.matching.briefs.models import Brief
from alongside.matching.conftest import as_mentee, as_mentor, take_part
from alongside.matching.proposals import actions as proposals
from alongside.matching.proposals.models import Proposal, Waiting
from alongside.matching.publishing.actions import decide
from alongside.matching.rankings.models import Ranking
from alongside.matching.rounds import actions, gathering, ready
from alongside.matching.rounds.models import Round
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.careers.models import Position
from alongside.people.offers.models import Offer
from alongside.programmes.programmes import weights

TYPED = {"name": "Spring", "collect_until": "", "answer_days": "7", "decided_by": "total"}


def at(verb, thing):
    return reverse(f"rounds.{verb}", args=[thing.code])


def test_a_coordinator_begins_a_round_with_the_weights_of_the_programme(as_, cast, programme):
    programme.weights = weights.USUAL | {"goals": 45, "values": 15}
    programme.save()
    browser = as_(cast.cleo)
    page = browser.post(at("begin", programme), TYPED)

    round = Round.objects.get()
    assert page.headers["Location"] == at("show", round)
    assert (round.state, round.weights["goals"]) == ("collecting", 45)
    assert "Spring" in browser.get(at("of", programme)).content.decode()
    assert Event.objects.filter(verb="round.begun", by=cast.cleo, about_code=round.code).exists()


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "Enter the name of the round"),
        ("answer_days", "61", "Enter 60 or less"),
        ("collect_until", "soon", "Enter a date, such as 2027-03-27"),
        ("decided_by", "dice", "Select a valid choice"),
    ],
)
def test_what_cannot_be_is_named(as_, cast, programme, field, typed, said):
    page = as_(cast.cleo).post(at("begin", programme), TYPED | {field: typed})

    assert page.status_code == 422
    assert said in page.content.decode() or field == "decided_by"
    assert not Round.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("ben", 404), ("eve", 404), ("dev", 200)])
def test_it_does_not_exist_for_who_does_not_run_it(as_, crowd, round, who, status):
    browser = as_(getattr(crowd, who))

    for verb in ("show", "change", "cancel"):
        assert browser.get(at(verb, round)).status_code == status
    for verb in ("of", "begin"):
        assert browser.get(at(verb, round.programme)).status_code == status
    if status == 404:
        for verb in ("nudge", "freeze", "close"):
            assert browser.post(at(verb, round)).status_code == 404


@pytest.mark.parametrize("verb", ["change", "nudge", "freeze", "cancel", "close"])
def test_the_verbs_are_refused_to_who_takes_part_only(crowd, round, verb):
    with pytest.raises(Forbidden):
        getattr(actions, verb)(round, by=crowd.ben)


def test_nobody_else_begins_a_round(crowd, programme):
    with pytest.raises(Forbidden):
        actions.begin(programme, by=crowd.ben, name="Mine")


def test_the_page_says_who_is_ready_and_who_is_not_and_why(as_, crowd, round, programme):
    """Metadata only: the coordinator reads nothing of what a brief says."""
    new = Person.objects.create(name="New", email="new@example.org")
    away = Person.objects.create(name="Away", email="away@example.org", agreed_conduct_at=now())
    flash = Person.objects.create(name="Flash", email="flash@example.org", agreed_conduct_at=now())
    Brief.objects.filter(person=crowd.gus).update(closed_at=now())
    Offer.objects.filter(person=crowd.hal).update(taken=1)
    as_mentor(away, paused_until=dt.date(2100, 1, 1))
    as_mentor(flash, formats=["flash"])
    for person, side in [
        (new, "mentee"),
        (new, "mentor"),
        (away, "mentor"),
        (flash, "mentor"),
        (crowd.eve, "mentor"),
    ]:
        take_part(programme, person, side)
    page = as_(crowd.cleo).get(at("show", round)).content.decode()

    missing = {(one.person.name.split()[0], one.missing) for one in ready.sides_of(round).missing()}
    assert missing == {
        ("New", "conduct"), ("Away", "paused"), ("Flash", "format"), ("Eve", "offer"), ("Gus", "brief"),
        ("Hal", "full"),
    }  # fmt: skip
    assert "has no finished brief" in page
    assert "There is one place too few" in page
    assert "Lead a release" not in page


def test_who_is_not_ready_is_reminded_once_a_day(as_, crowd, round, programme, tell_everyone, letters):
    round.collect_until = dt.date(2026, 12, 24)
    round.save()
    take_part(programme, crowd.eve, "mentor")
    take_part(programme, crowd.dev, "mentee")
    browser = as_(crowd.cleo)
    page = browser.post(at("nudge", round), follow=True).content.decode()
    tell_everyone()
    again = browser.post(at("nudge", round))

    assert "2 people are reminded." in page
    assert again.status_code == 422
    assert "Open your offer" in letters(to=crowd.eve)[0].text
    assert "24 December 2026" in letters(to=crowd.eve)[0].text
    assert "Finish your brief" in letters(to=crowd.dev)[0].text
    assert letters(to=crowd.ben) == []


def test_nobody_is_reminded_when_all_are_ready_or_the_round_is_off(
    crowd, round, programme, tell_everyone, letters
):
    with pytest.raises(Refused, match="Everybody is ready"):
        actions.nudge(round, by=crowd.cleo)
    take_part(programme, crowd.eve, "mentor")
    actions.nudge(round, by=crowd.cleo)
    actions.cancel(round, by=crowd.cleo)
    tell_everyone()

    assert letters(to=crowd.eve) == []


def test_freezing_keeps_everybody_as_they_are(as_, crowd, round):
    Membership.objects.filter(person=crowd.ben).update(team="Payments", manager=crowd.hal)
    Position.objects.create(person=crowd.ada, title="Director", company="X", level=5)
    Block.objects.create(person=crowd.fay, other=crowd.ada)
    Block.objects.create(person=crowd.fay, other=crowd.eve)
    Waiting.objects.create(round=round, person=crowd.gus, created_at=now() - dt.timedelta(days=3))
    as_(crowd.cleo).post(at("freeze", round))

    round.refresh_from_db()
    people = problem.people_of(round.snapshot.content)
    ben, fay, gus = people.mentees
    assert (round.state, round.snapshot.is_whole()) == ("frozen", True)
    assert (ben.key, ben.team, ben.managers) == (crowd.ben.pk, "Payments", {crowd.hal.pk})
    assert (fay.blocked, gus.waiting) == ({crowd.ada.pk}, 3)
    assert {one.key: (one.capacity, one.seniority) for one in people.mentors} == {
        crowd.ada.pk: (1, 5), crowd.hal.pk: (1, None),
    }  # fmt: skip
    assert problem.text_of(people.mentees[::-1], people.mentors[::-1]) == round.snapshot.content
    for private in ("Lead a release", "Ben", "example.org"):
        assert private not in round.snapshot.content


@pytest.mark.parametrize(
    ("side", "said"), [("mentee", "No mentee is ready yet"), ("mentor", "No mentor with a free")]
)
def test_a_round_without_one_side_is_not_frozen(as_, crowd, round, programme, side, said):
    programme.participations.filter(side=side).delete()
    page = as_(crowd.cleo).post(at("freeze", round))

    assert page.status_code == 422
    assert said in page.content.decode()


def test_an_empty_round_says_what_to_do(as_, cast, programme):
    round = Round.objects.create(programme=programme, name="Spring")

    assert "Nobody takes part yet" in as_(cast.cleo).get(at("show", round)).content.decode()


def test_freezing_anew_throws_the_old_draft_away(crowd, drafted):
    before = drafted.snapshot
    actions.freeze(drafted, by=crowd.cleo)

    assert drafted.snapshot != before
    assert (drafted.decision, drafted.proposals.count()) == (None, 0)


def test_weights_and_rules_are_changed_together(as_, crowd, drafted):
    browser = as_(crowd.cleo)
    ruled = {"own_organisation": "on", "floor": "40", "inside_low": "10", "inside_high": "", "seniority_low": "1",
             "seniority_high": ""}  # fmt: skip
    page = browser.post(at("change", drafted), TYPED | weights.USUAL | ruled)
    shown = browser.get(at("change", drafted)).content.decode()

    drafted.refresh_from_db()
    assert page.status_code == 302
    assert drafted.rules == {"own_organisation": True, "floor": 40, "inside": [0.1, 1.0], "seniority": [1, 9]}
    assert (drafted.decision, drafted.proposals.count()) == (None, 0)
    assert 'value="40"' in shown


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"inside_low": "60", "inside_high": "40"}, "The most must not be less than the least"),
        ({"seniority_low": "3", "seniority_high": "1"}, "The most must not be less than the least"),
        ({"floor": "101"}, "Enter 100 or less"),
        ({"goals": "36"}, "The points add up to 101"),
        ({"goals": "99"}, "Enter 70 or less"),
    ],
)
def test_rules_that_cannot_be_are_named_and_the_rest_is_kept(as_, crowd, round, typed, said):
    page = as_(crowd.cleo).post(at("change", round), TYPED | weights.USUAL | typed | {"name": "Autumn"})

    assert page.status_code == 422
    assert said in page.content.decode()
    assert "Autumn" in page.content.decode()


def test_a_name_can_change_without_losing_the_draft(crowd, drafted):
    actions.change(drafted, by=crowd.cleo, name="Autumn")

    assert drafted.proposals.count() == 2
    with pytest.raises(TypeError, match="a round has no seed"):
        actions.change(drafted, by=crowd.cleo, seed=1)
    with pytest.raises(Refused, match="outside its bounds"):
        actions.change(drafted, by=crowd.cleo, weights=weights.USUAL | {"goals": 90, "values": 0})


def test_what_is_proposed_is_not_changed_any_more(as_, crowd, inviting):
    page = as_(crowd.cleo).post(at("change", inviting), TYPED | weights.USUAL)

    assert page.status_code == 422
    assert "This round has moved on" in page.content.decode()


def test_a_round_that_is_called_off_ends_everything_that_is_open(as_, crowd, inviting):
    proposal = Proposal.objects.get(mentor=crowd.ada)
    other = Proposal.objects.get(mentor=crowd.hal)
    proposals.accept(proposal, by=crowd.ada)
    proposals.accept(other, by=crowd.hal)
    mentorship = proposals.accept(other, by=other.mentee)
    browser = as_(crowd.cleo)
    asked = browser.get(at("cancel", inviting)).content.decode()
    browser.post(at("cancel", inviting))
    again = browser.post(at("cancel", inviting))

    proposal.refresh_from_db()
    mentorship.refresh_from_db()
    assert "Call it off" in asked
    assert (proposal.state, Offer.objects.get(person=crowd.ada).taken) == ("withdrawn", 0)
    assert (mentorship.is_running, Waiting.objects.current().count(), again.status_code) == (True, 0, 422)
    assert "This round was called off" in browser.get(at("show", inviting)).content.decode()
    with pytest.raises(Refused, match="no longer open"):
        proposals.accept(proposal, by=proposal.mentee)


def test_calling_off_stops_the_work_on_a_draft(crowd, frozen):
    run = decide(frozen, by=crowd.cleo)
    actions.cancel(frozen, by=crowd.cleo)

    run.refresh_from_db()
    assert run.stop_asked


def test_a_round_is_closed_when_every_invitation_is_answered(as_, crowd, inviting):
    browser = as_(crowd.cleo)
    too_early = browser.post(at("close", inviting))
    for proposal in Proposal.objects.all():
        proposals.decline(proposal, "not_now", by=proposal.mentor)
    browser.post(at("close", inviting))
    page = browser.get(at("show", inviting)).content.decode()

    inviting.refresh_from_db()
    assert (too_early.status_code, inviting.state) == (422, "closed")
    assert "2 declined" in page
    assert Waiting.objects.current().count() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_however_many_take_part(
    as_, crowd, round, programme, count, django_assert_num_queries
):
    for number in range(count - 1):
        person = Person.objects.create(
            name=f"P{number}", email=f"p{number}@example.org", agreed_conduct_at=now()
        )
        as_mentee(person)
        take_part(programme, person, "mentee")
    browser = as_(crowd.cleo)
    with django_assert_num_queries(8):
        browser.get(at("show", round))


def test_who_has_a_mentor_in_the_programme_is_not_brought_to_a_second_one(crowd, inviting, programme):
    proposal = Proposal.objects.get(mentor=crowd.ada)
    proposals.accept(proposal, by=crowd.ada)
    mentorship = proposals.accept(proposal, by=proposal.mentee)
    later = Round.objects.create(programme=programme, name="Autumn")

    def free(round):
        return {one.person for one in ready.sides_of(round).ready("mentee")}

    assert proposal.mentee not in free(later)
    mentorships.end(mentorship, by=crowd.ada)
    assert proposal.mentee in free(later)
    assert proposal.mentee not in free(inviting)


def test_the_rules_name_pairs_that_are_together_and_what_people_ranked(crowd, round):
    mentorships.begin(crowd.ada, crowd.ben, by=crowd.ada, purpose="Already")
    for place, other in enumerate((crowd.hal, crowd.ada), start=1):
        Ranking.objects.create(round=round, person=crowd.ben, side="mentee", other=other, place=place)

    assert gathering.rules_of(round, {crowd.ben.pk}, {crowd.ada.pk})["never"] == [
        [crowd.ben.pk, crowd.ada.pk]
    ]
    assert gathering.rankings_of(round)["mentee"] == {crowd.ben.pk: [crowd.hal.pk, crowd.ada.pk]}


def test_reminders_can_be_sent_again_the_next_day(crowd, round, programme):
    take_part(programme, crowd.eve, "mentor")
    actions.nudge(round, by=crowd.cleo)
    with travel(now() + dt.timedelta(days=1)):
        assert actions.nudge(round, by=crowd.cleo) == 1
