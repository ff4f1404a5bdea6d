"""A crowd of people with careers, skills, offers, mentorships and a past, made quickly and always alike."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from typing import Any

from django.db import connection

from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.growth.skills.models import Skill, SkillLevel
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now
from alongside.matching.requests.models import Request
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.people.availability.models import Window
from alongside.people.careers.models import Position, Transition
from alongside.people.careers.words import Industry, Level, Move, ProductType, Size, Stage
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile
from alongside.vault.keys.keyring import make_key

COMPANIES = 20
MENTORS = 0.4
AT_ONCE = 2000
FINDABLE = (["companies"], ["companies", "communities"], ["everyone"])


def gather(number: int) -> list[Person]:
    """Make so many people and what hangs on them; the first half works in the first company."""
    dice = random.Random(number)  # noqa: S311 - the same crowd each time
    key = make_key()  # one for all: nobody here has written anything private
    people = _keep(
        Person(name=f"Person {place}", email=f"p{place}@example.org", key=key, agreed_conduct_at=now(),
               agreed_conduct_version="1")
        for place in range(number)
    )  # fmt: skip
    _belong(people)
    for one in (_profiles, _offers, _positions, _moves, _levels, _windows):
        _keep(row for person in people for row in one(person, dice))
    _pasts(people, key.pk, dice)
    return people


MANY = """
    INSERT INTO mentoring_meeting
        (code, created_at, mentorship_id, organiser_id, starts_at, minutes, zone, link, state, uid, sequence)
    SELECT left(md5(mentorship.id || ' ' || step), 16), now(), mentorship.id, mentor.person_id,
        now() - step * interval '7 days', 45, 'UTC', '', 'held', mentorship.code || '-long-ago-' || step, 0
    FROM mentoring_mentorship mentorship
    JOIN mentoring_participant mentor ON mentor.mentorship_id = mentorship.id AND mentor.side = 'mentor'
    CROSS JOIN generate_series(10, 9 + %s) step
"""


def fill(meetings: int) -> int:
    """Give every mentorship as many meetings of long ago as make so many in all; return how many there are."""
    more = max(0, meetings - Meeting.objects.count())
    with connection.cursor() as cursor:
        cursor.execute(MANY, [-(-more // max(1, Mentorship.objects.count()))])
    return Meeting.objects.count()


def _keep(rows: Iterable[Any]) -> list[Any]:  # Any: rows of any table
    made = list(rows)
    return type(made[0])._base_manager.bulk_create(made, batch_size=AT_ONCE) if made else []


def _belong(people: list[Person]) -> None:
    companies = [Organisation.objects.create(name=f"Company {n}", kind="company") for n in range(COMPANIES)]
    circle = Organisation.objects.create(name="Product Circle", kind="community", joining="open")
    half = len(people) // 2
    homes = [companies[0] if n < half else companies[1 + n % (COMPANIES - 1)] for n in range(len(people))]
    _keep(Membership(person=p, organisation=home) for p, home in zip(people, homes, strict=True))
    _keep(Membership(person=p, organisation=circle) for p in people[::2])


def _profiles(person: Person, dice: random.Random) -> Iterable[Profile]:
    headline = f"{dice.choice(Move.labels)}, now in {dice.choice(Industry.labels)}"
    about = "I like to find out which problem it really is before anybody talks about solutions. " * 3
    yield Profile(
        person=person, headline=headline, about=about, words=f"{headline}\n{about}",
        languages=dice.sample(["en", "de", "fr", "es", "it"], 2), topics=["discovery", "pricing"],
        channels=["video", "mail"], findable_by=dice.choice(FINDABLE),
        values=[dice.randint(-2, 2) for _ in range(8)],
    )  # fmt: skip


def _offers(person: Person, dice: random.Random) -> Iterable[Offer]:
    if dice.random() < MENTORS:
        capacity = dice.randint(1, 4)
        yield Offer(
            person=person, capacity=capacity, taken=dice.randint(0, capacity), formats=["long", "flash"],
            helps=["listen", "ask", "review"], cadences=[14, 28], expects="Bring one real question.",
        )  # fmt: skip


def _positions(person: Person, dice: random.Random) -> Iterable[Position]:
    year = dice.randint(2004, 2016)
    for place in range(3):
        yield Position(
            person=person, title=dice.choice(["Product manager", "Engineer", "Director of product"]),
            company=f"Maker {dice.randint(1, 400)}", level=dice.choice(Level.values), size=dice.choice(Size.values),
            stage=dice.choice(Stage.values), industry=dice.choice(Industry.values),
            product_type=dice.choice(ProductType.values), started=dt.date(year + 3 * place, 3, 1),
            ended=None if place == 2 else dt.date(year + 3 * place + 3, 2, 1),
        )  # fmt: skip


def _moves(person: Person, dice: random.Random) -> Iterable[Transition]:
    for move in dice.sample(Move.values, 2):
        yield Transition(person=person, move=move, year=dice.randint(2008, 2024), stated=True)


_skills: list[Skill] = []


def _levels(person: Person, dice: random.Random) -> Iterable[SkillLevel]:
    _skills.extend([] if _skills else default_skills())
    for skill in dice.sample(_skills, 12):
        yield SkillLevel(person=person, skill=skill, level=dice.randint(1, 5))


def _windows(person: Person, dice: random.Random) -> Iterable[Window]:
    for weekday in dice.sample(range(5), 2):
        yield Window(person=person, weekday=weekday, starts=dt.time(9), ends=dt.time(12))


def _pasts(people: list[Person], key: int, dice: random.Random) -> None:
    """Half of the people are in a mentorship with meetings; everybody has asked somebody, and left traces."""
    pairs = list(zip(people[::4], people[1::4], strict=False))
    mentorships = _keep(Mentorship(purpose="Lead a release", key_id=key) for _ in pairs)
    sides = zip(mentorships, pairs, strict=True)
    _keep(
        Participant(mentorship=mentorship, person=person, side=side)
        for mentorship, pair in sides
        for person, side in zip(pair, ("mentor", "mentee"), strict=True)
    )
    _keep(
        Meeting(mentorship=one, organiser=pair[0], starts_at=now() + dt.timedelta(days=14 * step), zone="UTC",
                state="planned" if step > 0 else "held", uid=f"{one.code}-{step}")
        for one, pair in zip(mentorships, pairs, strict=True)
        for step in range(-3, 3)
    )  # fmt: skip
    _keep(
        Request(mentee=person, mentor=other, goal="Lead a release", key_id=key, state="declined")
        for person, other in zip(people, people[7:], strict=False)
    )
    _keep(
        Event(verb=dice.choice(["goal.progress", "meeting.planned"]), by=person, about_kind="mentoring.Meeting",
              about_code="x" * 16)
        for person in people
        for _ in range(10)
    )  # fmt: skip
