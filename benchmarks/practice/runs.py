"""Opens worksheets of many rows again and again, and asks what if."""

from __future__ import annotations

import logging
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

from django.test import Client
from django.urls import reverse

from alongside.practice.tools.registry import TOOLS
from alongside.practice.tools.tool import Sheet, Tool
from alongside.practice.worksheets import actions
from alongside.practice.worksheets.models import Worksheet
from benchmarks.web.crowd import gather
from benchmarks.web.runs import queries, timed
from benchmarks.web.weight import text, weigh

MEASURED = ("moscow", "rice", "wsjf", "kano", "stakeholder-map", "career-matrix")


class Fields(HTMLParser):
    """What a browser sends for the fields of a page that nobody has touched."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.typed: dict[str, str] = {}
        self.select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An input has its value, a tick only when it is set, a choice that of its chosen option."""
        said = dict(attrs)
        name, value = said.get("name") or "", said.get("value") or ""
        if tag == "select":
            self.select = name
        elif tag == "option" and "selected" in said:
            self.typed[self.select] = value
        elif tag == "input" and name and ("checked" in said or said.get("type") != "checkbox"):
            self.typed[name] = value


def measure(rows: int, runs: int) -> dict[str, Any]:
    """Every tool: the sheet opened, the page of what if, and one number of it changed."""
    logging.disable(logging.CRITICAL)
    person = gather(20)[2]
    browser = Client(SERVER_NAME="localhost", HTTP_ACCEPT_ENCODING="gzip")
    browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    found = {}
    for key in MEASURED:
        worksheet = actions.start(TOOLS[key], by=person, title=key, sheet=_long(TOOLS[key], rows))
        found[f"{key}: open"] = _opened(browser, worksheet, runs)
        found[f"what if: {key}"] = _played(browser, worksheet, runs)
    return found


def _long(tool: Tool, rows: int) -> Sheet:
    """The example, again and again until it is long enough."""
    example = tool.example.rows
    many = [replace(example[n % len(example)], key=f"r{n}") for n in range(rows)]
    return Sheet(tuple(many), tool.example.settings)


def _opened(browser: Client, worksheet: Worksheet, runs: int) -> dict[str, Any]:
    def ask() -> Any:
        return browser.get(reverse("worksheets.show", args=[worksheet.code]))

    answer = ask()
    assert answer.status_code == 200, answer.status_code
    return timed(ask, runs) | queries(ask) | weigh(answer)


def _played(browser: Client, worksheet: Worksheet, runs: int) -> dict[str, Any]:
    """What the page sends whenever a field changes."""
    address = reverse("what_if.play", args=[worksheet.code])
    typed = Fields(text(browser.get(address))).typed
    first = next(name for name in typed if name.startswith("r0-"))
    body = urlencode(typed | {first: "2"})

    def ask() -> Any:
        kind = "application/x-www-form-urlencoded"
        return browser.post(address, body, kind, headers={"HX-Request": "true", "HX-Target": "result"})

    assert ask().status_code in {200, 422}
    return timed(ask, runs) | queries(ask) | {"html_sent": len(ask().content)}
