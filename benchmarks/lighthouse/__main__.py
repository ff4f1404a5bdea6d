"""``python -m benchmarks.lighthouse [runs]``: Lighthouse on Find, the workspace and Today, as on a slow phone.

Needs npm and Chromium; Lighthouse itself is fetched from npm once, into ``.dev/lighthouse``.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / ".dev" / "lighthouse"
RESULTS = ROOT / "benchmarks" / "results"
VERSION = "12.8.2"
AIMS = {"performance": 99, "accessibility": 100, "best-practices": 100}
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking"


def main(runs: int) -> int:
    """Serve a thousand people, look at each page so many times, print and write the medians."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium or not shutil.which("npm"):
        print("Lighthouse needs npm and Chromium; one of them is not here.")
        return 1
    _install()
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.lighthouse.serve"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as served:  # fmt: skip
        assert served.stdout is not None
        assert served.stdin is not None
        told = json.loads(served.stdout.readline())
        rows = {name: _looked_at(chromium, at, told["cookie"], runs) for name, at in told["pages"].items()}
        served.stdin.close()  # it ends with its input
    return _tell(rows, runs)


def _install() -> None:
    if not (TOOLS / "node_modules" / "lighthouse").exists():
        TOOLS.mkdir(parents=True, exist_ok=True)
        words = ["npm", "install", "--prefix", str(TOOLS), "--no-save", "--no-audit", "--no-fund"]
        subprocess.run([*words, f"lighthouse@{VERSION}"], check=True)


def _looked_at(chromium: str, address: str, cookie: str, runs: int) -> dict[str, Any]:
    reports = [_report(chromium, address, cookie) for _ in range(runs)]
    scores = {name: statistics.median(_score(one, name) for one in reports) for name in AIMS}
    wanting = {
        f"{audit['id']}: {audit['title']}"
        for one in reports
        for name in AIMS
        for ref in one["categories"][name]["auditRefs"]
        if (audit := one["audits"][ref["id"]])["score"] is not None and audit["score"] < 0.9 and ref["weight"]
    }
    return {**scores, "first_paint_ms": _metric(reports, "first-contentful-paint"),
            "largest_paint_ms": _metric(reports, "largest-contentful-paint"),
            "shift": _metric(reports, "cumulative-layout-shift", 3), "wanting": sorted(wanting)}  # fmt: skip


def _report(chromium: str, address: str, cookie: str) -> dict[str, Any]:
    headers = json.dumps({"Cookie": f"session={cookie}"})
    words = [
        str(TOOLS / "node_modules" / ".bin" / "lighthouse"), address, "--quiet", "--output=json",
        f"--only-categories={','.join(AIMS)}", f"--extra-headers={headers}", f"--chrome-flags={FLAGS}",
    ]  # fmt: skip
    done = subprocess.run(
        words, env={**os.environ, "CHROME_PATH": chromium}, stdout=subprocess.PIPE, check=True
    )
    report: dict[str, Any] = json.loads(done.stdout)
    assert report["finalDisplayedUrl"].startswith(address), report["finalDisplayedUrl"]
    return report


def _score(report: dict[str, Any], name: str) -> float:
    return float(round(100 * report["categories"][name]["score"]))


def _metric(reports: list[dict[str, Any]], name: str, places: int = 0) -> float:
    return float(round(statistics.median(one["audits"][name]["numericValue"] for one in reports), places))


def _tell(rows: dict[str, dict[str, Any]], runs: int) -> int:
    under = [
        f"{page}: {name} {row[name]} < {aim}"
        for page, row in rows.items()
        for name, aim in AIMS.items()
        if row[name] < aim
    ]
    columns = [*AIMS, "first_paint_ms", "largest_paint_ms", "shift"]
    print(f"{'':12}" + "".join(f"{name:>18}" for name in columns))
    for page, row in rows.items():
        print(f"{page:12}" + "".join(f"{row[name]!s:>18}" for name in columns))
        print(*(f"    {one}" for one in row["wanting"]), sep="\n", end="\n" if row["wanting"] else "")
    facts = {"lighthouse": VERSION, "runs": runs, "load": round(os.getloadavg()[0], 1), "aims": AIMS}
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps({**facts, "under": under, "pages": rows}, indent=1) + "\n"
    (RESULTS / "lighthouse.json").write_text(text, "utf-8")
    print(*(under or ["everything as it should be"]), sep="\n")
    return int(bool(under))


if __name__ == "__main__":
    sys.exit(main(int((sys.argv[1:] or ["3"])[0])))
