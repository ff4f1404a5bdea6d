"""Brings the frameworks that ship in the package into the database."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from django.db import transaction

from .counting import settle_counting
from .models import Framework, Skill

SHIPPED = ("skills-framework", "uk-government-2017")
"""The documents in the package; the first is the default framework."""


@transaction.atomic
def ship_frameworks() -> None:
    """Bring what ships into the database and mark the default; doing it again changes nothing but wording."""
    Framework.objects.filter(is_default=True).update(is_default=False)
    for name in SHIPPED:
        _ship(shipped(name), is_default=name == SHIPPED[0])
    settle_counting()


def _ship(document: dict[str, Any], *, is_default: bool) -> None:
    facts = {name: document[name] for name in ("licence", "attribution", "levels", "roles")}
    framework, _made = Framework.objects.update_or_create(
        organisation=None,
        name=document["name"],
        version=document["version"],
        defaults=facts | {"is_default": is_default},
    )
    Skill.objects.bulk_create(
        (Skill(framework=framework, **row) for row in rows(document)),
        update_conflicts=True,
        unique_fields=["framework", "key"],
        update_fields=[
            "area_key",
            "area",
            "name",
            "descriptors",
            "role_targets",
            "tools",
            "maps_to",
            "place",
        ],
    )


@cache
def shipped(name: str = SHIPPED[0]) -> dict[str, Any]:  # Any: a JSON document
    """A document, as it lies in the package."""
    text = files("alongside.growth.skills").joinpath(f"data/{name}.json").read_text("utf-8")
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
        "maps_to": skill.get("maps_to", {}),
        "place": place,
    }
