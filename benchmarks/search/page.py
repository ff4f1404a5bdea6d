"""``python -m benchmarks.search.page <people>``: PostgreSQL filled, the columns built, the page asked for."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

import django
from django.core.management import call_command

from alongside.config.commands.instance import hang_up
from alongside.config.postgres.launcher import ensure_running, throwaway_folder
from benchmarks.instance import SETTINGS

RUNS, WARM = 100, 10


def main(people: int) -> None:
    """Start, measure, print, and take everything away again."""
    folder = throwaway_folder()
    os.environ.update(SETTINGS, ALONGSIDE_DATA=str(folder), DATABASE_URL="", ALONGSIDE_DEBUG="")
    server = ensure_running(folder, throwaway=True)
    try:
        django.setup()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", "--noinput", verbosity=0)
        print(json.dumps(measure(people)))
    finally:
        hang_up()
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def measure(people: int) -> dict[str, Any]:
    """Load, build, ask; each with its time."""
    sys.stderr.write("loading\n")
    loaded = _took(lambda: import_module("benchmarks.search.loader").load(people))
    sys.stderr.write(f"loaded in {loaded:.0f} s; building\n")
    building = import_module("alongside.matching.search.wide.building")
    today = import_module("alongside.kit.clock").now().date()
    used = time.process_time()
    built = _took(lambda: building.build(today))
    used = time.process_time() - used
    sys.stderr.write(f"built in {built:.0f} s; asking\n")
    told = {"people": people, "load_s": loaded, "build_s": built, "build_cpu_s": used,
            "build_peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}  # fmt: skip
    return dict(told | import_module("benchmarks.search.asking").ask_pages(people))


def _took(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def timed(ask: Callable[[int], object], runs: int = RUNS, warm: int = WARM) -> dict[str, float]:
    """Ask again and again, each time something else."""
    wall, processor = [], []
    dice = random.Random(5)  # noqa: S311 - the same questions each time
    for _ in range(warm + runs):
        number = dice.randrange(10**6)
        clock, used = time.perf_counter(), time.process_time()
        ask(number)
        processor.append(1000 * (time.process_time() - used))
        wall.append(1000 * (time.perf_counter() - clock))
    wall, processor = wall[warm:], processor[warm:]
    return {"p50_ms": statistics.median(wall), "p95_ms": statistics.quantiles(wall, n=20)[-1],
            "cpu_ms": statistics.median(processor), "cpu_p95_ms": statistics.quantiles(processor, n=20)[-1],
            "load": round(os.getloadavg()[0], 1)}  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]))
