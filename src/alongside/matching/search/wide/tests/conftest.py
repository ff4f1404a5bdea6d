"""A crowd large enough for a file: whoever seeks, the answers are those of the columns in one process."""

from __future__ import annotations

import pytest

from alongside.accounts.memberships.models import Membership
from alongside.growth.skills.models import SkillLevel
from alongside.kit.clock import now
from alongside.matching.briefs.models import Brief, BriefSkill
from alongside.matching.search import store
from alongside.matching.search.wide import building
from alongside.people.availability.models import Window
from alongside.people.profiles.models import Profile
from benchmarks.web.crowd import gather

PEOPLE = 180


@pytest.fixture(autouse=True)
def large(settings, tmp_path, monkeypatch):
    """A folder of its own, and a file from the first mentor on."""
    settings.MEDIA_ROOT = tmp_path / "files"
    monkeypatch.setattr(building, "LARGE", 1)
    monkeypatch.setattr(building, "BLOCK", 64)
    store.forget()
    yield
    store.forget()


@pytest.fixture
def crowd(db):
    """People of twenty companies; the first of them seeks, with a brief."""
    people = gather(PEOPLE)
    skills = [one.skill for one in SkillLevel.objects.filter(person=people[5]).select_related("skill")[:1]]
    brief = Brief.objects.create(
        person=people[0], kind="skill", goal="Lead a release", languages=["en"], industry="fintech",
        channels=["video"], helps=["ask"], values=[1] * 8, finished_at=now(),
    )  # fmt: skip
    for place, skill in enumerate(skills):
        BriefSkill.objects.create(brief=brief, skill=skill, priority=place + 1, target=3)
    lead = Membership.objects.get(person=people[3], organisation__name="Company 0")
    Membership.objects.filter(pk=lead.pk).update(manager=people[0])
    Profile.objects.filter(person__in=people[20:24]).update(identity_light=True)
    Profile.objects.filter(person__in=people[24:28]).update(findable_by=[])
    Window.objects.filter(person=people[30]).delete()
    return people


@pytest.fixture
def brief(crowd) -> Brief:
    return Brief.objects.get(person=crowd[0])
