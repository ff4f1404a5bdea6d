"""An answer from all sides: stability, load, groups, the curve; who has nobody; the three aims; scenarios."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.growth.skills.models import Skill
from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.frontier import At, frontier
from alongside.kit.errors import Refused
from alongside.matching import problem
from alongside.matching.problem import Step, Unplaced, Worked
from alongside.matching.rounds.models import Aim
from alongside.people.profiles.languages import NAMES

from . import telling
from .asking import Setting
from .comparing import figures
from .grouping import groups
from .models import Scenario
from .shown import Everybody, frame, signed
from .working import Studio

Context = dict[str, Any]  # Any: a template's context
A_PAGE = 20
PROFILES = 4
BEST = 4
"""Skills of a mentor that are named as the profile to look for."""


def balance(studio: Studio, setting: Setting) -> Context:
    """Stability, load, inside and outside, groups."""
    worked = studio.worked(studio.asked(setting))
    found = studio.balance(worked)
    mentors = sum(found.audit.load.values()) or 1
    return frame(studio, setting, "studio.balance") | {
        "found": found,
        "load": [
            (count, many, round(100 * many / mentors)) for count, many in sorted(found.audit.load.items())
        ],
        "gini": f"{found.audit.load_gini:.2f}",
        "groups": groups(studio, worked),
        "large": studio.large,
    }


def curve(studio: Studio, setting: Setting) -> Context:
    """Total against worst-off, with the point where the setting stands."""
    if studio.large:
        raise Refused(_("The curve is drawn for rounds of up to a million possible pairs."))
    asked = studio.asked(setting)
    steps, worked = studio.curve(asked), studio.worked(asked)
    return frame(studio, setting, "studio.balance") | {
        "curve": drawn(steps, worked),
        "agreed": len(steps) == 1 and steps[0].total <= figures(worked.fits).total / 100,
    }


def drawn(steps: Sequence[Step], worked: Worked) -> Chart | None:
    """The curve as a picture."""
    if not steps:
        return None
    now = figures(worked.fits)
    today = At(
        now.worst / 100,
        now.total / 100,
        [_("What you try"), f"{now.worst / 100:.2f}", f"{now.total / 100:,.2f}", str(now.people)],
        _("what you try"),
    )
    points = [
        At(
            one.worst,
            one.total,
            [_("Nobody below %(floor)s") % {"floor": f"{one.worst:.2f}"}, f"{one.worst:.2f}",
             f"{one.total:,.2f}", str(one.people)],
        )
        for one in steps
    ]  # fmt: skip
    first, last = steps[0], steps[-1]
    summary = _(
        "Raising the worst-off pair from %(low)s to %(high)s points costs %(price)s points in total"
    ) % {
        "low": f"{first.worst:.2f}",
        "high": f"{last.worst:.2f}",
        "price": f"{first.total - last.total:.2f}",
    }
    return frontier(
        summary,
        points,
        today,
        axes=(_("fit of the worst-off pair"), _("total fit")),
        head=[_("Point"), _("Worst-off"), _("Total"), _("With a mentor")],
        summary=summary,
    )


def unmatched(studio: Studio, setting: Setting, number: str) -> Context:
    """Who has nobody, why, and what would help."""
    worked = studio.worked(studio.asked(setting))
    without = sorted(studio.mentees - worked.pairs.keys())
    shown = Paginator(without, A_PAGE).get_page(number)
    found = problem.unplaced(worked, list(shown))
    who = Everybody([*(one.mentee for one in found), *(one.nearest for one in found)])
    return frame(studio, setting, "studio.unmatched") | {
        "rows": shown,
        "people": [_without(one, who) for one in found],
        "wanted": wanted(worked, without),
        "recruit": recruit(worked) if without or worked.priced else [],
    }


def _without(one: Unplaced, who: Everybody) -> Context:
    nearest = ""
    if one.nearest is not None:
        nearest = _("nearest: %(name)s, a fit of %(fit)s") % {
            "name": who.name(one.nearest),
            "fit": f"{one.fit / 100:.2f}",
        }
        if one.short:
            nearest = _("%(nearest)s; it would have to be %(short)s points higher, or one more place") % {
                "nearest": nearest,
                "short": f"{one.short:.2f}",
            }
    return {
        "name": who.name(one.mentee),
        "code": who.code(one.mentee),
        "mentor": who.code(one.nearest),
        "nearest": nearest,
        "closed": telling.counted(one.closed),
    }


def wanted(worked: Worked, without: Sequence[int]) -> list[str]:
    """Which skills those who have nobody look for, most asked for first: the profile to recruit."""
    asked: dict[int, tuple[int, int]] = {}
    for key in without:
        for goal in worked.problem.mentee(key).goals:
            count, level = asked.get(int(str(goal.skill)), (0, 0))
            asked[int(str(goal.skill))] = (count + 1, max(level, goal.assumed + 1))
    best = sorted(asked.items(), key=lambda row: (-row[1][0], row[0]))[:BEST]
    skills = dict(Skill.objects.filter(pk__in=[skill for skill, _row in best]).values_list("pk", "name"))
    return [
        ngettext(
            "%(skill)s at level %(level)s or higher: %(count)s person looks for it",
            "%(skill)s at level %(level)s or higher: %(count)s people look for it",
            count,
        )
        % {"skill": skills.get(skill, ""), "level": min(5, level), "count": count}
        for skill, (count, level) in best
    ]


def recruit(worked: Worked) -> list[Context]:
    """Whose twin would help most, by the prices of the answer: their profile, never a name to copy."""
    if not worked.priced:
        return []
    best = [row for row in worked.worth_of_places() if row[1] or row[2] >= 0.005][:PROFILES]
    who = Everybody(mentor for mentor, _people, _points in best)
    skills = dict(Skill.objects.values_list("pk", "name"))
    return [
        {
            "name": who.name(mentor),
            "skills": _strong(worked, mentor, skills),
            "languages": ", ".join(
                str(NAMES.get(one, one)) for one in worked.problem.mentor(mentor).languages
            ),
            "brings": _brings(people, points),
        }
        for mentor, people, points in best
    ]


def _strong(worked: Worked, mentor: int, skills: Mapping[int, str]) -> str:
    levels = sorted(worked.problem.mentor(mentor).levels.items(), key=lambda row: (-row[1], str(row[0])))
    return ", ".join(
        _("%(skill)s (level %(level)s)") % {"skill": skills.get(int(str(skill)), ""), "level": level}
        for skill, level in levels[:BEST]
    )


def _brings(people: int, points: float) -> str:
    by = _("%(points)s points in total") % {"points": signed(round(100 * points))}
    if not people:
        return by
    return ngettext("%(count)s more person with a mentor", "%(count)s more people with a mentor", people) % {
        "count": people
    }


def aims(studio: Studio, setting: Setting) -> Context:
    """What each way to decide would give, side by side."""
    asked = studio.asked(setting)
    return frame(studio, setting, "studio.aims") | {
        "columns": [
            _column(studio, replace(setting, aim=str(aim.value)), str(aim.label), setting)
            for aim in Aim
            if not studio.is_for_the_job(replace(asked, aim=str(aim)))
        ],
        "ranked": (len(asked.mentee_rankings), len(asked.mentor_rankings)),
        "large": studio.large,
    }


def _column(studio: Studio, setting: Setting, label: str, chosen: Setting) -> Context:
    try:
        worked = studio.worked(studio.asked(setting))
    except Refused as no:
        return {"label": label, "refused": str(no.sentence), "chosen": False}
    found, now = studio.balance(worked), figures(worked.fits)
    return {
        "label": label,
        "setting": setting,
        "chosen": setting.aim == chosen.aim,
        "people": now.people,
        "total": f"{now.total / 100:,.2f}",
        "mean": f"{now.mean / 100:.2f}",
        "worst": f"{now.worst / 100:.2f}",
        "blocking": found.blocking,
        "blocked": found.blocked_people,
        "wished": found.wished,
    }


def scenarios(studio: Studio, setting: Setting) -> Context:
    """Everything that was kept, beside the round as it stands."""
    rows = list(studio.round.scenarios.order_by("created_at", "pk").select_related("by"))
    today = figures(studio.today().fits)
    base = {
        "name": _("The round as it stands"), "people": today.people, "total": f"{today.total / 100:,.2f}",
        "worst": f"{today.worst / 100:.2f}", "setting": studio.stands(),
    }  # fmt: skip
    return frame(studio, setting, "studio.scenarios") | {
        "kept": [base, *(_kept(one, studio) for one in rows)],
    }


def _kept(one: Scenario, studio: Studio) -> Context:
    result = one.result
    pairs = {mentee: mentor for mentee, mentor, _fit in result["pairs"]}
    now = studio.today().pairs
    moved = sum(1 for key in pairs.keys() | now.keys() if pairs.get(key) != now.get(key))
    return {
        "scenario": one,
        "name": one.name,
        "by": one.by,
        "people": result["people"],
        "total": f"{result['total'] / 100:,.2f}",
        "worst": f"{result['worst'] / 100:.2f}",
        "moved": moved,
        "stale": one.snapshot_id != studio.snapshot.pk,
        "setting": Setting(
            one.aim, one.weights, {key: one.rules[key] for key in one.rules if key not in ("must", "never")}
        ),
    }
