"""Matching from any scores, or from both sides' ranked lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pairing import Assignment, InputError, assign, audit, blocking_pairs, fair, stable

from .cells import whole
from .matched import Matched, Say
from .people import spelt
from .tables import Fault, Faulty, Sheet, read

Scores = NDArray[np.float64]


def of_scores(
    scores: Path, capacity: Path | None, aim: str, floor: float | None, seed: int, say: Say
) -> Matched:
    """A table of scores (mentees down, mentors across; an empty cell forbids), or rows of mentee, mentor, score."""
    sheet = read(scores)
    mentees, mentors, values = _long(sheet) if _is_long(sheet) else _wide(sheet)
    places = capacities(capacity, mentors)
    say(f"Matching {len(mentees):,} × {len(mentors):,} scores")
    names = {"people": mentees, "mentors": mentors, "seed": seed, "floor": floor}
    solve: Callable[..., Assignment] = fair if aim == "worst-off" else assign
    if aim == "stable":
        raise InputError("aim", "A stable matching needs the rankings of both sides: use --rankings.")
    answer = solve(values, places, **names)
    rows = [
        (mentees[a], mentors[b], f"{fit:.10g}") for (a, b), fit in zip(answer.pairs, answer.fits, strict=True)
    ]
    rows += [(mentees[a], "", "") for a in answer.unmatched]
    return Matched(("mentee", "mentor", "score"), tuple(rows), answer, audit(answer, values),
                   mentees, mentors, "the scores' own unit", best_total=answer.best_total)  # fmt: skip


def _is_long(sheet: Sheet) -> bool:
    return [spelt(header) for header in sheet.header][:3] == ["mentee", "mentor", "score"]


def _wide(sheet: Sheet) -> tuple[tuple[str, ...], tuple[str, ...], Scores]:
    mentors = sheet.header[1:]
    mentees = tuple(row.cells[0] for row in sheet.rows)
    faults = _twice(sheet, mentees, [row.line for row in sheet.rows])
    faults += _twice(sheet, mentors, [1] * len(mentors))
    values = np.full((len(mentees), len(mentors)), -np.inf)
    for place, row in enumerate(sheet.rows):
        if len(row.cells) > len(mentors) + 1 and any(row.cells[len(mentors) + 1 :]):
            faults.append(Fault(sheet.name, row.line, "The line has more cells than there are mentors."))
        for column, cell in enumerate(row.cells[1 : len(mentors) + 1]):
            if cell:
                values[place, column] = _score(sheet, row.line, cell, faults)
    return _unless(faults, mentees, mentors, values)


def _long(sheet: Sheet) -> tuple[tuple[str, ...], tuple[str, ...], Scores]:
    faults: list[Fault] = []
    rows = [(row.line, (*row.cells, "", "", "")[:3]) for row in sheet.rows]
    mentees = tuple(dict.fromkeys(cells[0] for _, cells in rows))
    mentors = tuple(dict.fromkeys(cells[1] for _, cells in rows))
    row_of, column_of = ({name: place for place, name in enumerate(names)} for names in (mentees, mentors))
    values = np.full((len(mentees), len(mentors)), -np.inf)
    for line, (mentee, mentor, cell) in rows:
        if not mentee or not mentor:
            faults.append(Fault(sheet.name, line, "A mentee or a mentor is missing."))
        elif values[row_of[mentee], column_of[mentor]] > -np.inf:
            faults.append(Fault(sheet.name, line, f"{mentee} and {mentor} have a score already."))
        else:
            values[row_of[mentee], column_of[mentor]] = _score(sheet, line, cell, faults)
    return _unless(faults, mentees, mentors, values)


def _unless(
    faults: list[Fault], mentees: tuple[str, ...], mentors: tuple[str, ...], values: Scores
) -> tuple[tuple[str, ...], tuple[str, ...], Scores]:
    if faults:
        raise Faulty(sorted(faults, key=lambda fault: fault.line))
    return mentees, mentors, values


def _score(sheet: Sheet, line: int, cell: str, faults: list[Fault]) -> float:
    try:
        value = float(cell if "." in cell else cell.replace(",", "."))
    except ValueError:
        value = float("nan")
    if not np.isfinite(value):
        faults.append(Fault(sheet.name, line, f"“{cell}” is not a number."))
        return 0.0
    return value


def _twice(sheet: Sheet, names: Sequence[str], lines: Sequence[int]) -> list[Fault]:
    seen: set[str] = set()
    faults = []
    for name, line in zip(names, lines, strict=True):
        if not name:
            faults.append(Fault(sheet.name, line, "A name is missing."))
        elif name in seen:
            faults.append(Fault(sheet.name, line, f"{name} is there twice."))
        seen.add(name)
    return faults


def capacities(path: Path | None, mentors: Sequence[str]) -> NDArray[np.int64]:
    """Places of each mentor; one for whoever is not in the file."""
    places = dict.fromkeys(mentors, 1)
    faults: list[Fault] = []
    sheet = read(path) if path else Sheet("", (), ())
    for row in sheet.rows:
        name, cell = (*row.cells, "", "")[:2]
        try:
            if name not in places:
                raise ValueError(f"{name} is not among the mentors.")
            places[name] = whole(cell)
            if places[name] < 0:
                raise ValueError("Places cannot be fewer than none.")
        except ValueError as error:
            faults.append(Fault(sheet.name, row.line, str(error)))
    if faults:
        raise Faulty(faults)
    return np.array([places[name] for name in mentors], dtype=np.int64)


def of_rankings(mentees: Path, mentors: Path, seed: int, say: Say) -> Matched:
    """Each row: a name, then the others from most to least wanted; ``A = B`` is a tie; a capacity column counts."""
    mine, theirs = read(mentees), read(mentors)
    people, places = (tuple(row.cells[0] for row in sheet.rows) for sheet in (mine, theirs))
    faults = [fault for sheet, names in ((mine, people), (theirs, places))
              for fault in _twice(sheet, names, [row.line for row in sheet.rows])]  # fmt: skip
    wishes, room_mine = _rankings(mine, places, faults)
    back, room = _rankings(theirs, people, faults)
    if faults:
        raise Faulty(faults)
    del room_mine  # mentees have one place each
    say(f"Matching {len(people):,} and {len(places):,} ranked lists")
    answer = stable(wishes, back, room, seed=seed)
    rows = [
        (people[a], places[b], _place(wishes[a], b), _place(back[b], a)) for a, b in answer.pairs.tolist()
    ]
    alone: list[tuple[object, ...]] = [(people[a], "", "", "") for a in answer.unmatched]
    found = Matched(("mentee", "mentor", "place on the mentee's list", "place on the mentor's list"), (*rows, *alone),
                    answer, audit(answer), people, places, "places")  # fmt: skip
    say(f"{len(blocking_pairs(answer, wishes, back, room))} pairs would rather have each other")
    return found


def _rankings(
    sheet: Sheet, names: Sequence[str], faults: list[Fault]
) -> tuple[list[list[list[int]]], NDArray[np.int64]]:
    number = {name: place for place, name in enumerate(names)}
    capacity = next(
        (place for place, head in enumerate(sheet.header) if spelt(head) in ("capacity", "places")), None
    )
    rankings, room = [], []
    for row in sheet.rows:
        cells = [cell for place, cell in enumerate(row.cells) if place not in (0, capacity)]
        ranking = []
        for cell in cells:
            named = [name.strip() for name in re.split(r"[=|]", cell) if name.strip()]
            faults += [Fault(sheet.name, row.line, f"{name} is not in the other file.")
                       for name in named if name not in number]  # fmt: skip
            ranking.append([number[name] for name in named if name in number])
        flat = [place for tie in ranking for place in tie]
        if len(set(flat)) != len(flat):
            faults.append(Fault(sheet.name, row.line, "Somebody is ranked twice."))
        rankings.append([tie for tie in ranking if tie])
        room.append(_room(sheet, row.line, row.cells, capacity, faults))
    return rankings, np.array(room, dtype=np.int64)


def _room(sheet: Sheet, line: int, cells: Sequence[str], capacity: int | None, faults: list[Fault]) -> int:
    cell = cells[capacity] if capacity is not None and capacity < len(cells) else ""
    if cell and not cell.isdigit():
        faults.append(Fault(sheet.name, line, f"“{cell}” is not a number of places."))
        return 1
    return int(cell) if cell else 1


def _place(ranking: list[list[int]], whom: int) -> int:
    return next(place for place, tie in enumerate(ranking, start=1) if whom in tie)
