"""Weights from TOML and rules from a spreadsheet."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pairing import Gate, InputError, Rules, Weights

from .people import spelt
from .tables import Fault, Faulty, Row, Sheet, read

RULES = ("must", "never", "own organisation", "inside at least", "inside at most", "seniority at least",
         "seniority at most", "one per team", "floor", "waive")  # fmt: skip


def weights(path: Path | None) -> Weights:
    """Points of 100 for each part, at the top of the file or under [weights]."""
    if path is None:
        return Weights()
    try:
        with path.open("rb") as file:
            content = tomllib.load(file)
        points = content.get("weights", content)
        return Weights(**points)
    except OSError as error:
        raise Faulty([Fault(path.name, 0, f"The file cannot be read: {error.strerror}.")]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Faulty([Fault(path.name, 0, f"This is not TOML: {error}")]) from None
    except TypeError:
        known = ", ".join(Weights.__dataclass_fields__)
        raise Faulty([Fault(path.name, 0, f"Use whole numbers under these names only: {known}.")]) from None
    except InputError as error:
        raise Faulty([Fault(path.name, 0, str(error))]) from None


def rules(path: Path | None) -> Rules:
    """One rule a row: ``must, ben, ada``; ``inside at least, , , 0.4``."""
    if path is None:
        return Rules()
    sheet = read(path)
    columns = {spelt(header): place for place, header in enumerate(sheet.header)}
    if "rule" not in columns:
        raise Faulty([Fault(sheet.name, 1, "The columns are rule, mentee, mentor, value.")])
    found: dict[str, Any] = {"must": [], "never": [], "inside": [0.0, 1.0], "seniority": [-99, 99]}
    faults: list[Fault] = []
    for row in sheet.rows:
        try:
            _take(found, row, columns)
        except (ValueError, KeyError) as error:
            faults.append(Fault(sheet.name, row.line, str(error).strip("'\"")))
    if faults:
        raise Faulty(faults)
    return _made(found, sheet)


def _take(found: dict[str, Any], row: Row, columns: Mapping[str, int]) -> None:
    def cell(name: str) -> str:
        place = columns.get(name)
        return row.cells[place] if place is not None and place < len(row.cells) else ""

    rule, value = spelt(cell("rule")), cell("value")
    if rule not in RULES:
        raise ValueError(f"“{cell('rule')}” is not a rule. The rules are {', '.join(RULES)}.")
    if rule in ("must", "never"):
        if not cell("mentee") or not cell("mentor"):
            raise ValueError(f"{rule} needs a mentee and a mentor.")
        found[rule].append((cell("mentee"), cell("mentor")))
    elif rule in ("own organisation", "one per team"):
        found[rule.replace(" ", "_")] = True
    elif rule == "waive":
        found["waived"] = found.get("waived", Gate(0)) | _gate(value)
    else:
        _take_number(found, rule, value)


def _gate(value: str) -> Gate:
    name = spelt(value).replace(" ", "_").upper()
    if name not in Gate.__members__:
        raise ValueError(f"“{value}” is not a gate. The gates are {', '.join(Gate.__members__).lower()}.")
    return Gate[name]


def _take_number(found: dict[str, Any], rule: str, value: str) -> None:
    try:
        number = float(value)
    except ValueError:
        raise ValueError(f"{rule} needs a number under value.") from None
    if rule == "floor":
        found["floor"] = number
        return
    name, _, end = rule.partition(" at ")
    found[name][end == "most"] = number if name == "inside" else int(number)


def _made(found: dict[str, Any], sheet: Sheet) -> Rules:
    given = {**found, "must": tuple(found["must"]), "never": tuple(found["never"])}
    given["inside"] = tuple(found["inside"])
    given["seniority"] = tuple(found["seniority"]) if found["seniority"] != [-99, 99] else None
    try:
        return Rules(**given)
    except InputError as error:
        raise Faulty([Fault(sheet.name, 0, str(error))]) from None
