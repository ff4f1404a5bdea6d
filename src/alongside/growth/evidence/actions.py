"""Keep evidence of a skill, change it and remove it; each time the level is told anew what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.growth.skills.models import Skill
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.kit.uploads import Taken

from . import rules
from .models import Evidence
from .settling import settle

MOST = 500
MOST_TOGETHER = 200 * 1024 * 1024
"""Bytes of all files of one person, so that nobody fills the disk of all."""
SAID = ("level", "day", "title", "text", "link")
Told = Mapping[str, Any]
"""``level``, ``day``, ``title``, ``text``, ``link``."""
From = tuple[str, str]
"""A source and the code of the thing there; nothing for what is brought along."""
OWN: From = (Evidence.Source.OWN, "")


@transaction.atomic
def keep(skill: Skill, told: Told, *, by: Person, of: From = OWN, file: Taken | None = None) -> Evidence:
    """Keep one item of evidence for one skill."""
    source, code = of
    evidence = Evidence(person=by, skill=skill, source=source, source_code=code)
    require(rules.can_keep(by, evidence))
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)
    if Evidence.objects.filter(person=by).count() >= MOST:
        raise Refused(_("Five hundred items are here. Remove one first."))
    _fill(evidence, told, file)
    settle(by, skill)
    record("evidence.kept", by=by, about=evidence, source=source, level=evidence.level)
    return evidence


@transaction.atomic
def change(evidence: Evidence, told: Told, *, by: Person, file: Taken | None = None) -> None:
    """Say it better; whoever confirmed it confirmed what it said before, and may be asked again."""
    require(rules.can_keep(by, evidence))
    evidence = Evidence.objects.select_for_update(of=("self",)).select_related("person", "skill").get(
        pk=evidence.pk
    )  # fmt: skip
    if file is None and all(getattr(evidence, name) == told[name] for name in SAID):
        return
    evidence.changed_at, evidence.confirmed_at = now(), None
    _fill(evidence, told, file)
    settle(by, evidence.skill)
    record("evidence.changed", by=by, about=evidence, level=evidence.level)


@transaction.atomic
def remove(evidence: Evidence, *, by: Person) -> None:
    """Remove it, and what was said about it; what it came from stays."""
    require(rules.can_keep(by, evidence))
    skill = evidence.skill
    record("evidence.removed", by=by, about=evidence)
    evidence.delete()
    settle(by, skill)


def _fill(evidence: Evidence, told: Told, file: Taken | None) -> None:
    if told["level"] not in evidence.skill.framework.scale:
        raise Refused(_("Choose a level of the scale."))
    if told["day"] > now().date():
        raise Refused(_("Evidence is of what was done: choose today or a day before."))
    for name in SAID:
        setattr(evidence, name, told[name])
    if file:
        _refuse_if_full(evidence, file)
        evidence.keep_file(file.name, file.kind, file.content)
    try:
        with transaction.atomic():
            evidence.save()
    except IntegrityError as twice:
        raise Refused(_("This is evidence for this skill already.")) from twice


def _refuse_if_full(evidence: Evidence, file: Taken) -> None:
    others = Evidence.objects.filter(person=evidence.person).exclude(pk=evidence.pk)
    held = others.aggregate(held=Sum(Length("content")))["held"] or 0
    if held + len(file.content) > MOST_TOGETHER:
        raise Refused(_("Your files hold 200 MB together. Remove one, or give a link."))
