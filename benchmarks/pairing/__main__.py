"""``python -m benchmarks.pairing [--quick | --full]``: one table, beside the peers, and JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
RESULTS = HERE.parent / "results"
PEERS = {
    "rules": ("mentor-match==7.0.1", "munkres==3.0.0", "numpy"),
    "rankings": ("matching==1.4.3", "algmatch==1.5.2"),
}
"""Two environments: mentor-match and matching both install a package named ``matching``."""

QUICK = [
    ("rules, 300", "rules", (300,), ("rules", "mentor_match.py", (300,))),
    (
        "stable, 500 × 200 full lists",
        "rankings",
        (500, 200),
        ("rankings", "rankings.py", ("algmatch", 500, 200)),
    ),
    ("1,000 × 1,000 profiles, exact", "profiles", (1000, 1000, 1000, 0.3, 0.0), None),
    ("what-if, 1,000 × 400", "what_if", (1000, 400), None),
]
USUAL = [
    ("rules, 1,000", "rules", (1000,), ("rules", "mentor_match.py", (1000,))),
    (
        "stable from raw lists, 400 × 200",
        "rankings",
        (400, 200),
        ("rankings", "rankings.py", ("matching", 400, 200)),
    ),
    ("stable, 100,000 × 40,000, lists of 40", "long_rankings", (100_000, 40_000, 40), None),
    ("SciPy, 1,000 × 1,000", "scipy_dense", (1000,), None),
    ("3,000 × 1,000 profiles, exact", "profiles", (3000, 1000, 3000, 0.3, 0.0), None),
    ("10,000 × 3,000, scarce and popular, to 0.0001 %", "profiles", (10_000, 3000, 9000, 0.8, 1e-6), None),
    ("30,000 × 10,000, to 0.01 %", "profiles", (30_000, 10_000, 33_000, 0.3, 1e-4), None),
    ("what-if, 10,000 × 3,000", "what_if", (10_000, 3000), None),
    ("many ties, 15,000 × 5,500, to 0.01 %", "ties", (15_000, 5500, 800), None),
    ("100,000 × 40,000, to 0.01 %", "profiles", (100_000, 40_000, 120_000, 0.3, 1e-4), None),
    ("the multiplication alone, 100,000 × 40,000", "floor", (100_000, 40_000), None),
]
FULL = [
    ("rules, 2,000", "rules", (2000,), ("rules", "mentor_match.py", (2000,))),
    ("100,000 × 30,000, scarce and popular", "profiles", (100_000, 30_000, 91_000, 0.8, 1e-4), None),
    ("1,000,000 × 350,000 in ten programmes, to 1 %", "in_programmes", (10, 100_000, 35_000, 0.01), None),
]


def main(words: list[str]) -> int:
    """Run, print as it goes, write the JSON."""
    rows = QUICK if "--quick" in words else QUICK + USUAL + (FULL if "--full" in words else [])
    print(f"{'task':50} {'wall s':>9} {'cpu s':>9} {'MB':>7} {'peer cpu s':>11} {'× faster':>9}  notes")
    found = [_row(*row) for row in rows]
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "pairing.json").write_text(json.dumps(found, indent=1), encoding="utf-8")
    return 0


def _row(title: str, task: str, given: tuple[Any, ...], peer: tuple[str, str, tuple[Any, ...]] | None) -> Any:
    ours = _ours(task, given)
    theirs = _peer(*peer) if peer else {}
    ratio = theirs["cpu"] / max(1e-9, ours["cpu"]) if "cpu" in theirs else None
    notes = {name: value for name, value in ours.items() if name not in ("wall", "cpu", "megabytes")}
    notes |= {f"peer {name}": value for name, value in theirs.items() if name not in ("cpu",)}
    print(
        f"{title:50} {ours['wall']:9.3f} {ours['cpu']:9.3f} {ours['megabytes']:7.0f} "
        f"{theirs.get('cpu', float('nan')):11.3f} {ratio or float('nan'):9.0f}  {_short(notes)}",
        flush=True,
    )
    return {"task": title, "ours": ours, "peer": theirs, "ratio": ratio}


def _short(notes: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value:.6g}" if isinstance(value, float) else f"{name} {value}"
                     for name, value in notes.items())  # fmt: skip


def _ours(task: str, given: tuple[Any, ...]) -> Any:
    code = f"import json; from benchmarks.pairing import tasks; print(json.dumps(dict(tasks.{task}(*{given!r}))))"
    return _json([sys.executable, "-c", code])


def _peer(kind: str, script: str, given: tuple[Any, ...]) -> Any:
    home = HERE / ".peers" / kind
    if not home.exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)  # ours
        install = [str(home / "bin/pip"), "install", "-qq", *PEERS[kind]]
        subprocess.run(install, check=True, stderr=subprocess.DEVNULL)  # pinned above
    return _json([str(home / "bin/python"), str(HERE / "peers" / script), *map(str, given)])


def _json(command: list[str]) -> Any:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # ours
    if done.returncode:
        return {"failed": done.stderr.strip().splitlines()[-1:], "wall": 0.0, "cpu": 0.0, "megabytes": 0.0}
    return json.loads(done.stdout.strip().splitlines()[-1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
