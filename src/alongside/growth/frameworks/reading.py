"""Reads a framework from JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from alongside.kit.cells import as_typed
from alongside.kit.text import one_line

from .checking import problems_of
from .draft import COLUMNS, MOST_SKILLS, Draft, Line, Problem

ENOUGH = MOST_SKILLS + 1
"""So many lines are read: one too many is wrong already, and a file of thousands costs no more."""
LEVEL = re.compile(r"level ([1-9]): ?(.*)", re.IGNORECASE)
TARGET = re.compile(r"target: ?(.*)", re.IGNORECASE)
MAPS_TO = re.compile(r"maps to: ?(.*)", re.IGNORECASE)


def read(text: str, **head: str) -> Draft:
    """Read JSON (it begins with a brace) or CSV, and check it; ``head`` goes before what the file says."""
    draft = _from_json(text) if text.lstrip("\ufeff \r\n\t").startswith("{") else _from_csv(text)
    _headed(draft, head)
    if not draft.problems:
        draft.problems = problems_of(draft)
    return draft


def _headed(draft: Draft, head: dict[str, str]) -> Draft:
    """What is empty leaves what was there."""
    for name, words in head.items():
        if words:
            setattr(draft, name, words)
    return draft


def _from_csv(text: str) -> Draft:
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    draft, before = Draft(), 0
    try:
        header = [one_line(cell) for cell in next(reader, [])]
        columns = _Columns(header)
        draft.levels = [{"level": at, "name": name, "anchor": ""} for at, name in columns.scale]
        draft.roles = list(columns.roles)
        draft.problems = [
            Problem(1, _("There is no column “%(name)s”") % {"name": name})
            for name in COLUMNS if name not in columns.places
        ]  # fmt: skip
        before = reader.line_num
        for cells in reader if not draft.problems else ():
            if any(cell.strip() for cell in cells):
                draft.lines.append(columns.line(before + 1, cells))
            if len(draft.lines) == ENOUGH:
                break
            before = reader.line_num
    except csv.Error as error:
        draft.problems = [Problem(before + 1, _("This is not CSV: %(why)s") % {"why": error})]
    return draft


class _Columns:
    """Where in a row what stands."""

    def __init__(self, header: Sequence[str]) -> None:
        self.places = {name.casefold(): at for at, name in reversed(list(enumerate(header)))}
        levels = [(int(match[1]), at, match[2]) for at, name in enumerate(header)
                  if (match := LEVEL.fullmatch(name))]  # fmt: skip
        self.levels = [at for _number, at, _name in sorted(levels)]
        self.scale = [(number, name) for number, (_n, _at, name) in enumerate(sorted(levels), 1)]
        self.roles = {match[1]: at for at, name in enumerate(header) if (match := TARGET.fullmatch(name))}
        self.others = {match[1]: at for at, name in enumerate(header) if (match := MAPS_TO.fullmatch(name))}

    def line(self, number: int, cells: Sequence[str]) -> Line:
        """One row; what is missing at its end is empty."""

        def cell(at: int | None) -> str:
            return one_line(as_typed(cells[at])) if at is not None and at < len(cells) else ""

        words = {name: cell(self.places[name]) for name in COLUMNS}
        targets = {role: cell(at) for role, at in self.roles.items() if cell(at)}
        tools = cell(self.places.get("tools")).split()
        others = {name: cell(at) for name, at in self.others.items() if cell(at)}
        return Line(number, words, [cell(at) for at in self.levels], targets, tools, others)


def _from_json(text: str) -> Draft:
    try:
        document = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:  # also a number of 5,000 digits
        line = getattr(error, "lineno", 1)
        return Draft(problems=[Problem(line, _("This is not JSON"))])
    head = {name: _word(document.get(name)) for name in ("name", "version", "licence", "attribution")}
    levels = [
        {"level": number, "name": _word(one.get("name")), "anchor": _word(one.get("anchor"))}
        for number, one in enumerate(_objects(document.get("levels")), 1)
    ]
    roles = [_word(one) for one in _listed(document.get("roles"))]
    skills = ((area, one) for area in _objects(document.get("areas")) for one in _objects(area.get("skills")))
    lines = [_json_line(text, area, skill) for area, skill in islice(skills, ENOUGH)]
    return _headed(Draft(levels=levels, roles=roles, lines=lines), head)


def _json_line(text: str, area: dict[str, Any], skill: dict[str, Any]) -> Line:
    key = _word(skill.get("id"))
    words = {"area_key": _word(area.get("id")), "area": _word(area.get("name")),
             "key": key, "skill": _word(skill.get("name"))}  # fmt: skip
    descriptors = [_word(one) for one in _listed(skill.get("levels"))]
    tools = [tool for one in _listed(skill.get("tools")) if (tool := _word(one))]
    others = {
        _word(name): word for name, called in _named(skill, "maps_to").items() if (word := _word(called))
    }
    return Line(_line_of(text, key), words, descriptors, _named(skill, "role_targets"), tools, others)


def _named(skill: dict[str, Any], name: str) -> dict[str, Any]:  # Any: of a JSON document
    found = skill.get(name)
    return found if isinstance(found, dict) else {}


def _line_of(text: str, key: str) -> int:
    """The line on which the skill's key stands; 1 if it has none."""
    at = re.search(r'"id"\s*:\s*' + re.escape(json.dumps(key)), text) if key else None
    return text.count("\n", 0, at.start()) + 1 if at else 1


def _word(value: object) -> str:
    return one_line(value) if isinstance(value, str) else ""


def _listed(value: object) -> list[Any]:  # Any: of a JSON document
    return value if isinstance(value, list) else []


def _objects(value: object) -> list[dict[str, Any]]:  # Any: of a JSON document
    return [one for one in _listed(value) if isinstance(one, dict)]
