"""What is wrong with a framework that was read, each mistake by its line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from alongside.growth.skills.models import MOST_LEVELS

from .draft import COLUMNS, MOST_ROLES, MOST_SKILLS, Draft, Line, Problem

LONGEST = 600
MOST_OTHERS = 12


def problems_of(draft: Draft) -> list[Problem]:
    """Everything that is wrong, the head first, then line by line."""
    return [*_wrong_head(draft), *_wrong_lines(draft)]


def _wrong_head(draft: Draft) -> Iterable[Problem]:
    wanted = {"name": (_("Enter the name of the framework"), 160), "version": (_("Enter its version"), 20),
              "licence": (_("Enter its licence"), 300)}  # fmt: skip
    for name, (enter, longest) in wanted.items():
        if not getattr(draft, name):
            yield Problem(1, enter)
        elif len(getattr(draft, name)) > longest:
            yield Problem(1, _("The %(name)s is too long") % {"name": name})
    said = {"levels": MOST_LEVELS, "roles": MOST_ROLES, "skills": MOST_SKILLS}
    yield from (Problem(1, text % said) for wrong, text in _counted(draft) if wrong)


def _counted(draft: Draft) -> list[tuple[bool, str]]:
    names = [one["name"] for one in draft.levels]
    twice = len(set(draft.roles)) < len(draft.roles)
    return [
        (len(draft.attribution) > 500, _("The attribution must be 500 characters or less")),
        (not 2 <= len(names) <= MOST_LEVELS, _("A scale has 2 to %(levels)d levels")),
        (not _all_within(names, 60), _("Name each level, in 60 characters or less")),
        (twice or len(draft.roles) > MOST_ROLES, _("Name each role once, and at most %(roles)d")),
        (not _all_within(draft.roles, 40), _("Name each role in 40 characters or less")),
        (not 1 <= len(draft.lines) <= MOST_SKILLS, _("A framework has 1 to %(skills)d skills")),
    ]


def _all_within(names: Iterable[str], longest: int) -> bool:
    return all(0 < len(name) <= longest for name in names)


def _wrong_lines(draft: Draft) -> Iterable[Problem]:
    seen: set[str] = set()
    areas: dict[str, str] = {}
    for line in draft.lines:
        name = areas.setdefault(line.words["area_key"], line.words["area"])
        if name != line.words["area"]:
            said = {"key": line.words["area_key"], "name": name}
            yield Problem(line.number, _("The area “%(key)s” is called “%(name)s” above") % said)
        wrong = (*_wrong_words(line, seen), *_wrong_others(line), *_wrong_levels(line, draft))
        yield from (Problem(line.number, text) for text in wrong)
        seen.add(line.words["key"])


def _wrong_words(line: Line, seen: set[str]) -> Iterable[str]:
    for name, longest in COLUMNS.items():
        if not line.words[name]:
            yield _("“%(name)s” is missing") % {"name": name}
        elif len(line.words[name]) > longest:
            yield _("“%(name)s” must be %(longest)d characters or less") % {"name": name, "longest": longest}
    for name in ("area_key", "key"):
        if line.words[name] and not re.fullmatch(r"[A-Za-z0-9_-]+", line.words[name]):
            yield _("“%(name)s” is made of letters, digits and hyphens") % {"name": name}
    if line.words["key"] in seen:
        yield _("There is a skill “%(key)s” already") % {"key": line.words["key"]}
    if len(line.tools) > 12 or any(len(tool) > 60 for tool in line.tools):
        yield _("Name at most 12 tools")


def _wrong_others(line: Line) -> Iterable[str]:
    names = [*line.maps_to, *line.maps_to.values()]
    if len(line.maps_to) > MOST_OTHERS or not _all_within(names, 120):
        most = {"others": MOST_OTHERS}
        yield _("Name it in at most %(others)d other frameworks, in 120 characters or less") % most


def _wrong_levels(line: Line, draft: Draft) -> Iterable[str]:
    best = len(draft.levels)
    if len(line.descriptors) != best:
        found = {"best": best, "found": len(line.descriptors)}
        yield _("Describe %(best)d levels; there are %(found)d") % found
    if any(not 0 < len(words) <= LONGEST for words in line.descriptors):
        yield _("Describe each level in %(longest)d characters or less") % {"longest": LONGEST}
    for role, level in line.targets.items():
        if role not in draft.roles:
            yield _("“%(role)s” is not one of the roles") % {"role": str(role)[:60]}
        elif not _is_level(level, best):
            said = {"role": role, "best": best, "level": str(level)[:20]}
            yield _("The target of %(role)s is a level from 1 to %(best)d, not “%(level)s”") % said


def _is_level(value: object, best: int) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | str):
        return False
    return re.fullmatch(r"[1-9]", str(value)) is not None and int(value) <= best
