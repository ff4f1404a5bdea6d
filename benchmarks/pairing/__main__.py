"""``python -m benchmarks.pairing [--quick | --full | part of a row's name]``: one table, beside the peers, and JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .growth import draw
from .rows import FULL, QUICK, USUAL, Row, chosen

HERE = Path(__file__).parent
RESULTS = HERE.parent / "results"
PEERS = {
    "rules": ("mentor-match==7.0.1", "munkres==3.0.0", "numpy"),
    "rankings": ("matching==1.4.3", "algmatch==1.5.2"),
    "tables": ("munkres==3.0.0", "ortools==9.15.6755", "numpy"),
}
"""Environments of their own: mentor-match and matching both install a package named ``matching``."""


def main(words: list[str]) -> int:
    """Run, print as it goes, write the JSON after each row: rows that were not asked for stay as they were."""
    rows = chosen(words)
    if not rows:
        print("no row is called so:", *words)
        return 1
    print(f"{'task':70} {'wall s':>9} {'cpu s':>9} {'MB':>7} {'peer cpu s':>11} {'× faster':>9}  notes")
    for row in rows:
        _keep(_row(row))
    draw(RESULTS / "pairing.json")
    return 0


def _keep(found: dict[str, Any]) -> None:
    """Into the JSON, in the order of the rows."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / "pairing.json"
    kept = {one["task"]: one for one in json.loads(path.read_text("utf-8"))} if path.exists() else {}
    kept[found["task"]] = found
    listed = [kept[row.title] for row in QUICK + USUAL + FULL if row.title in kept]
    path.write_text(json.dumps(listed, indent=1), encoding="utf-8")


def _row(row: Row) -> dict[str, Any]:
    load = round(os.getloadavg()[0], 1)
    ours = _ours(row.task, row.given)
    theirs = _peer(*row.peer) if row.peer else {}
    ratio = theirs["cpu"] / max(1e-9, ours["cpu"]) if theirs.get("cpu") else None
    notes = {name: value for name, value in ours.items() if name not in ("wall", "cpu", "megabytes")}
    notes |= {f"peer {name}": value for name, value in theirs.items() if name not in ("cpu",)}
    print(
        f"{row.title:70} {ours['wall']:9.3f} {ours['cpu']:9.3f} {ours['megabytes']:7.0f} "
        f"{theirs.get('cpu', float('nan')):11.3f} {ratio or float('nan'):9.0f}  load {load}, {_short(notes)}",
        flush=True,
    )
    return {"task": row.title, "load": load, "ours": ours, "peer": theirs, "ratio": ratio}


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
