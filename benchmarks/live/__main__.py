"""``python -m benchmarks.live [rooms [seconds]]``: how soon a change is seen by the partner, and JSON."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from benchmarks.instance import measured

RESULTS = Path(__file__).parents[1] / "results"
AIM_MS = 300


def main(rooms: int, seconds: int) -> int:
    """Measure, print, write the JSON; 1 if the aim was missed or a stream was refused."""
    found = measured("benchmarks.live.runs", rooms, seconds)
    facts = {"processors": os.cpu_count(), "load": round(os.getloadavg()[0], 1), "aim_p95_ms": AIM_MS}
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "live.json").write_text(json.dumps({**facts, **found}, indent=1) + "\n", "utf-8")
    print(
        f"\n{rooms} rooms, {found['streams']} open streams, {found['changes']} changes; load {facts['load']}"
    )
    for name, value in found.items():
        print(f"{name:28}{value!s:>10}")
    held = found["streams"] == 2 * rooms and found["changes"] == found["sent"]
    return int(not held or found["seen_p95_ms"] > AIM_MS)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*[*given, *[200, 40][len(given) :]]))
