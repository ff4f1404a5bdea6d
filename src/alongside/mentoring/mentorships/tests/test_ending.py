"""The pages of pausing and ending, and who is told."""

from __future__ import annotations

import pytest

from alongside.accounts.blocks.actions import block
from alongside.accounts.persons.actions import deactivate
from alongside.activity.notices.models import Notice
from alongside.mentoring.mentorships import actions
from alongside.mentoring.mentorships.models import Mentorship
from alongside.people.offers.models import Offer

State = Mentorship.State
VERBS = ["pause", "resume", "end"]


def url(pair, verb):
    return f"/mentoring/mentorships/{pair.code}/{verb}/"


def told(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("text", flat=True))


@pytest.mark.parametrize(("verb", "state"), [("pause", State.PAUSED), ("end", State.ENDED)])
def test_a_button_does_it_and_goes_back_to_the_workspace(as_, cast, pair, verb, state):
    answer = as_(cast.ben).post(url(pair, verb))

    assert (answer.status_code, answer.url) == (302, f"/mentoring/mentorships/{pair.code}/")
    assert Mentorship.objects.get().state == state


def test_a_paused_one_is_taken_up_again(as_, cast, pair):
    actions.pause(pair, by=cast.ada)

    page = as_(cast.ben).get(f"/mentoring/mentorships/{pair.code}/").content.decode()

    assert "Take it up again" in page
    assert as_(cast.ben).post(url(pair, "resume")).status_code == 302
    assert Mentorship.objects.get().state == State.ACTIVE


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("name", ["cleo", "dev", "eve"])
def test_it_is_hidden_from_everybody_else(as_, cast, pair, verb, name):
    assert as_(getattr(cast, name)).post(url(pair, verb)).status_code == 404


@pytest.mark.parametrize("verb", VERBS)
def test_what_has_ended_cannot_be_moved(as_, cast, pair, verb):
    actions.end(pair, by=cast.ada)

    assert as_(cast.ben).post(url(pair, verb)).status_code == 422


def test_the_page_says_what_ending_means(as_, cast, pair):
    page = as_(cast.ben).get(url(pair, "end")).content.decode()

    assert "End your mentorship with Ada Lindqvist" in page
    assert "Nobody is asked for a reason" in page


def test_the_other_is_told_and_gets_a_letter_without_a_reason(cast, pair, tell_everyone, letters):
    actions.end(pair, by=cast.ben)
    tell_everyone()

    assert (told(cast.ada), told(cast.ben)) == (["Your mentorship has ended"], [])
    (letter,) = letters(to=cast.ada)
    assert "Ben Okafor" in letter.text
    assert pair.purpose not in letter.text


def test_pausing_and_going_on_tell_the_other(cast, pair, tell_everyone):
    actions.pause(pair, by=cast.ada)
    actions.resume(pair, by=cast.ada)
    tell_everyone()

    assert told(cast.ben) == [
        "Ada Lindqvist paused your mentorship",
        "Ada Lindqvist took your mentorship up again",
    ]


def test_somebody_who_leaves_frees_the_place(cast, pair, tell_everyone, letters):
    deactivate(cast.ben, by=cast.ben)
    tell_everyone()

    assert (Mentorship.objects.get().state, Offer.objects.get().taken) == (State.ENDED, 0)
    assert len(letters(to=cast.ada)) == 1
    assert letters(to=cast.ben) == []


def test_a_block_ends_what_the_two_have_together_and_nothing_else(cast, pair, tell_everyone):
    other = actions.begin(cast.eve, cast.ben, by=cast.eve, purpose="Pricing")

    block(cast.ada, by=cast.ben)
    tell_everyone()

    states = {row.pk: row.state for row in Mentorship.objects.all()}
    assert states == {pair.pk: State.ENDED, other.pk: State.ACTIVE}
    assert told(cast.ada) == ["Your mentorship has ended"]
