"""The rows of the table: what each is called, what is run for it, and which peer runs beside it."""

from __future__ import annotations

from typing import Any, NamedTuple

Given = tuple[Any, ...]  # numbers and words for a task or a script


class Row(NamedTuple):
    """One line: a task of ``tasks.py``, and perhaps a peer (its environment, its script, what it is given)."""

    title: str
    task: str
    given: Given
    peer: tuple[str, str, Given] | None = None


def _table(title: str, peer: str, people: int, mentors: int, places: int) -> Row:
    given = (people, mentors, places)
    return Row(title, "saved_table", given, ("tables", "tables.py", (peer, *given)))


SERIES = tuple((people, people * 2 // 5) for people in (1000, 2000, 4000, 8000, 16_000))
GROWTH = "growth, {:,} × {:,}, to 0.01 %"
FLOOR = "growth, {:,} × {:,}, the multiplication alone"


def _growth() -> list[Row]:
    rows = []
    for people, mentors in SERIES:
        places, runs = people * 6 // 5, 5 if people < 8000 else 3
        rows += [
            Row(GROWTH.format(people, mentors), "grown", (people, mentors, places, runs)),
            Row(FLOOR.format(people, mentors), "floor", (people, mentors, runs)),
        ]
    return rows


QUICK = [
    Row("rules, 300", "rules", (300,), ("rules", "mentor_match.py", (300,))),
    Row("stable, 500 × 200 full lists", "rankings", (500, 200), ("rankings", "rankings.py", ("algmatch", 500, 200))),
    Row("1,000 × 1,000 profiles, exact", "profiles", (1000, 1000, 1000, 0.3, 0.0)),
    _table("300 × 300 profiles, exact, beside munkres on their table", "munkres", 300, 300, 300),
    _table("1,000 × 1,000 profiles, exact, beside OR-Tools on their table", "assignment", 1000, 1000, 1000),
    Row("what-if, 1,000 × 400", "what_if", (1000, 400)),
]  # fmt: skip
USUAL = [
    Row("rules, 1,000", "rules", (1000,), ("rules", "mentor_match.py", (1000,))),
    Row("stable from raw lists, 400 × 200", "rankings", (400, 200),
        ("rankings", "rankings.py", ("matching", 400, 200))),
    Row("stable, 100,000 × 40,000, lists of 40", "long_rankings", (100_000, 40_000, 40)),
    Row("SciPy, 1,000 × 1,000", "scipy_dense", (1000,)),
    _table("1,000 × 1,000 profiles, exact, beside munkres on their table", "munkres", 1000, 1000, 1000),
    _table("3,000 × 1,000 profiles, exact, beside OR-Tools' flow on their table", "flow", 3000, 1000, 3600),
    Row("3,000 × 1,000 profiles, exact", "profiles", (3000, 1000, 3000, 0.3, 0.0)),
    Row("10,000 × 3,000, scarce and popular, to 0.0001 %", "profiles", (10_000, 3000, 9000, 0.8, 1e-6)),
    *_growth(),
    Row("30,000 × 10,000, to 0.01 %", "profiles", (30_000, 10_000, 33_000, 0.3, 1e-4)),
    Row("what-if, 10,000 × 3,000", "what_if", (10_000, 3000)),
    Row("many ties, 15,000 × 5,500, to 0.01 %", "ties", (15_000, 5500, 800)),
    Row("100,000 × 40,000, to 0.01 %", "profiles", (100_000, 40_000, 120_000, 0.3, 1e-4)),
    Row("the multiplication alone, 100,000 × 40,000", "floor", (100_000, 40_000, 1)),
]  # fmt: skip
FULL = [
    Row("rules, 2,000", "rules", (2000,), ("rules", "mentor_match.py", (2000,))),
    _table("10,000 × 3,000 profiles, exact, beside OR-Tools' flow on their table", "flow", 10_000, 3000, 12_000),
    Row("100,000 × 30,000, scarce and popular", "profiles", (100_000, 30_000, 91_000, 0.8, 1e-4)),
    Row("1,000,000 × 350,000 in ten programmes, to 1 %", "in_programmes", (10, 100_000, 35_000, 0.01)),
]  # fmt: skip


def chosen(words: list[str]) -> list[Row]:
    """The rows that are asked for: by ``--quick`` or ``--full``, or by a part of their names (several: ``;``)."""
    parts = [part.strip() for word in words if not word.startswith("--") for part in word.split(";")]
    if parts:
        return [row for row in QUICK + USUAL + FULL if any(part in row.title for part in parts if part)]
    return QUICK if "--quick" in words else QUICK + USUAL + (FULL if "--full" in words else [])
