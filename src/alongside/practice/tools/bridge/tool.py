"""The bridge from engineering as a tool: its experiences, warnings, picture, example."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django_stubs_ext import StrOrPromise

from alongside.kit.charts.bars import Bar, bars
from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.radar import radar
from alongside.practice.tools.tool import (
    Caution,
    Column,
    Family,
    Kind,
    Result,
    Row,
    Sheet,
    Tool,
    percent,
    said,
)

from .computing import WORTH, crossed
from .experiences import EXPERIENCES

LEAST_USERS = 0.3
LEVELS = (("seen", lazy("Seen it")), ("helped", lazy("Helped with it")), ("led", lazy("Led it")))
COLUMNS = (
    Column("experience", lazy("Experience"), needed=True),
    Column("skill", lazy("Skill")),
    Column("level", lazy("How far"), Kind.CHOICE, choices=LEVELS, apart=True),
    Column("when", lazy("Where you did or could do it"), Kind.TEXT),
)  # fmt: skip
SETTINGS = (
    Column("route", lazy("Your route"), Kind.CHOICE, choices=(("volunteer", lazy("Volunteer for it beside my work")), ("transition", lazy("Change the role where I am")), ("education", lazy("Education")), ("interview", lazy("Apply elsewhere")), ("innovation", lazy("Start something new")))),
    Column("why", lazy("Which problems draw you, not which title"), Kind.TEXT),
)  # fmt: skip


def by_skill(sheet: Sheet) -> dict[str, list[str]]:
    """The levels in each skill."""
    found: dict[str, list[str]] = {}
    for row in sheet.rows:
        found.setdefault(row.text("skill") or "–", []).append(row.text("level"))
    return found


def compute(sheet: Sheet) -> Result:
    """How far over the bridge, altogether and in each skill."""
    whole = crossed([row.text("level") for row in sheet.rows])
    figures: list[tuple[StrOrPromise, str]] = [(lazy("Over the bridge"), percent(whole))]
    figures += [(name, percent(crossed(levels))) for name, levels in by_skill(sheet).items()]
    return Result(
        (lazy("Counts"),),
        {row.key: (said(WORTH[row.text("level")]),) for row in sheet.rows},
        (),
        tuple(figures),
    )


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What a title does not make up for."""
    if sheet.rows and not sheet.text("why"):
        yield Caution("title", _("Write down which problems draw you; a title by itself carries nobody far."))
    users = by_skill(sheet).get("User focus")
    if users and crossed(users) < LEAST_USERS:
        yield Caution("users", _("User focus is below 30 %: begin there, today, by listening to one user."))


def picture(sheet: Sheet, result: Result) -> Chart | None:  # noqa: ARG001  the shape of every tool's picture
    """The skills as a wheel; with fewer than three as bars."""
    found = by_skill(sheet)
    if len(found) > 2:
        return radar(
            _("Over the bridge, from 0 to 5"),
            [("", name, 5 * crossed(levels)) for name, levels in found.items()],
            best=5,
            head=[_("Skill"), _("So far")],
        )
    drawn = [Bar(name, [crossed(levels)], percent(crossed(levels))) for name, levels in found.items()]
    return bars(_("Over the bridge"), drawn, head=[_("Skill"), _("So far")]) if drawn else None


def _list(levels: dict[int, str]) -> tuple[Row, ...]:
    told = [(text, skill) for skill, texts in EXPERIENCES.items() for text in texts]
    return tuple(
        Row(f"e{at}", {"experience": text, "skill": skill, "level": levels.get(at, ""), "when": ""})
        for at, (text, skill) in enumerate(told)
    )


TOOL = Tool(
    key="bridge",
    name=lazy("Engineer to product manager"),
    family=Family.CAREER,
    purpose=lazy("See which of 54 experiences you have, and which to seek next."),
    when=lazy("You build, and you want to decide what is built."),
    method=lazy("Seen counts 0.4, helped 0.7, led 1; over the bridge = their sum ÷ 54, and the same for each skill."),
    source=lazy("After the ten skills of “Product Managers: learn by doing”, UK Government Digital Service. Contains public sector information licensed under the Open Government Licence v3.0. The experiences are in our words."),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    blank=Sheet(_list({})),
    example=Sheet(_list({0: "led", 1: "led", 2: "helped", 8: "led", 13: "seen", 18: "led", 19: "helped", 25: "seen", 45: "seen"}), {"route": "transition", "why": "Why drivers switch off what we build"}),
    skills=("F4", "A1"),
)  # fmt: skip
