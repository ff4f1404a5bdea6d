"""The career decision matrix as a tool: columns, warnings, picture, example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from alongside.kit.charts.bars import Bar, bars
from alongside.kit.charts.drawing import Chart
from alongside.practice.tools.tool import (
    Caution,
    Column,
    Family,
    Kind,
    Mend,
    Result,
    Row,
    Sheet,
    Tool,
    names,
    percent,
    ranked,
    rows_of,
    said,
)

from .computing import flip_weight, normalised, shares_of_100, total, win_shares

SLOTS = ("a", "b", "c", "d")
WEIGHTS = "weights"
TIE, MOST = 0.05, 10
FEWEST, CHANGED = 3, 0.002
"""Criteria from which on a matrix is filled in, and the part of the whole that a weight may move by rounding."""
COLUMNS = (
    Column("criterion", lazy("Criterion"), needed=True),
    Column("weight", lazy("Weight"), Kind.NUMBER, lazy("All together 100"), low=0, high=100, apart=True),
    Column("gate", lazy("A must, from this score on"), Kind.NUMBER, lazy("Empty: no gate"), low=1, high=5),
    Column("a", lazy("Option A"), Kind.NUMBER, lazy("1 to 5"), low=1, high=5, apart=True, named_by="option_a"),
    Column("b", lazy("Option B"), Kind.NUMBER, lazy("1 to 5"), low=1, high=5, apart=True, named_by="option_b"),
    Column("c", lazy("Option C"), Kind.NUMBER, lazy("1 to 5"), low=1, high=5, apart=True, named_by="option_c"),
    Column("d", lazy("Option D"), Kind.NUMBER, lazy("1 to 5"), low=1, high=5, apart=True, named_by="option_d"),
    Column("evidence", lazy("Evidence"), Kind.TEXT),
)  # fmt: skip
SETTINGS = tuple(
    Column(f"option_{slot}", lazy("Name of option") if slot == "a" else lazy("And another")) for slot in SLOTS
)


def weights_of(sheet: Sheet) -> dict[str, float]:
    """The weights that count, added up to 1; empty when there are none."""
    found = {row.key: row.number("weight") or 0.0 for row in sheet.rows}
    return normalised({key: weight for key, weight in found.items() if weight}) if any(found.values()) else {}


def options_of(sheet: Sheet) -> dict[str, dict[str, float]]:
    """The options that have a score for every weighted criterion, by slot."""
    rows = {row.key: row for row in sheet.rows}
    weights, found = weights_of(sheet), {}
    for slot in SLOTS:
        scores = {key: rows[key].number(slot) for key in weights}
        if scores and all(score is not None for score in scores.values()):
            found[slot] = {key: score or 0.0 for key, score in scores.items()}
    return found


def name_of(sheet: Sheet, slot: str) -> str:
    """What an option is called."""
    return sheet.text(f"option_{slot}") or _("Option %(slot)s") % {"slot": slot.upper()}


def failed(sheet: Sheet, slot: str) -> list[str]:
    """The criteria whose gate an option does not pass."""
    return [
        row.key
        for row in sheet.rows
        if row.number("gate")
        and row.number(slot) is not None
        and (row.number(slot) or 0) < (row.number("gate") or 0)
    ]


def totals_of(sheet: Sheet) -> dict[str, float]:
    """Each option's total, the highest first."""
    weights = weights_of(sheet)
    found = {slot: total(weights, scores) for slot, scores in options_of(sheet).items()}
    return dict(sorted(found.items(), key=lambda pair: -pair[1]))


