"""Asks for each page again and again, and counts what an answer costs."""

from __future__ import annotations

import logging
import re
import statistics
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.matching.requests.models import Request
from alongside.matching.search import store

from .crowd import fill, gather
from .pages import addresses
from .reader import settle
from .weight import text, weigh

WARM = 8
MUCH = 24
CONTROL = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


def measure(people: int, runs: int, meetings: int = 0) -> dict[str, Any]:
    """Build the crowd, with so many meetings at least, and measure every page, then the sending of a request."""
    logging.disable(logging.CRITICAL)
    started = time.perf_counter()
    world = settle(gather(people), MUCH)
    meetings = fill(meetings)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    store.forget()  # opened at the start, when nobody was there
    built = time.perf_counter() - started
    browser = _signed_in(world)
    rows = {name: _page(browser, address, runs) for name, address in addresses(world).items()}
    rows["sending a request"] = _sending(browser, world, runs)
    return {
        "people": people,
        "meetings": meetings,
        "runs": runs,
        "built_seconds": round(built, 1),
        "pages": rows,
    }


def _signed_in(world: SimpleNamespace) -> Client:
    browser = Client(SERVER_NAME="localhost", HTTP_ACCEPT_ENCODING="gzip")
    browser.force_login(world.reader, backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser


def _page(browser: Client, address: str, runs: int) -> dict[str, Any]:
    def ask() -> Any:
        return browser.get(address)

    first = time.perf_counter()
    answer = ask()
    first = time.perf_counter() - first
    assert answer.status_code == 200, (address, answer.status_code)
    return timed(ask, runs) | {"first_ms": _ms(first)} | queries(ask) | weigh(answer)


def timed(ask: Callable[[], Any], runs: int, between: Callable[[], Any] = lambda: None) -> dict[str, Any]:
    """Processor and wall times of ``runs`` answers, in milliseconds, after a warm-up."""
    wall, cpu = [], []
    for number in range(WARM + runs):
        between()
        clock, processor = time.perf_counter(), time.process_time()
        ask()
        if number >= WARM:
            cpu.append(time.process_time() - processor)
            wall.append(time.perf_counter() - clock)
    p95 = statistics.quantiles(wall, n=20)[-1]
    return {"cpu_ms": _ms(statistics.median(cpu)), "p50_ms": _ms(statistics.median(wall)), "p95_ms": _ms(p95)}


def queries(ask: Callable[[], Any]) -> dict[str, Any]:
    """Queries of one answer, and the statements that only begin and end transactions."""
    with CaptureQueriesContext(connection) as caught:
        ask()
    asked = [row["sql"] for row in caught.captured_queries]
    control = [sql for sql in asked if sql.startswith(CONTROL)]
    return {"queries": len(asked) - len(control), "control": len(control)}


def _sending(browser: Client, world: SimpleNamespace, runs: int) -> dict[str, Any]:
    """The form as a browser sends it; what was sent before is taken away outside of the measured time."""
    address = reverse("requests.send", args=[world.other.code]) + f"?brief={world.brief.code}"
    tokens = []

    def prepare() -> None:
        Request.objects.filter(mentee=world.reader, mentor=world.other).delete()
        found = re.search(r'name="once" value="([^"]+)"', text(browser.get(address)))
        tokens.append(found[1] if found else "")

    def send() -> Any:
        words = {"goal": "Lead a release", "question": "How did you begin, and with whom?", "format": "long"}
        answer = browser.post(address, words | {"once": tokens[-1]})
        assert answer.status_code == 302, answer.status_code
        return answer

    found = timed(send, runs, prepare)
    prepare()
    return found | queries(send)


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)
