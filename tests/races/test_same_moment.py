"""What is pressed in two tabs at the same moment is answered, done once, and takes nothing of the other away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.urls import reverse

from alongside.accounts.invitations.models import Invitation
from alongside.activity.devices import actions as devices
from alongside.activity.devices.models import Device
from alongside.activity.events.models import Event
from alongside.activity.notices import actions as notices
from alongside.activity.notices.models import Preference
from alongside.activity.notices.queries import preference_of
from alongside.integrations.calendar import actions as calendar
from alongside.integrations.calendar.models import Feed
from alongside.integrations.calendar.queries import by_token
from alongside.kit.errors import Refused
from alongside.mentoring.goals import actions as goals
from alongside.mentoring.goals.models import Goal
from alongside.mentoring.help import actions as help_actions
from alongside.mentoring.help.models import Concern
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.imports import actions as imports
from alongside.people.imports.models import Import
from alongside.people.offers.models import Offer
from alongside.practice.scoring import actions as scoring
from alongside.practice.scoring.models import ScoringRound
from alongside.practice.tools.registry import TOOLS
from alongside.practice.worksheets import actions as worksheets
from tests.races.buttons import LEVELS

AT_ONCE = 6
ROUNDS = 3

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pair(cast):
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    return mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead a discovery cycle alone")


@pytest.fixture
def at_once() -> Iterator[Callable]:
    """``at_once(work)`` runs ``work(number)`` in six threads from the same moment; refusals count as such."""
    barrier = Barrier(AT_ONCE)

    def begin(work: Callable, number: int) -> object:
        barrier.wait(30)
        try:
            return work(number)
        except Refused:
            return "refused"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield lambda work: list(pool.map(lambda number: begin(work, number), range(AT_ONCE)))


def count(verb: str) -> int:
    return Event.objects.filter(verb=verb).count()


def test_a_browser_that_two_add_at_once_rings_for_one_of_them(cast, at_once):
    address = "https://push.example/send/abc"
    for _ in range(ROUNDS):
        added = at_once(lambda number: devices.add(address, by=(cast.ben, cast.ada)[number % 2]))

        assert Device.objects.get() in added
        Device.objects.all().delete()


def test_of_calendars_opened_at_once_the_last_address_works(cast, at_once):
    for _ in range(ROUNDS):
        tokens = at_once(lambda _number: calendar.open_feed(by=cast.ben))

        assert len([token for token in tokens if by_token(token)]) == 1
        Feed.objects.all().delete()


@pytest.mark.parametrize(
    "press",
    [
        lambda person: notices.stop("goals", by=person),
        lambda person: notices.choose(preference_of(person), by=person, ways={"goals": "here"}),
    ],
)
def test_letters_stopped_twice_at_once_are_stopped(cast, at_once, press):
    for _ in range(ROUNDS):
        at_once(lambda _number: press(cast.ben))

        assert Preference.objects.get().ways["goals"] == "here"
        Preference.objects.all().delete()


def test_a_goal_removed_in_two_tabs_is_removed_once_and_the_other_tab_says_so(cast, pair, as_, at_once):
    goal = goals.set(pair, by=cast.ben, title="Cut it", levels=LEVELS, quarter="2027-Q1")
    browsers = [as_(cast.ben) for _ in range(AT_ONCE)]
    address = reverse("goals.remove", args=[goal.code])
    answers = at_once(lambda number: browsers[number].post(address).status_code)

    assert (answers.count(302), {*answers} <= {302, 404, 422}) == (1, True)
    assert (Goal.objects.count(), count("goal.removed")) == (0, 1)


def test_who_freezes_and_closes_in_two_tabs_can_still_let_it_go_on(cast, pair, at_once):
    told = {"by": cast.ben, "text": "He shouted", "kind": "report", "mentorship": pair}
    for _ in range(ROUNDS):
        concern = help_actions.tell_concern(cast.cleo, **told)
        presses = [lambda one: help_actions.close(one, "We talked", by=cast.cleo),
                   lambda one: help_actions.freeze(one, by=cast.cleo)] * 3  # fmt: skip
        opened = [Concern.objects.for_list().get(pk=concern.pk) for _press in presses]
        done = at_once(lambda number: presses[number](opened[number]))  # noqa: B023  done before the next
        concern.refresh_from_db()

        assert done.count("refused") == AT_ONCE - 2
        assert (concern.answer, concern.closed_at is None) == ("We talked", False)
        help_actions.thaw(concern, by=cast.cleo)


def test_a_roster_applied_in_two_tabs_invites_everybody_once(cast, at_once):
    people = SimpleUploadedFile("people.csv", b"email\nzoe@example.org\nyve@example.org\n")
    code = imports.bring_roster(people, cast.northwind, by=cast.cleo).code
    opened = [Import.objects.select_related("organisation").get(code=code) for _ in range(AT_ONCE)]
    done = at_once(lambda number: imports.apply_roster(opened[number], by=cast.cleo))

    assert (done.count("refused"), Invitation.objects.count()) == (AT_ONCE - 1, 2)


def test_what_was_scored_apart_is_settled_once(cast, pair, at_once):
    sheet = worksheets.start(
        TOOLS["moscow"], by=cast.ben, title="Ideas", sheet=TOOLS["moscow"].example, mentorship=pair
    )
    round = scoring.begin(sheet, by=cast.ben)
    for person in (cast.ben, cast.ada):
        scoring.judge(round, {}, by=person, done=True)
    opened = [ScoringRound.objects.select_related("worksheet__mentorship").get() for _ in range(AT_ONCE)]
    settled = at_once(lambda number: scoring.settle(opened[number], {}, {}, by=cast.ben))

    assert (settled.count("refused"), count("scoring.settled")) == (AT_ONCE - 1, 1)
