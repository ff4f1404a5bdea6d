"""Writes a framework as JSON or CSV, as it is read back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from alongside.growth.skills.models import Framework, Skill
from alongside.kit.cells import harmless

from .draft import COLUMNS


def as_json(framework: Framework, skills: Sequence[Skill]) -> str:
    """The framework as JSON, which ``read`` takes back."""
    areas: dict[str, dict[str, Any]] = {}
    for one in skills:
        area = areas.setdefault(one.area_key, {"id": one.area_key, "name": one.area, "skills": []})
        area["skills"].append({"id": one.key, "name": one.name, "tools": one.tools,
                               "maps_to": one.maps_to, "role_targets": one.role_targets,
                               "levels": one.descriptors})  # fmt: skip
    document = {
        "name": framework.name, "version": framework.version, "licence": framework.licence,
        "attribution": framework.attribution, "levels": framework.levels, "roles": framework.roles,
        "areas": list(areas.values()),
    }  # fmt: skip
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def as_csv(framework: Framework, skills: Sequence[Skill]) -> str:
    """The framework as CSV, which ``read`` takes back with a name, a version and a licence."""
    out = io.StringIO()
    writer = csv.writer(out)
    levels = [f"level {one['level']}: {one['name']}" for one in framework.levels]
    others = sorted({name for one in skills for name in one.maps_to})
    targets_of = [f"target: {role}" for role in framework.roles]
    writer.writerow([*COLUMNS, "tools", *levels, *targets_of, *(f"maps to: {name}" for name in others)])
    for one in skills:
        targets = [one.role_targets.get(role, "") for role in framework.roles]
        row = [one.area_key, one.area, one.key, one.name, " ".join(one.tools), *one.descriptors, *targets]
        row += [one.maps_to.get(name, "") for name in others]
        writer.writerow([harmless(str(cell)) for cell in row])
    return out.getvalue()
