"""What the tests of this area share: a mentor who may be found and has room, and a programme with its round."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import SkillLevel
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now
from alongside.matching.briefs.models import Brief, BriefSkill
from alongside.matching.publishing import actions as publishing
from alongside.matching.publishing.actions import decide
from alongside.matching.publishing.running import work_on
from alongside.matching.rounds.actions import freeze
from alongside.matching.rounds.models import Round
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile
from alongside.programmes.participations.models import Participation
from alongside.programmes.programmes.models import Programme


def as_mentor(person: Person, *, capacity: int = 1, **fields: object) -> Offer:
    """Open an offer and let colleagues find the mentor."""
    Profile.objects.update_or_create(person=person, defaults={"findable_by": ["companies"]})
    defaults = {"open": True, "capacity": capacity, "formats": ["long", "flash"], **fields}
    return Offer.objects.update_or_create(person=person, defaults=defaults)[0]


@pytest.fixture
def offer(cast: SimpleNamespace) -> Offer:
    """Ada's offer, with one place."""
    return as_mentor(cast.ada)


def as_mentee(person: Person, *, target: int = 3, **fields: object) -> Brief:
    """Finish a brief that seeks the first skill of the framework."""
    defaults = {"kind": "skill", "goal": "Lead a release", "finished_at": now(), **fields}
    brief = Brief.objects.create(person=person, **defaults)
    BriefSkill.objects.create(brief=brief, skill=default_skills()[0], priority=3, target=target)
    return brief


def able(person: Person, level: int) -> None:
    """Say that the person stands at this level of the first skill."""
    SkillLevel.objects.update_or_create(person=person, skill=default_skills()[0], defaults={"level": level})


@pytest.fixture
def programme(cast: SimpleNamespace) -> Programme:
    """Northwind's programme, which Cleo and Dev run and every member may join."""
    return Programme.objects.create(
        organisation=cast.northwind, name="Spring mentoring", starts_on=dt.date(2026, 12, 1)
    )


@pytest.fixture
def crowd(cast: SimpleNamespace, programme: Programme) -> SimpleNamespace:
    """The cast with Ben, Fay and Gus as mentees, and Ada (one place) and Hal (one place) as mentors.

    Ada stands two levels above the mentees and Hal one, so that everybody fits Ada better. Gus is left over.
    """
    for name in ("fay", "gus", "hal"):
        person = Person.objects.create(
            name=f"{name.title()} Doe", email=f"{name}@example.org", agreed_conduct_at=now()
        )
        Membership.objects.create(person=person, organisation=cast.northwind)
        setattr(cast, name, person)
    for name in ("ben", "fay", "gus"):
        as_mentee(getattr(cast, name))
        take_part(programme, getattr(cast, name), "mentee")
    for name, level in (("ada", 4), ("hal", 3)):
        as_mentor(getattr(cast, name))
        able(getattr(cast, name), level)
        take_part(programme, getattr(cast, name), "mentor")
    return cast


def take_part(programme: Programme, person: Person, side: str) -> Participation:
    """Let somebody take part."""
    return Participation.objects.create(programme=programme, person=person, side=side)


@pytest.fixture
def round(crowd: SimpleNamespace, programme: Programme) -> Round:
    """A round that collects."""
    return Round.objects.create(programme=programme, name="Spring", seed=7)


@pytest.fixture
def frozen(crowd: SimpleNamespace, round: Round) -> Round:
    """A round that Cleo has frozen."""
    freeze(round, by=crowd.cleo)
    return round


@pytest.fixture
def drafted(crowd: SimpleNamespace, frozen: Round) -> Round:
    """A frozen round whose draft is worked out: the job has run."""
    work_on(decide(frozen, by=crowd.cleo).pk)
    frozen.refresh_from_db()
    return frozen


@pytest.fixture
def inviting(crowd: SimpleNamespace, drafted: Round) -> Round:
    """A round that Cleo proposed, Dev approved and Cleo published; one mentee waits."""
    publishing.propose(drafted, by=crowd.cleo)
    publishing.approve(drafted, by=crowd.dev)
    publishing.publish(drafted, by=crowd.cleo)
    return drafted
