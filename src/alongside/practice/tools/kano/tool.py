"""Kano as a tool: columns, warnings, picture, example."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.scatter import Dot, scatter
from alongside.practice.tools.tool import (
    Caution,
    Column,
    Family,
    Kind,
    Result,
    Sheet,
    Tool,
    rows_of,
    said,
)

from .computing import better_worse, category, mode

FEWEST, MOST_QUESTIONABLE, MIXED = 20, 0.1, 0.06
WORDS = {
    "A": lazy("Attractive"),
    "O": lazy("The more the better"),
    "M": lazy("Must be"),
    "I": lazy("Indifferent"),
    "R": lazy("Reverse"),
    "Q": lazy("Questionable"),
    "": lazy("–"),
}
ANSWERS = (
    ("like", lazy("I like it")),
    ("must", lazy("It must be so")),
    ("neutral", lazy("I do not care")),
    ("live", lazy("I can live with it")),
    ("dislike", lazy("I dislike it")),
)
COLUMNS = (
    Column("feature", lazy("Feature"), needed=True),
    Column("who", lazy("Who answered"), help=lazy("A number or a nickname, no names of real people")),
    Column("there", lazy("If it is there"), Kind.CHOICE, choices=ANSWERS),
    Column("missing", lazy("If it is not"), Kind.CHOICE, choices=ANSWERS),
    Column("segment", lazy("Segment")),
)  # fmt: skip


def counts(sheet: Sheet) -> dict[str, dict[str, int]]:
    """For each feature how often each category was named."""
    found: dict[str, dict[str, int]] = {}
    for row in sheet.rows:
        if row.text("there") and row.text("missing"):
            each = found.setdefault(row.text("feature"), {})
            key = category(row.text("there"), row.text("missing"))
            each[key] = each.get(key, 0) + 1
    return found


def compute(sheet: Sheet) -> Result:
    """Each answer's category; for each feature the one named most, and how much it helps or hurts."""
    figures = []
    for feature, each in counts(sheet).items():
        better, worse = better_worse(each)
        figures.append((feature, f"{WORDS[mode(each)]} · {said(better)} / {said(worse)}"))
    derived = {
        row.key: (
            str(WORDS[category(row.text("there"), row.text("missing"))])
            if row.text("there") and row.text("missing")
            else "–",
        )
        for row in sheet.rows
    }
    return Result((lazy("Category"),), derived, figures=tuple(figures))


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What too few or strange answers say."""
    found = counts(sheet)
    few = [name for name, each in found.items() if sum(each.values()) < FEWEST]
    if few:
        yield Caution(
            "few",
            _("Fewer than 20 answers: %(features)s. Read it as a hint.") % {"features": ", ".join(few[:3])},
        )
    strange = [
        name for name, each in found.items() if each.get("Q", 0) > MOST_QUESTIONABLE * sum(each.values())
    ]
    if strange:
        yield Caution(
            "questionable",
            _("More than a tenth of the answers contradict themselves: %(features)s. Was the question clear?")
            % {"features": ", ".join(strange[:3])},
        )
    mixed = [name for name, each in found.items() if _is_mixed(each)]
    if mixed:
        yield Caution(
            "mixed",
            _("Two categories are within 6 points: %(features)s. Perhaps two segments want different things.")
            % {"features": ", ".join(mixed[:3])},
        )
    if len({row.text("segment") for row in sheet.rows} - {""}) > 1:
        yield Caution(
            "segments",
            _(
                "Several segments are added up; look at each by itself too. And ask again in a year: what delights today is expected tomorrow."
            ),
        )


def picture(sheet: Sheet, result: Result) -> Chart | None:  # noqa: ARG001  the shape of every tool's picture
    """How much each feature hurts when missing against how much it helps when there."""
    dots = []
    for feature, each in counts(sheet).items():
        better, worse = better_worse(each)
        dots.append(Dot(feature, -worse, better, [said(better), said(worse), str(WORDS[mode(each)])]))
    return (
        scatter(
            _("What helps, and what hurts when it is missing"),
            dots,
            across=(_("hurts when missing"), (0, 1)),
            up=(_("helps when there"), (0, 1)),
            split=(0.5, 0.5),
            quadrants=(_("Attractive"), _("The more the better"), _("Indifferent"), _("Must be")),
            head=[_("Feature"), _("Better"), _("Worse"), _("Category")],
        )
        if dots
        else None
    )


def _is_mixed(each: dict[str, int]) -> bool:
    top = sorted(each.values(), reverse=True)[:2]
    return len(top) == 2 and (top[0] - top[1]) / sum(each.values()) < MIXED


def _answers(feature: str, *given: tuple[str, str]) -> list[tuple[str, str, str, str, str]]:
    return [(feature, str(number), there, missing, "") for number, (there, missing) in enumerate(given, 1)]


TOOL = Tool(
    key="kano",
    name=lazy("Kano"),
    family=Family.PRIORITISE,
    purpose=lazy("Learn what customers expect, what they compare, and what would delight them."),
    when=lazy("You can ask twenty people of one segment two questions about each feature."),
    method=lazy("Two answers give a category by Kano’s table. A feature has the category named most (in a tie must before more before attractive before indifferent). Better = (A + O) ÷ (A + O + M + I); worse = −(O + M) ÷ the same."),
    source=lazy("Noriaki Kano; better and worse: Berger and others, 1993"),
    columns=COLUMNS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=Sheet(rows_of(
        tuple(column.key for column in COLUMNS),
        *_answers("Live position of the van", ("like", "neutral"), ("like", "live"), ("like", "dislike"), ("neutral", "neutral")),
        *_answers("Delivery on the promised day", ("must", "dislike"), ("neutral", "dislike"), ("like", "dislike"), ("must", "dislike")),
        *_answers("A birthday card", ("neutral", "neutral"), ("like", "neutral"), ("dislike", "like"), ("neutral", "live")),
    )),
    skills=("A1", "B3"),
)  # fmt: skip
