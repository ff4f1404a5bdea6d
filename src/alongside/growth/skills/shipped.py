"""Brings the framework that ships in the package into the database."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from django.db import transaction

from .models import Framework, Skill


@transaction.atomic
def ship_framework() -> Framework:
    """Bring the default framework into the database; doing it again changes nothing but its wording."""
    document = shipped()
    facts = {name: document[name] for name in ("licence", "levels", "roles")}
    framework, _ = Framework.objects.update_or_create(
        name=document["name"], version=document["version"], defaults=facts
    )
    Skill.objects.bulk_create(
        (Skill(framework=framework, **row) for row in rows(document)),
        update_conflicts=True,
        unique_fields=["framework", "key"],
        update_fields=["area_key", "area", "name", "descriptors", "role_targets", "tools", "place"],
    )
    return framework


@cache
def shipped() -> dict[str, Any]:  # Any: a JSON document
    """The document, as it lies in the package."""
    text = files("alongside.growth.skills").joinpath("data/skills-framework.json").read_text("utf-8")
    return dict(json.loads(text))


def rows(document: dict[str, Any]) -> list[dict[str, Any]]:
    """One row of plain values for each skill, in the document's order."""
    pairs = [(area, skill) for area in document["areas"] for skill in area["skills"]]
    return [_row(area, skill, place) for place, (area, skill) in enumerate(pairs)]


def _row(area: dict[str, Any], skill: dict[str, Any], place: int) -> dict[str, Any]:
    return {
        "key": skill["id"],
        "area_key": area["id"],
        "area": area["name"],
        "name": skill["name"],
        "descriptors": skill["levels"],
        "role_targets": skill["role_targets"],
        "tools": skill["tools"],
        "place": place,
    }
