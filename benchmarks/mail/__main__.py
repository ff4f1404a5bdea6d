"""``python -m benchmarks.mail [reminders]``: how long one worker takes for 10,000 reminders, and JSON."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from benchmarks.instance import measured

RESULT = Path(__file__).parents[1] / "results" / "mail.json"
AT_MOST = 300.0
"""Seconds for ten thousand."""


def main(number: int) -> int:
    """Measure in a process of its own, print the row, write the JSON; 1 if it took too long or lost a letter."""
    found = measured("benchmarks.mail.runs", number)
    row = found | {"a_second": round(found["sent"] / found["took_s"]), "at_most_s": AT_MOST * number / 10_000}
    print("".join(f"{name:>12}" for name in row))
    print("".join(f"{value!s:>12}" for value in row.values()))
    RESULT.parent.mkdir(exist_ok=True)
    facts = {"processors": os.cpu_count(), "load": round(os.getloadavg()[0], 1)}
    RESULT.write_text(json.dumps(facts | row, indent=1) + "\n", "utf-8")
    return int(row["sent"] != number or row["took_s"] > row["at_most_s"])


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
