"""``python -m benchmarks.archive``: the archive of ten years of use, beside the minute that it may take."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from benchmarks.instance import measured

RESULTS = Path(__file__).parents[1] / "results"
YEARS, MOST_SECONDS = 10, 60.0


def main() -> int:
    """Print what it took, write the JSON; 1 if it took more than a minute."""
    found = measured("benchmarks.archive.decade", YEARS)
    over = [name for name in ("pack_s", "restore_s") if found[name] > MOST_SECONDS]
    facts = {"processors": os.cpu_count(), "load": round(os.getloadavg()[0], 1), "years": YEARS, "over": over}
    for name, value in (facts | found).items():
        print(f"{name:24}{value!s:>14}")
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "archive.json").write_text(json.dumps(facts | found, indent=1) + "\n", "utf-8")
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main())
