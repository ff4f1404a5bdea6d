"""``python -m benchmarks.faults [kills]``: the tests of outages, with many kills and the limit of five seconds."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESULT = ROOT / "benchmarks" / "results" / "faults.json"
LINE = re.compile(r"\.?([a-z ]+): (\d+) kills, (\d+) requests, slowest return ([\d.]+) s")
NAMES = ("what", "kills", "requests", "slowest_return_seconds")


def main(kills: str) -> int:
    """Run the tests, print what they say, write the numbers down."""
    words = [sys.executable, "-m", "pytest", "tests/faults", "-q", "-s"]
    environment = {**os.environ, "KILLS": kills}
    done = subprocess.run(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    print(done.stdout)
    rows = [dict(zip(NAMES, found, strict=True)) for found in LINE.findall(done.stdout)]
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps({"passed": done.returncode == 0, "faults": rows}, indent=1) + "\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(*(sys.argv[1:] or ["100"])))
