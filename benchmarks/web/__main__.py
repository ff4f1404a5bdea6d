"""``python -m benchmarks.web [people …]``: the main pages beside what they may cost, and JSON."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from benchmarks.instance import measured

RESULTS = Path(__file__).parents[1] / "results"
RUNS = 60
MEETINGS = 20
"""For each person: 200,000 among 10,000 people, as after years."""
BUDGETS = {
    "queries": 10, "cpu_ms": 15.0, "p50_ms": 20.0, "p95_ms": 60.0, "nodes": 1500, "javascript": 25_000, "cold": 100_000
}  # fmt: skip
SENDING = BUDGETS | {"queries": 8, "cpu_ms": 10.0}


def main(sizes: list[int]) -> int:
    """Measure each size in a process of its own, print a table, write the JSON; 1 if a budget was passed."""
    found = [measured("benchmarks.web.runs", people, RUNS, MEETINGS * people) for people in sizes]
    over = [line for result in found for line in _table(result)]
    RESULTS.mkdir(exist_ok=True)
    load = round(os.getloadavg()[0], 1)
    facts = {"processors": os.cpu_count(), "load": load, "budgets": BUDGETS, "sending": SENDING, "over": over}
    (RESULTS / "web.json").write_text(json.dumps({**facts, "sizes": found}, indent=1) + "\n", "utf-8")
    print(
        f"\nload {load} on {facts['processors']} processors;",
        *(over or ["everything within its budget"]),
        sep="\n  ",
    )
    return int(bool(over))


def _table(result: dict[str, Any]) -> list[str]:
    """Print one size; return what is over its budget."""
    crowd = f"{result['people']:,} people, {result['meetings']:,} meetings, {result['runs']} runs each"
    print(f"\n{crowd}; bytes as sent to an empty cache, pressed by gzip")
    print(f"{'':18}" + "".join(f"{name:>11}" for name in BUDGETS) + f"{'first_ms':>11}")
    over = []
    for name, row in result["pages"].items():
        print(f"{name:18}" + "".join(f"{row.get(key, '-')!s:>11}" for key in [*BUDGETS, "first_ms"]))
        most = SENDING if name.startswith("sending") else BUDGETS
        passed = [key for key in most if row.get(key, 0) > most[key]]
        over += [f"{name}, {result['people']:,} people: {key} {row[key]} > {most[key]}" for key in passed]
    return over


if __name__ == "__main__":
    sys.exit(main([int(word) for word in sys.argv[1:]] or [1000, 10_000]))
