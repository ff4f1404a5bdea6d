"""Six mentors inside and beyond Ben's company, and Ben's brief."""

from __future__ import annotations

import datetime as dt

import pytest

from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import SkillLevel
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now
from alongside.matching.briefs.models import Brief, BriefSkill
from alongside.matching.search import store
from alongside.people.availability.actions import set_week
from alongside.people.careers.models import Launch, Position, Story, Transition
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile

MORNINGS = [(day, dt.time(9), dt.time(11)) for day in (1, 3)]
MENTORS = [
    ("Ada Lindqvist", "Europe/Stockholm", 5, "fintech", "engineer_to_pm", 4),
    ("Farid Haddad", "Europe/Paris", 6, "health", "engineer_to_pm", 5),
    ("Grace Mensah", "Africa/Accra", 4, "education", "consultant_to_pm", 3),
    ("Hana Suzuki", "Asia/Tokyo", 4, "fintech", "designer_to_pm", 4),
    ("Ines Duarte", "Europe/Lisbon", 3, "commerce", "engineer_to_pm", 4),
    ("Jonas Weber", "Europe/Berlin", 5, "energy", "ic_to_manager", 2),
]


@pytest.fixture
def mentors(transactional_db, cast):
    """Six mentors with careers, two of them in Ben's company, and Ben's brief."""
    store.forget()
    skills = {skill.key: skill for skill in default_skills()}
    for place, row in enumerate(MENTORS):
        _mentor(cast, skills, place, *row)
    Profile.objects.update_or_create(person=cast.ben)
    set_week(cast.ben, by=cast.ben, zone="Europe/London", windows=MORNINGS)
    brief = Brief.objects.create(
        person=cast.ben, kind="transition", goal="Move from engineering into a first product role",
        move="engineer_to_pm", industry="fintech", languages=["en"], channels=["video"], cadence=14,
        helps=["listen", "rehearse"], values=[-1, 0, 1, 0, 0, -2, 1, 0], finished_at=now(),
    )  # fmt: skip
    BriefSkill.objects.create(brief=brief, skill=skills["B3"], priority=3, target=3)
    yield {person.name: person for person in Person.objects.all()}
    store.forget()


def _mentor(cast, skills, place, name, zone, level, industry, move, strong):
    person = cast.ada if name.startswith("Ada") else Person.objects.create(
        name=name, email=f"m{place}@example.org", timezone=zone, agreed_conduct_at=now(), agreed_conduct_version="1"
    )  # fmt: skip
    if place == 1:
        Membership.objects.create(person=person, organisation=cast.northwind)
    Profile.objects.update_or_create(
        person=person,
        defaults={
            "findable_by": ["companies", "everyone"], "languages": ["en"], "channels": ["video"],
            "headline": "Helps first-time product people find their feet",
            "about": "I listen first.", "words": f"{name} payments roadmap", "values": [0] * 8,
        },
    )  # fmt: skip
    Offer.objects.create(
        person=person, capacity=place % 3, formats=["long"], helps=["listen", "ask"], cadences=[14]
    )
    set_week(
        person, by=person, zone=zone, windows=[(1, dt.time(9), dt.time(13)), (3, dt.time(10), dt.time(12))]
    )
    position = Position.objects.create(
        person=person, title="Product lead", company="Northwind", level=level, industry=industry,
        started=dt.date(2019, 4, 1),
    )  # fmt: skip
    Transition.objects.create(person=person, move=move, year=2019, stated=True)
    SkillLevel.objects.create(person=person, skill=skills["B3"], level=strong)
    SkillLevel.objects.create(person=person, skill=skills["A1"], level=3)
    Launch.objects.create(
        person=person, position=position, product="Faster onboarding", problem="People gave up at step three.",
        part="I led the team.", measure="Finished in a day", before="41 %", after="68 %",
    )  # fmt: skip
    Story.objects.create(
        person=person, kind="failure", title="The launch nobody wanted", happened="We did not ask.",
        learned="Ask before you build.",
    )  # fmt: skip
