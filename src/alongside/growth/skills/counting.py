"""Which skill a skill of another framework counts as, and its level on another scale: one code for what is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import F, Func, IntegerField

from .models import Skill

BEST = 5
"""The highest level of the default framework, on whose scale levels are compared."""
Codes = Mapping[int, tuple[int, int]]
"""For the number of a skill outside the default framework: what it counts as, and the best level of its scale."""

Named = dict[tuple[str, str], Skill]
"""Skills by the name of their framework, and by their own name or key."""
Version = tuple[int | None, str, str]


def settle_counting() -> None:
    """Say of every skill outside the default framework what it counts as; doing it again changes nothing."""
    rows = list(Skill.objects.select_related("framework").order_by("pk"))
    others = [one for one in rows if not one.framework.is_default]
    named, backwards = _named(rows), _backwards(rows)
    meant = {one.pk: _meant(one, named, backwards) for one in others}
    first: dict[Version, Skill] = {}
    newest: dict[Version, Skill] = {}
    for one in others:
        first.setdefault(_version(one), one)
        if found := meant[one.pk]:
            newest[_version(one)] = found
    for one in others:
        _count(one, meant[one.pk] or newest.get(_version(one)) or first[_version(one)])


def _version(one: Skill) -> Version:
    """The same in every version of one framework."""
    return one.framework.organisation_id, one.framework.name, one.key


def _count(one: Skill, target: Skill) -> None:
    pk = target.pk if target.pk != one.pk else None
    if pk != one.counts_as_id:
        Skill.objects.filter(pk=one.pk).update(counts_as=pk)


def _named(rows: Iterable[Skill]) -> Named:
    """Only what ships can be named: what one organisation calls a skill says nothing about another's."""
    found: Named = {}
    for one in rows:
        if one.framework.organisation_id is None:
            for word in (one.key, one.name):
                found.setdefault((_plain(one.framework.name), _plain(word)), one)
    return found


def _backwards(rows: Iterable[Skill]) -> Named:
    """Where exactly one default skill is called so elsewhere, that name stands for it."""
    found: dict[tuple[str, str], list[Skill]] = {}
    for one in rows:
        for framework, word in one.maps_to.items() if one.framework.is_default else ():
            found.setdefault((_plain(framework), _plain(word)), []).append(one)
    return {name: skills[0] for name, skills in found.items() if len(skills) == 1}


def _meant(one: Skill, named: Named, backwards: Named) -> Skill | None:
    """The default skill that it names, by itself or by way of another framework that ships; or that names it."""
    for framework, word in one.maps_to.items():
        target = named.get((_plain(framework), _plain(word)))
        if target and not target.framework.is_default and target.framework_id != one.framework_id:
            target = _meant(target, named, backwards)
        if target and target.framework.is_default:
            return target
    return backwards.get((_plain(one.framework.name), _plain(one.name)))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def on_scale(level: int, best: int, other: int) -> int:
    """A level of a scale up to ``best`` on one up to ``other``: both ends stay ends, half a level counts up."""
    if best == other or best < 2:
        return min(level, other)
    return 1 + int((level - 1) * (other - 1) / (best - 1) + 0.5)


def best_of_scale() -> Func:
    """The best level of a skill's scale, as a column."""
    return Func(F("framework__levels"), function="jsonb_array_length", output_field=IntegerField())


def placed(skill: int, level: int, codes: Codes) -> tuple[int, int]:
    """What a skill counts as, and the level on the scale of the default framework."""
    code, best = codes.get(skill, (skill, BEST))
    return code, on_scale(level, best, BEST)


def counted(levels: Iterable[tuple[int, int]], codes: Codes) -> dict[int, int]:
    """Levels by what their skills count as; of two that count as one, the higher level."""
    found: dict[int, int] = {}
    for skill, level in levels:
        code, reached = placed(skill, level, codes)
        found[code] = max(reached, found.get(code, 0))
    return found
