"""What a cell of a spreadsheet can say; a cell that cannot be meant raises ``ValueError`` with a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time

from pairing import GoalSkill, Tag

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def whole(cell: str) -> int:
    """A whole number."""
    if not re.fullmatch(r"-?\d+", cell):
        raise ValueError(f"“{cell}” is not a whole number.")
    return int(cell)


def yes(cell: str) -> bool:
    """Yes or no in a few spellings."""
    if cell.lower() in ("yes", "y", "true", "1", "x", "ja", "oui", "sí"):
        return True
    if cell.lower() in ("no", "n", "false", "0", "nein", "non"):
        return False
    raise ValueError(f"“{cell}” is neither yes nor no.")


def goals(cell: str) -> tuple[GoalSkill, ...]:
    """``B3:2>4; A1:1>3`` is B3 from level 2 to 4, then A1; the first matters most; levels may be left out."""
    found = []
    for place, part in enumerate(_parts(cell)):
        match = re.fullmatch(r"([^:>]+?)\s*(?::\s*([0-5])?\s*(?:>\s*([1-5]))?)?", part)
        if not match:
            raise ValueError(f"“{part}” is not a goal skill such as B3:2>4.")
        own, target = (int(level) if level else None for level in match.group(2, 3))
        found.append(GoalSkill(skill=match[1], own=own, target=target, priority=max(1, 3 - place)))
    return tuple(found)


def levels(cell: str) -> dict[str, int]:
    """``B3:4; A1:5`` is level 4 in B3 and 5 in A1."""
    found = {}
    for part in _parts(cell):
        match = re.fullmatch(r"([^:]+?)\s*:\s*([1-5])", part)
        if not match:
            raise ValueError(f"“{part}” is not a skill with a level such as B3:4.")
        found[match[1]] = int(match[2])
    return found


def sliders(cell: str) -> tuple[int | None, ...]:
    """Eight numbers from -2 to 2; a question mark or a dash stands for one left alone."""
    marks = re.findall(r"[+-]?\d+|[?–_]", cell)
    if len(marks) != 8 or any(mark[-1].isdigit() and not -2 <= int(mark) <= 2 for mark in marks):
        raise ValueError(f"“{cell}” is not eight numbers from -2 to 2.")
    return tuple(int(mark) if mark[-1].isdigit() else None for mark in marks)


def tags(kind: str) -> Callable[[str], tuple[Tag, ...]]:
    """``engineer_to_pm (2019); ic_to_manager``: words with a year when it is known."""

    def read(cell: str) -> tuple[Tag, ...]:
        found = []
        for part in _parts(cell):
            match = re.fullmatch(r"(.+?)\s*(?:\(((?:19|20)\d\d)\))?", part)
            found.append(
                Tag(kind, match[1], int(match[2]) if match[2] else None) if match else Tag(kind, part)
            )
        return tuple(found)

    return read


def windows(cell: str) -> list[tuple[int, time, time]]:
    """``Mon 09:00-12:30; Wed 18:00-20:00``."""
    found = []
    for part in _parts(cell):
        match = re.fullmatch(r"(\w{3})\w*\s+(\d\d?):(\d\d)\s*[-–]\s*(\d\d?):(\d\d)", part)
        if not match or match[1].lower() not in DAYS:
            raise ValueError(f"“{part}” is not a time such as Mon 09:00-12:00.")
        numbers = [int(number) for number in match.groups()[1:]]
        begin, end = time(numbers[0], numbers[1]), time(numbers[2] % 24, numbers[3])
        if end <= begin and end != time():
            raise ValueError(f"“{part}” ends before it starts.")
        found.append((DAYS.index(match[1].lower()), begin, end))
    return found


def band(cell: str) -> str:
    """How often a mentor answers."""
    if cell.lower() not in ("often", "sometimes", "seldom"):
        raise ValueError(f"“{cell}” is not often, sometimes or seldom.")
    return cell.lower()


def looks(cell: str) -> str:
    """Where a mentee looks."""
    if cell.lower() not in ("inside", "outside", "both"):
        raise ValueError(f"“{cell}” is not inside, outside or both.")
    return cell.lower()


def days(cell: str) -> tuple[int, ...]:
    """Days between meetings; a mentor may give several."""
    return tuple(whole(part) for part in _parts(cell))


def _parts(cell: str) -> list[str]:
    parts = cell.split(";") if ";" in cell else cell.split(",")
    return [part.strip() for part in parts if part.strip()]
