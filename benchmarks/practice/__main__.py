"""``python -m benchmarks.practice``: worksheets of 200 rows opened and played with, beside what they may cost."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from benchmarks.instance import measured

RESULTS = Path(__file__).parents[1] / "results"
ROWS, RUNS = 200, 40
OPENING = {"queries": 10, "p95_ms": 80.0, "html_sent": 60_000}
PLAYING = {"p95_ms": 100.0}


def main() -> int:
    """Print a table, write the JSON; 1 if a budget was passed."""
    found = measured("benchmarks.practice.runs", ROWS, RUNS)
    keys = ["queries", "cpu_ms", "p50_ms", "p95_ms", "nodes", "html_sent"]
    print(f"{'':30}" + "".join(f"{key:>11}" for key in keys))
    over = []
    for name, row in found.items():
        print(f"{name:30}" + "".join(f"{row.get(key, '-')!s:>11}" for key in keys))
        budget = PLAYING if name.startswith("what if") else OPENING
        over += [f"{name}: {key} {row[key]} > {most}" for key, most in budget.items() if row[key] > most]
    load = round(os.getloadavg()[0], 1)
    facts = {"processors": os.cpu_count(), "load": load, "rows": ROWS, "runs": RUNS, "over": over}
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "practice.json").write_text(json.dumps({**facts, "pages": found}, indent=1) + "\n", "utf-8")
    print(f"\nload {load};", *(over or ["everything within its budget"]), sep="\n  ")
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main())
