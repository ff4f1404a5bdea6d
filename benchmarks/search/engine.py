"""``python -m benchmarks.search.engine build|ask …``: the columns in a process of their own, measured, as JSON."""

from __future__ import annotations

import datetime as dt
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
import numpy as np

RUNS, WARM, TOP, ASKED = 300, 20, 10, 30
STEP = 6


def build(size: int) -> dict[str, Any]:
    """Make the columns from a seed and write the file."""
    from alongside.matching.search.wide import file  # noqa: PLC0415 - after Django has started

    from .crowd import segment  # noqa: PLC0415

    start = time.perf_counter()
    made = segment(size, 1)
    generated = time.perf_counter() - start
    path = file.write(file.Generation(made, ["word"], 0))
    return {"generate_s": generated, "write_s": time.perf_counter() - start - generated,
            "file_mb": path.stat().st_size / 1e6}  # fmt: skip


def ask(size: int) -> dict[str, Any]:
    """Open the file and search; then compare each answer with the full exact ranking."""
    from alongside.matching.search.wide import file, searching, view  # noqa: PLC0415
    from alongside.matching.search.wide.segment import Filling  # noqa: PLC0415

    from .questions import question  # noqa: PLC0415

    before, start = _resident(), time.perf_counter()
    made = file.read()
    opened = time.perf_counter() - start
    assert made is not None
    kept = view.View(dt.date(2026, 1, 5), (0, 0), made, None, {}, {}, made.segment.nobody(), Filling().done())  # type: ignore[arg-type]  # nothing changes here

    def top(number: int) -> list[int]:
        asked, seeker, mentee = question(number)
        parts = [
            searching._part(kept, place, asked, seeker, mentee, None) for place in range(len(kept.segments))
        ]
        return searching._order(parts, asked, number, TOP)

    def everything(number: int) -> Any:
        asked, seeker, mentee = question(number)
        return searching.search(kept, asked, seeker, mentee, 20, 4)

    times = {"top10": _timed(top), "with_counts_and_angle": _timed(everything)}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    right, chosen = [], []
    for number in range(WARM, WARM + 40):
        asked, seeker, mentee = question(number)
        part = searching._part(kept, 0, asked, seeker, mentee, None)
        rows = np.flatnonzero(np.unpackbits(part.chosen.view(np.uint8), bitorder="little"))
        assert part.asked is not None
        fits = part.asked.fit.of(rows)
        best = np.sort(fits)[-TOP:]
        got = part.asked.fit.of(np.array(top(number)))
        right.append(np.isin(np.sort(got), best).mean())
        chosen.append(rows.size)
    return times | {"open_s": opened, "resident_before_mb": before, "peak_mb": peak, "recall": float(np.mean(right)),
                    "pass_filters": float(np.mean(chosen)), "size": size}  # fmt: skip


def append(_size: int) -> dict[str, Any]:
    """How long it takes to take one, a hundred and a thousand changed people in."""
    from alongside.matching.search.columns import MentorRow  # noqa: PLC0415
    from alongside.matching.search.wide import file  # noqa: PLC0415
    from alongside.matching.search.wide.segment import Filling  # noqa: PLC0415
    from pairing import Mentor, Tag  # noqa: PLC0415

    made, taken = file.read(), {}
    assert made is not None
    for many in (1, 100, 1000):
        rows = {
            pk: MentorRow(
                Mentor(key=pk, levels=dict.fromkeys(range(1, 9), 3), tags=(Tag("industry", "1"),), free=15 << 80),
                frozenset({"everyone"}), (1,), False, 0, (False, "somebody"),
            )
            for pk in range(1, many + 1)
        }  # fmt: skip
        start = time.perf_counter()
        filling = Filling()
        filling.add(rows)
        filling.done()
        made.segment.those(rows)
        taken[f"append_{many}_ms"] = (time.perf_counter() - start) * 1000
    return taken


def vectors(size: int) -> dict[str, Any]:
    """Lay the same people out for the peers: dense vectors, questions, filters and true fits."""
    from alongside.matching.search.wide import file, searching, view  # noqa: PLC0415
    from alongside.matching.search.wide.segment import Filling  # noqa: PLC0415

    from .questions import question  # noqa: PLC0415

    folder, made = file.folder().parent, file.read()
    assert made is not None
    kept = view.View(dt.date(2026, 1, 5), (0, 0), made, None, {}, {}, made.segment.nobody(), Filling().done())  # type: ignore[arg-type]  # nothing changes here
    rows, everybody = made.segment.crowd.arrays, np.arange(size)
    parts = [searching._part(kept, 0, *question(number), None) for number in range(ASKED)]
    terms = _listed(rows, everybody)
    sides = [[_worth(part.asked, codes, code) for codes, code, _flags in terms] for part in parts]
    np.save(
        folder / "vectors.npy", np.array([flags for _codes, _code, flags in terms], dtype=np.float32).T.copy()
    )
    np.save(folder / "asked.npy", np.array(sides, dtype=np.float32))
    np.save(folder / "masks.npy", np.array([part.chosen.view(np.uint8) for part in parts]))
    np.save(folder / "fits.npy", np.array([part.asked.fit.of(everybody) for part in parts if part.asked]))
    return {"dimensions": len(terms)}


def _listed(rows: Any, everybody: Any) -> list[tuple[Any, int, Any]]:
    """Each dimension: the codes it is read from, which code it is, and who has it."""
    from pairing import bitmaps  # noqa: PLC0415

    listed = [
        (codes, level * STEP**digit, codes // STEP**digit % STEP == level)
        for name in ("levels", "values")
        for codes in rows[name]
        for digit in range(3)
        for level in range(0 if name == "values" else 1, STEP)
    ]
    return listed + [
        (row, 1, bitmaps.has(row, everybody)) for name in ("tags", "channels", "traits") for row in rows[name]
    ]


def _worth(asked: Any, codes: Any, code: int) -> float:
    """What a code is worth in the term that reads these codes."""
    for term in asked.fit.terms:
        if getattr(term, "codes", None) is not None and term.codes.ctypes.data == codes.ctypes.data:
            return float(term.table[code] - term.table[0]) if code < term.table.size else 0.0
    return 0.0


def _timed(ask: Callable[[int], Any]) -> dict[str, float]:
    took, used = [], []
    for number in range(WARM + RUNS):
        start, processor = time.perf_counter(), time.process_time()
        ask(number)
        used.append(1000 * (time.process_time() - processor))
        took.append(1000 * (time.perf_counter() - start))
    took, used = took[WARM:], used[WARM:]
    return {"cpu_p50_ms": statistics.median(used), "cpu_p95_ms": statistics.quantiles(used, n=20)[-1],
            "p50_ms": statistics.median(took), "p95_ms": statistics.quantiles(took, n=20)[-1]}  # fmt: skip


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text("utf-8").split()[1])
    return pages * resource.getpagesize() / 1e6


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    django.setup()
    task = {"build": build, "ask": ask, "append": append, "vectors": vectors}[sys.argv[1]]
    from django.conf import settings

    settings.MEDIA_ROOT = Path(sys.argv[2]) / "files"
    print(json.dumps(task(int(sys.argv[3]))))
