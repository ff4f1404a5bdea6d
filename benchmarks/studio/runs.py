"""Freezes and decides a round of real people through the real actions, then asks what if, each time something else."""

from __future__ import annotations

import datetime as dt
import logging
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.test import Client
from django.urls import reverse

from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now
from alongside.matching.briefs.models import Brief, BriefSkill
from alongside.matching.publishing.actions import decide
from alongside.matching.publishing.running import work_on
from alongside.matching.rounds.actions import freeze
from alongside.matching.rounds.models import Round
from alongside.matching.studio.asking import balanced
from alongside.matching.studio.working import Studio
from alongside.people.offers.models import Offer
from alongside.programmes.participations.models import Participation
from alongside.programmes.programmes.models import Programme
from alongside.programmes.programmes.weights import USUAL
from benchmarks.web.crowd import gather

BATCH = 5000


def measure(mentees: int, mentors: int, runs: int) -> dict[str, Any]:
    """Build the round, freeze it, decide it, and question it."""
    logging.disable(logging.CRITICAL)
    round, coordinator = _round(mentees, mentors)
    browser = Client(SERVER_NAME="localhost", HTTP_ACCEPT_ENCODING="gzip")
    browser.force_login(coordinator, backend="allauth.account.auth_backends.AuthenticationBackend")
    found = {"freeze_s": _took(lambda: freeze(round, by=coordinator))}
    found["decide_s"] = _took(lambda: work_on(decide(round, by=coordinator).pk))
    round.refresh_from_db()
    address = reverse("studio.show", args=[round.code])
    found["first_page_s"] = _took(lambda: browser.get(address))
    return found | _engine(round, runs) | _what_ifs(browser, address, runs)


def _engine(round: Round, runs: int) -> dict[str, Any]:
    """The engine's part of a what-if alone: other weights, and the answer."""
    studio, wall, processor = Studio(round), [], []
    for number in range(runs):
        asked = replace(studio.asked(studio.stands()), weights=balanced({**USUAL, "values": 6 + number}))
        clock, used = time.perf_counter(), time.process_time()
        studio.worked(asked)
        processor.append(1000 * (time.process_time() - used))
        wall.append(1000 * (time.perf_counter() - clock))
    return {"engine_cpu_ms": middle(processor), "engine_p50_ms": middle(wall)}


def middle(values: list[float]) -> float:
    """The median, with one place."""
    return round(statistics.median(values), 1)


def _round(mentees: int, mentors: int) -> tuple[Round, Person]:
    people = gather(mentees + mentors)
    coordinator = people[-1]
    here = Membership.objects.filter(person=people[0]).select_related("organisation").first()
    assert here is not None
    Membership.objects.filter(person=coordinator, organisation=here.organisation).delete()
    Membership.objects.create(person=coordinator, organisation=here.organisation, roles=["coordinator"])
    Person.objects.update(agreed_conduct_at=now())
    programme = Programme.objects.create(
        organisation=here.organisation, name="Spring", starts_on=dt.date(2027, 1, 4), most_mentees=3
    )
    _mentors(programme, people[:mentors])
    _mentees(programme, people[mentors:])
    return Round.objects.create(programme=programme, name="Spring", seed=7), coordinator


def _mentors(programme: Programme, people: list[Person]) -> None:
    Offer.objects.filter(person__in=people).delete()
    Offer.objects.bulk_create(
        [Offer(person=one, open=True, capacity=3, formats=["long"]) for one in people], BATCH
    )
    _part(programme, people, "mentor")


def _mentees(programme: Programme, people: list[Person]) -> None:
    dice, skills = random.Random(11), default_skills()  # noqa: S311 - the same people each time
    briefs = [
        Brief(
            person=one, kind="skill", goal="Lead a release", finished_at=now(), cadence=14, languages=["en"]
        )
        for one in people
    ]
    Brief.objects.bulk_create(briefs, BATCH)
    wanted = [
        BriefSkill(brief=brief, skill=skill, priority=place, target=dice.randint(2, 5))
        for brief in briefs
        for place, skill in enumerate(dice.sample(list(skills), 3), 1)
    ]
    BriefSkill.objects.bulk_create(wanted, BATCH)
    _part(programme, people, "mentee")


def _part(programme: Programme, people: list[Person], side: str) -> None:
    rows = [Participation(programme=programme, person=one, side=side) for one in people]
    Participation.objects.bulk_create(rows, BATCH)


def _what_ifs(browser: Client, address: str, runs: int) -> dict[str, Any]:
    """Other weights each time, as a slider sends them, so that nothing is answered from what was kept."""
    wall, processor = [], []
    for number in range(runs):
        typed: dict[str, Any] = {"aim": "total", **USUAL, "goals": 20 + number}
        clock, used = time.perf_counter(), time.process_time()
        answer = browser.get(address, typed, headers={"HX-Request": "true", "HX-Target": "answer"})
        processor.append(1000 * (time.process_time() - used))
        wall.append(1000 * (time.perf_counter() - clock))
        assert answer.status_code == 200, answer.status_code
    return {
        "what_if_cpu_ms": middle(processor),
        "what_if_p50_ms": middle(wall),
        "what_if_worst_ms": round(max(wall), 1),
        "html": len(answer.content),
    }


def _took(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return round(time.perf_counter() - start, 2)
