"""Two people press whatever they like, one after the other on old pages and at once: no illegal state, ever.

``ALONGSIDE_STEPS=10000 pytest tests/races/test_course.py`` presses as often as that.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from itertools import count
from threading import Barrier
from types import SimpleNamespace
from typing import ClassVar

import pytest
from django.db import connections
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from alongside.accounts.persons.models import Person
from alongside.activity.events.listeners import tell
from alongside.activity.events.models import Event
from alongside.kit.clock import now, travel
from alongside.kit.errors import Forbidden, Refused
from alongside.matching.requests import actions as requests
from alongside.matching.requests.models import Request
from alongside.mentoring.feedback import timed as feedback
from alongside.mentoring.help.models import Concern
from alongside.mentoring.introductions import timed as introductions
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.soundings import timed as soundings
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile
from tests.races.buttons import ACTS, BEGINNING, Course, Press
from tests.races.laws import after_the_listeners, broken

STEPS = int(os.environ.get("ALONGSIDE_STEPS", "0"))
SHORT = {"max_examples": 6, "stateful_step_count": 20, "derandomize": True}
LONG = {"max_examples": 100, "stateful_step_count": 60}
NUMBERS = count(1)
PEOPLE, PAGES, BUTTONS = (
    st.sampled_from(["mentor", "mentee"]),
    st.integers(0, 2),
    st.sampled_from(sorted(ACTS)),
)
CHANGES = st.sampled_from(
    ["end", "end", "pause", "resume", "freeze", "move", "accept", "cancel", "pick", "third yes"]
)


class TwoPeople(RuleBasedStateMachine):
    """A mentorship from the request on."""

    pressed: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.at = now()

    @initialize(
        said=st.lists(st.sampled_from(["accept", "withdraw", "decline"]), min_size=2, max_size=2),
        full=st.booleans(),
    )
    def begin(self, said: list[str], full: bool) -> None:
        """A request that is answered twice at once; when nobody said yes, it is sent again and accepted."""
        people = [_person(name) for name in ("mentor", "mentee", "helper")]
        mentor, mentee, helper = people
        Offer.objects.create(person=mentor, capacity=1, formats=["long"])
        Profile.objects.create(person=mentor, findable_by=["everyone"])
        began = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        request = _ask(mentor, mentee)
        _at_once([_answer(request.pk, word, mentor, mentee) for word in said])
        request.refresh_from_db()
        if request.mentorship_id is None:
            request = Request.objects.get(pk=_ask(mentor, mentee).pk)
            requests.accept(request, by=mentor)
            request.refresh_from_db()
        told = set(Event.objects.filter(pk__lte=began).values_list("pk", flat=True))
        self.course = Course(mentor, mentee, helper, request.mentorship_id, began, told)
        concern = Concern(
            asker=mentee, helper=helper, key_id=mentee.key_id, mentorship_id=request.mentorship_id
        )
        concern.text = "Help"
        concern.save()
        for who, button in BEGINNING if full else ():
            self._press(self._open(who, button, 0))

    @rule(who=PEOPLE, button=BUTTONS, number=PAGES)
    def press(self, who: str, button: str, number: int) -> None:
        """One presses a button."""
        with travel(self.at):
            self._press(self._open(who, button, number))

    @rule(who=PEOPLE, button=BUTTONS, number=PAGES, change=CHANGES)
    def press_on_an_old_page(self, who: str, button: str, number: int, change: str) -> None:
        """Both open their pages; one presses, and then the other, whose page shows what was."""
        with travel(self.at):
            other = "mentee" if who == "mentor" else "mentor"
            old, first = self._open(who, button, number), self._open(other, change, 0)
            self._press(first)
            self._press(old)

    @rule(one=BUTTONS, other=CHANGES, number=PAGES, same=st.booleans())
    def press_at_once(self, one: str, other: str, number: int, same: bool) -> None:
        """Both press at the same moment."""
        with travel(self.at):
            pages = [
                self._open("mentor", other if same else one, number),
                self._open("mentee", other, number),
            ]
            TwoPeople.pressed += 2
            _at_once([page for page in pages if page])

    @rule(days=st.sampled_from([0.05, 0.2, 3, 15]))
    def wait(self, days: float) -> None:
        """Time goes by, and does what it does."""
        self.at += dt.timedelta(days=days)
        with travel(self.at):
            introductions.expire_due(now())
            introductions.ask_due(now())
            feedback.propose_due(now())
            soundings.close_due(now())

    @rule()
    def listen(self) -> None:
        """What follows has followed."""
        with travel(self.at):
            while new := list(self.course.events().exclude(pk__in=self.course.told)):
                for event in new:
                    self.course.told.add(event.pk)
                    tell(event)
            assert after_the_listeners(self.course) == []

    def teardown(self) -> None:
        """Nothing of it stays: timed jobs work on every mentorship there is."""
        if hasattr(self, "course"):
            Mentorship.objects.filter(pk=self.course.pair).delete()

    @invariant()
    def no_illegal_state(self) -> None:
        """Every law holds."""
        if hasattr(self, "course"):
            assert broken(self.course) == []

    def _open(self, who: str, button: str, number: int) -> Press | None:
        return ACTS[button](self.course, getattr(self.course, who), number)

    def _press(self, page: Press | None) -> None:
        if page is not None:
            TwoPeople.pressed += 1
            _tried(page)


def _tried(page: Press) -> object:
    """A refusal is an answer; everything else that is raised is a fault."""
    try:
        return page()
    except (Refused, Forbidden) as no:
        return no


def _at_once(pages: list[Press]) -> None:
    barrier = Barrier(len(pages) or 1)

    def go(page: Press) -> object:
        barrier.wait(30)
        try:
            return _tried(page)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        for one in [pool.submit(copy_context().run, go, page) for page in pages]:
            one.result()


def _person(name: str) -> Person:
    email = f"{name}{next(NUMBERS)}@example.org"
    return Person.objects.create(
        name=name, email=email, timezone="Europe/London", agreed_conduct_at=now(), agreed_conduct_version="1"
    )


def _ask(mentor: Person, mentee: Person) -> Request:
    return requests.send(mentor, by=mentee, brief=None, goal="Lead a release", question="Which first?")


def _answer(request: int, word: str, mentor: Person, mentee: Person) -> Press:
    row = Request.objects.select_related("mentor", "mentee").get(pk=request)
    words: dict[str, Callable[[], object]] = {
        "accept": lambda: requests.accept(row, by=mentor),
        "withdraw": lambda: requests.withdraw(row, by=mentee),
        "decline": lambda: requests.decline(row, "", by=mentor),
    }
    return words[word]


@pytest.mark.django_db(transaction=True)
def test_whatever_two_people_press_no_illegal_state_comes_of_it():
    usual = {
        "deadline": None,
        "database": None,
        "suppress_health_check": list(HealthCheck),
        "phases": [Phase.generate],
    }
    chosen = settings(**usual, **(LONG if STEPS else SHORT))
    TwoPeople.pressed = 0
    run_state_machine_as_test(TwoPeople, settings=chosen)
    while TwoPeople.pressed < STEPS:
        run_state_machine_as_test(TwoPeople, settings=chosen)
    print(SimpleNamespace(pressed=TwoPeople.pressed))
