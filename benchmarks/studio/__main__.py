"""``python -m benchmarks.studio [mentees]``: a round frozen, decided and questioned, beside what it may cost."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from benchmarks.instance import measured

RESULTS = Path(__file__).parents[1] / "results"
RUNS = 12
SIZES = [(1000, 400, 100.0), (10_000, 3_000, 1000.0)]
"""Mentees, mentors, and the milliseconds in which a what-if is answered, the whole page of it."""


def main(only: list[int]) -> int:
    """Print each size, write the JSON; 1 if a what-if was slower than it may be."""
    sizes = [size for size in SIZES if not only or size[0] in only]
    found, over = [], []
    for mentees, mentors, most in sizes:
        told = measured("benchmarks.studio.runs", mentees, mentors, RUNS)
        found.append({"mentees": mentees, "mentors": mentors, **told})
        print(f"\n{mentees:,} mentees, {mentors:,} mentors")
        print(*(f"  {name:24}{value!s:>12}" for name, value in told.items()), sep="\n")
        if told["what_if_p50_ms"] > most:
            over.append(f"{mentees:,}: a what-if takes {told['what_if_p50_ms']} ms > {most}")
    load = round(os.getloadavg()[0], 1)
    RESULTS.mkdir(exist_ok=True)
    facts = {"processors": os.cpu_count(), "load": load, "over": over, "sizes": found}
    (RESULTS / "studio.json").write_text(json.dumps(facts, indent=1) + "\n", "utf-8")
    print(f"\nload {load};", *(over or ["everything within its budget"]), sep="\n  ")
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main([int(word) for word in sys.argv[1:]]))