def compute(sheet: Sheet) -> Result:
    """For each criterion the weight at which the two best options change places; for each option its total."""
    weights, options, totals = weights_of(sheet), options_of(sheet), totals_of(sheet)
    two = [options[slot] for slot in totals][:2]
    derived = {row.key: (_flip(weights, two, row.key),) for row in sheet.rows}
    shares = win_shares(weights, options) if options else {}
    figures = []
    for slot, value in totals.items():
        gate = f" · {_('fails a gate')}" if failed(sheet, slot) else ""
        figures.append(
            (
                name_of(sheet, slot),
                f"{said(value)} · {_('wins %(share)s of 1,000 draws') % {'share': percent(shares[slot])}}{gate}",
            )
        )
    return Result(
        (lazy("It flips at a weight of"),),
        derived,
        ranked({row.key: row.number("weight") for row in sheet.rows}),
        tuple(figures),
    )


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What makes a clear number unclear."""
    given = sum(row.number("weight") or 0 for row in sheet.rows)
    totals = totals_of(sheet)
    if sheet.rows and abs(given - 100) > 0.01:
        yield Caution(
            "not_100",
            _("The weights add up to %(sum)s, not to 100. Totals are worked out as if each were its share.")
            % {"sum": said(given)},
        )
    yield from _leading(sheet, totals)
    if WEIGHTS in sheet.marks:
        yield Caution(
            "weights_changed",
            _("A weight was changed when the totals were known. What made you change it?"),
        )
    if len(sheet.rows) > MOST:
        yield Caution("too_many", _("More than ten criteria: each one says little."))
    bare = [row.key for row in sheet.rows if row.number("a") is not None and not row.text("evidence")]
    if bare:
        yield Caution(
            "no_evidence",
            _("On what does the score rest? %(rows)s") % {"rows": names(sheet, "criterion", bare)},
        )
    same = [
        row.key for row in sheet.rows if len(totals) > 1 and len({row.number(slot) for slot in totals}) == 1
    ]
    if same:
        yield Caution(
            "same",
            _("The same for all, so it decides nothing: %(rows)s.")
            % {"rows": names(sheet, "criterion", same)},
        )


def marks(before: Sheet, after: Sheet) -> list[str]:
    """Whether the weights changed among each other after every criterion had one and two options had a total.

    A new criterion, one that was taken out, and weights brought to 100 change nothing among the others.
    """
    old, new = weights_of(before), weights_of(after)
    both = old.keys() & new.keys()
    if len(old) < max(FEWEST, len(before.rows)) or len(totals_of(before)) < 2 or not both:
        return []
    was, now = (normalised({key: each[key] for key in both}) for each in (old, new))
    return [WEIGHTS] if any(abs(was[key] - now[key]) > CHANGED for key in both) else []


def to_100(sheet: Sheet) -> Sheet:
    """The sheet with its weights as shares of 100; one without weights stays as it is."""
    given = {row.key: weight for row in sheet.rows if (weight := row.number("weight"))}
    shares = shares_of_100(given) if given else {}
    rows = (
        replace(row, cells={**row.cells, "weight": shares[row.key]}) if row.key in shares else row
        for row in sheet.rows
    )
    return replace(sheet, rows=tuple(rows))


def _leading(sheet: Sheet, totals: dict[str, float]) -> Iterator[Caution]:
    """What is to be said of the option that leads."""
    if len(totals) < 2:
        return
    first, second = list(totals.values())[:2]
    if (first - second) / first < TIE:
        yield Caution(
            "tie", _("The two best are within 5 %: a tie. What would you wish for, if a coin decided?")
        )
    leading = next(iter(totals))
    if failed(sheet, leading):
        yield Caution(
            "gate",
            _("%(option)s leads and fails a must: %(rows)s.")
            % {
                "option": name_of(sheet, leading),
                "rows": names(sheet, "criterion", failed(sheet, leading)),
            },
        )


def picture(sheet: Sheet, result: Result) -> Chart | None:  # noqa: ARG001  the shape of every tool's picture
    """Each option's total, in the parts that the criteria give it."""
    weights, options = weights_of(sheet), options_of(sheet)
    drawn = [
        Bar(
            name_of(sheet, slot),
            [weight * options[slot][key] for key, weight in weights.items()],
            said(value),
        )
        for slot, value in totals_of(sheet).items()
    ]
    return (
        bars(_("Totals from 1 to 5, in the parts of each criterion"), drawn, head=[_("Option"), _("Total")])
        if drawn
        else None
    )


def _flip(weights: dict[str, float], two: list[dict[str, float]], key: str) -> str:
    """The weight of a criterion at which the two best options change places."""
    if len(two) < 2 or key not in weights:
        return "–"
    found = flip_weight(weights, two[0], two[1], key)
    return "–" if found is None else f"{found * 100:.1f} %"


PRESET = (
    lazy("Scope and breadth"), lazy("Speed of consequence"), lazy("People to learn from"), lazy("Promotion path and a sponsor"),
    lazy("Process and politics"), lazy("Closeness to customers"), lazy("Pay and its risk"), lazy("Stability"), lazy("Hours"), lazy("Quality of the manager"),
)  # fmt: skip
TOOL = Tool(
    key="career-matrix",
    mends={"not_100": Mend(lazy("Make them add up to 100"), to_100)},
    name=lazy("Career decision matrix"),
    family=Family.CAREER,
    purpose=lazy("Decide between offers or paths, and see what would change your mind."),
    when=lazy("Mid-size or enterprise, specialist or manager, stay or go: two to four real options."),
    method=lazy("Gates first. Total = Σ weight × score ÷ 100. It flips at the weight of a criterion at which the two best are equal, the others in proportion. 1,000 repeatable draws move each weight by up to 20 % and count who wins."),
    source=lazy("Weighted sums; the flip weight is solved exactly"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    marks=marks,
    picture=picture,
    blank=Sheet(tuple(Row(f"p{at}", {"criterion": str(name), "weight": 10.0}) for at, name in enumerate(PRESET)), {"option_a": "Mid-size company", "option_b": "Enterprise"}),
    rubric=((lazy("Weights"), lazy("They were set before the totals were seen.")), (lazy("Evidence"), lazy("Each score rests on somebody you asked or something you saw."))),
    example=Sheet(
        rows_of(
            tuple(column.key for column in COLUMNS),
            ("Scope", 30, None, 5, 3, None, None, "Own product against one feature team"),
            ("Mentors", 25, None, 3, 4, None, None, "Talked to three product managers each"),
            ("Pay", 25, 3, 3, 4, None, None, "Both offers in writing"),
            ("Stability", 20, None, 3, 5, None, None, "Eighteen months of money"),
        ),
        {"option_a": "Mid-size", "option_b": "Enterprise"},
    ),
    skills=("A4", "F4"),
)  # fmt: skip
