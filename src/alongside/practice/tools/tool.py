"""What a practice tool is: its columns, its computation, its picture, its warnings and an example."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from alongside.kit.charts.drawing import Chart

Cell = str | float | bool | None
"""What stands in one field: a text, a number, a tick, or nothing."""


class Kind(StrEnum):
    """What a field takes."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    DATE = "date"
    TICK = "tick"
    LINK = "link"
    """The name of another row of the sheet."""


class Family(StrEnum):
    """What a tool is for."""

    PRIORITISE = "prioritise"
    PLAN = "plan"
    PEOPLE = "people"
    WRITE = "write"
    CAREER = "career"


FAMILIES: dict[Family, StrOrPromise] = {
    Family.PRIORITISE: _("Prioritise"),
    Family.PLAN: _("Plan"),
    Family.PEOPLE: _("Work with people"),
    Family.WRITE: _("Think in writing"),
    Family.CAREER: _("Career"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One field of every row, or one setting of the whole sheet."""

    key: str
    label: StrOrPromise
    kind: Kind = Kind.LINE
    help: StrOrPromise = ""
    needed: bool = False
    low: float | None = None
    high: float | None = None
    choices: tuple[tuple[str, StrOrPromise], ...] = ()
    apart: bool = False
    """Whether two people may judge it apart, unseen, and then compare."""
    named_by: str = ""
    """The setting that says what it is called on one sheet, such as the name of an option."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its own key, which stays when it moves, and its cells by column."""

    key: str
    cells: Mapping[str, Cell] = field(default_factory=dict)

    def text(self, column: str) -> str:
        """The text of a cell, or nothing."""
        value = self.cells.get(column)
        return value.strip() if isinstance(value, str) else ""

    def number(self, column: str) -> float | None:
        """The number of a cell, or None."""
        return as_number(self.cells.get(column))

    def ticked(self, column: str) -> bool:
        """Whether a cell is ticked."""
        return self.cells.get(column) is True


@dataclass(frozen=True, slots=True)
class Sheet:
    """What people typed: the settings, and the rows in their order."""

    rows: tuple[Row, ...] = ()
    settings: Mapping[str, Cell] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()
    """What happened to it that its rows no longer show, such as a weight changed when the totals were known."""

    def text(self, setting: str) -> str:
        """The text of a setting, or nothing."""
        return Row("", self.settings).text(setting)

    def number(self, setting: str) -> float | None:
        """The number of a setting, or None."""
        return as_number(self.settings.get(setting))

    def ticked(self, setting: str) -> bool:
        """Whether a setting is ticked."""
        return self.settings.get(setting) is True


@dataclass(frozen=True, slots=True)
class Result:
    """What follows from a sheet: columns that are worked out, figures, and an order of the rows.

    ``derived`` has for each row one text for each of ``head``; ``ranking`` the rows with their value, best first.
    """

    head: tuple[StrOrPromise, ...] = ()
    derived: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ranking: tuple[tuple[str, float], ...] = ()
    figures: tuple[tuple[StrOrPromise, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Caution:
    """A warning that explains: ``key`` is the name under which it is dismissed with a reason."""

    key: str
    text: StrOrPromise
    mend: StrOrPromise = ""
    """What a button beside it says, where the tool can put it right."""


@dataclass(frozen=True, slots=True)
class Mend:
    """How a tool puts right what it warns of: never by itself, only when somebody presses the button."""

    label: StrOrPromise
    change: Callable[[Sheet], Sheet]


@dataclass(frozen=True, slots=True)
class Tool:
    """A practice tool. Everything that the engine needs to know about it, and nothing about the engine."""

    key: str
    name: StrOrPromise
    family: Family
    purpose: StrOrPromise
    """One sentence: what one has afterwards."""
    when: StrOrPromise
    """When to use it, and when not."""
    method: StrOrPromise
    """How the result comes about: the formula with its units and ranges."""
    source: StrOrPromise
    columns: tuple[Column, ...]
    compute: Callable[[Sheet], Result]
    warn: Callable[[Sheet, Result], Iterable[Caution]]
    example: Sheet
    settings: tuple[Column, ...] = ()
    picture: Callable[[Sheet, Result], Chart | None] = lambda _sheet, _result: None
    blank: Sheet = field(default_factory=Sheet)
    """What an empty sheet of it begins with, such as a list of questions."""
    board: str = ""
    """A choice along which rows are moved by buttons, such as a MoSCoW category."""
    rubric: tuple[tuple[StrOrPromise, StrOrPromise], ...] = ()
    """What a reviewer looks at: a criterion, and what good looks like."""
    skills: tuple[str, ...] = ()
    """The skills of the framework that it practises."""
    mends: Mapping[str, Mend] = field(default_factory=dict)
    """By the key of a warning, how it is put right."""
    marks: Callable[[Sheet, Sheet], Iterable[str]] = lambda _before, _after: ()
    """What a change leaves on the sheet for the warnings; undoing the change takes it away again."""

    @property
    def title(self) -> str:
        """The column that names a row: the first."""
        return self.columns[0].key

    @property
    def judged(self) -> tuple[Column, ...]:
        """The columns that two people may judge apart."""
        return tuple(column for column in self.columns if column.apart)

    def called(self, sheet: Sheet) -> Tool:
        """The tool with its columns called as they are on this sheet."""
        named = (replace(one, label=sheet.text(one.named_by) or one.label) for one in self.columns)
        return replace(self, columns=tuple(named))

    def set_up(self, sheet: Sheet) -> list[tuple[Column, Cell]]:
        """The settings that say something on this sheet; the names of columns stand at their heads already."""
        heads = {one.named_by for one in self.columns}
        told = [(one, sheet.settings.get(one.key)) for one in self.settings if one.key not in heads]
        return [(one, value) for one, value in told if value not in (None, "", False)]

    def cautions(self, sheet: Sheet, result: Result) -> list[Caution]:
        """The warnings of a sheet, with what puts them right where that changes anything."""
        return [
            replace(one, mend=mend.label)
            if (mend := self.mends.get(one.key)) and mend.change(sheet) != sheet
            else one
            for one in self.warn(sheet, result)
        ]

    def column(self, key: str) -> Column | None:
        """The column of this key."""
        return next((column for column in self.columns if column.key == key), None)


def as_number(value: Cell) -> float | None:
    """A cell as a number; a tick, a text and nothing are none."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def said(value: float | None, places: int = 2) -> str:
    """A number as it is printed: without zeros that say nothing, and a dash for none."""
    if value is None:
        return "–"
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(share: float) -> str:
    """A share of 1 as a whole percentage."""
    return f"{share * 100:.0f} %"


def ranked(values: Mapping[str, float | None]) -> tuple[tuple[str, float], ...]:
    """The rows with a value, the highest first; equals stay in the order of the sheet."""
    known = [(key, value) for key, value in values.items() if value is not None]
    return tuple(sorted(known, key=lambda pair: -pair[1]))


def scored(
    values: Mapping[str, float | None], figures: tuple[tuple[StrOrPromise, str], ...] = (), places: int = 2
) -> Result:
    """The result of a tool that gives every row one score: the score, and its place."""
    order = ranked(values)
    place = {key: str(number) for number, (key, _value) in enumerate(order, 1)}
    derived = {key: (said(value, places), place.get(key, "–")) for key, value in values.items()}
    return Result((_("Score"), _("Place")), derived, order, figures)


def names(sheet: Sheet, column: str, keys: Iterable[str]) -> str:
    """The names of some rows, for a sentence: three at most, then how many more."""
    wanted = set(keys)
    found = [row.text(column) or "–" for row in sheet.rows if row.key in wanted]
    more = f" +{len(found) - 3}" if len(found) > 3 else ""
    return ", ".join(found[:3]) + more


def rows_of(column_keys: tuple[str, ...], *rows: tuple[Cell, ...]) -> tuple[Row, ...]:
    """Rows of an example, from cells in the order of the columns."""
    return tuple(
        Row(f"r{number}", dict(zip(column_keys, cells, strict=True))) for number, cells in enumerate(rows, 1)
    )
