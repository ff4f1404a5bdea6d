"""Opens every page as several people, and finds the forms that stand on them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from importlib import import_module
from types import SimpleNamespace

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve, reverse

from alongside.activity.mail.models import Letter
from alongside.matching.briefs.steps import KEYS
from tests.access.routes import every_route
from tests.access.world import addresses

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
STRANGER = "signed out"
EVERYBODY = ("the person", "the partner", "coordinator", "administrator")
FOREIGN = ("mfa_", "account_", "patterns")
"""Pages of other makers, whose forms are tried by their own names, and the page of specimens."""


ONLY_SENT_TO: set[str] = set()
CLOSED: set[tuple[str, str]] = set()
"""What earlier sweeps learned of the world, which is the same in each test."""


@dataclass
class Form:
    """A form as it stands on a page: where it goes, and what it would send."""

    label: str
    action: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    """The fields in which one types, each with its kind."""

    @property
    def name(self) -> tuple[str, tuple[str, ...]]:
        """What makes two forms the same: which route they go to, and their fields."""
        return resolve(self.action.partition("?")[0]).view_name, tuple(sorted({*self.fields, *self.typed}))


FORMS: list[Form] = []
Sessions = import_module(settings.SESSION_ENGINE).SessionStore.get_model_class()
"""Where sessions are kept."""


def seat(person=None) -> Client:
    """A browser in which this person is signed in; nobody, without one."""
    browser = Client(raise_request_exception=False)
    if person is not None:
        browser.force_login(person, backend=BACKEND)
    return browser


def seats(world: SimpleNamespace, people: tuple[str, ...]) -> dict[str, Client]:
    """A browser for each of these people."""
    return {label: seat(world.people.get(label)) for label in people}


def places(world: SimpleNamespace) -> Iterator[tuple[str, str]]:
    """Every address of the world, and each of the kinds and steps that share a route."""
    for route in every_route():
        yield route.name, addresses(route, world)
    for kind in ("launches", "stories", "moves"):
        yield f"careers.add {kind}", reverse("careers.add", args=[kind])
    for key in KEYS:
        yield f"briefs.step {key}", reverse("briefs.step", args=[world.things["brief"].code, key])


def pages(world: SimpleNamespace, people: tuple[str, ...]) -> Iterator[tuple[str, str, str, HttpResponse]]:
    """Every page that opens, for each of these people: who, which route, which address, and the answer.

    What did not open for somebody is not tried again in the same world, whose codes are always the same.
    """
    for label, browser in seats(world, people).items():
        for name, address in seen_by(label, world):
            if (label, address) in CLOSED or name in ONLY_SENT_TO:
                continue
            answer = browser.get(address)
            assert answer.status_code < 500, (label, name)
            if answer.status_code == 405:
                ONLY_SENT_TO.add(name)
            if answer.status_code == 200 and "html" in answer.headers["Content-Type"]:
                yield label, name, address, answer
            else:
                CLOSED.add((label, address))


def seen_by(label: str, world: SimpleNamespace) -> Iterator[tuple[str, str]]:
    """Where this person looks: a stranger where links lead, who administers among the accounts, others everywhere."""
    if label == STRANGER:
        yield from linked()
    for name, address in places(world):
        if label not in {STRANGER, "administrator"} or address.startswith("/accounts/"):
            yield name, address


def linked() -> Iterator[tuple[str, str]]:
    """The links of all letters so far, which open for whoever holds them."""
    for letter in Letter.objects.order_by("pk"):
        for link in re.findall(re.escape(settings.BASE_URL) + r"(/\S+)", letter.text):
            yield f"letter {letter.subject}", link


def forms_of(world: SimpleNamespace) -> list[Form]:
    """Every form on every page, once for each place that it sends to; looked for once for all tests."""
    if not FORMS:
        FORMS.extend(_found(world))
    return FORMS


def _found(world: SimpleNamespace) -> list[Form]:
    found: dict[tuple[str, tuple[str, ...]], Form] = {}
    for label, route, address, answer in pages(world, (STRANGER, *EVERYBODY)):
        if not route.startswith(FOREIGN):
            for form in forms_on(answer.content.decode(), label, address):
                found.setdefault(form.name, form)
    return list(found.values())


def filled(form: Form, text: str) -> dict[str, list[str]]:
    """What the form sends when everything that one can type in is this text."""
    typed = {
        "email": "haxed@example.net",
        "url": "https://haxed.example/" + re.sub(r"\s", "", text)[:400],
    }
    return form.fields | {name: [typed.get(kind, text)] for name, kind in form.typed.items()}


def forms_on(html: str, label: str, address: str) -> list[Form]:
    """The forms of one page that send something."""
    reader = _Forms(label, address)
    reader.feed(html)
    return reader.forms


class _Forms(HTMLParser):
    def __init__(self, label: str, address: str) -> None:
        super().__init__()
        self.label, self.address = label, address
        self.forms: list[Form] = []
        self.form: Form | None = None
        self.listed = self.written = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form" and told.get("method", "").lower() == "post":
            self.form = Form(self.label, told.get("action") or self.address)
            self.forms.append(self.form)
        elif self.form is not None and told.get("name"):
            getattr(self, f"_{tag}", lambda _told: None)(told)
        elif tag == "option" and self.form is not None and self.listed:
            self._option(told)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        if tag == "select":
            self.listed = ""
        if tag == "textarea":
            self.written = ""

    def handle_data(self, data: str) -> None:
        if self.written and self.form is not None:
            self.form.fields[self.written] = [data.strip()]

    def _input(self, told: dict[str, str]) -> None:
        assert self.form is not None
        name, kind = told["name"], told.get("type", "text")
        if kind in {"text", "search", "url", "email"}:
            self.form.typed[name] = kind
        if kind in {"submit", "button", "file"} or name == "once":
            return
        if kind in {"checkbox", "radio"}:
            if "checked" in told or name not in self.form.fields:
                kept = self.form.fields.setdefault(name, [])
                kept[:] = [
                    *(kept if kind == "checkbox" and "checked" in told else []),
                    told.get("value", "on"),
                ]
            return
        self.form.fields[name] = [told.get("value") or _plausible(kind)]

    def _textarea(self, told: dict[str, str]) -> None:
        assert self.form is not None
        self.form.typed[told["name"]] = "text"
        self.form.fields.setdefault(told["name"], [""])
        self.written = told["name"]

    def _select(self, told: dict[str, str]) -> None:
        assert self.form is not None
        self.listed = told["name"]
        self.form.fields[self.listed] = []

    def _option(self, told: dict[str, str]) -> None:
        assert self.form is not None
        if "selected" in told or (not any(self.form.fields[self.listed]) and told.get("value")):
            self.form.fields[self.listed] = [told.get("value", "")]

    def _button(self, told: dict[str, str]) -> None:
        """A button that says something is one of several; the first is as good as any."""
        assert self.form is not None
        self.form.fields.setdefault(told["name"], [told.get("value", "")])


def _plausible(kind: str) -> str:
    """What a field of this kind takes."""
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(days=3)
    return {
        "date": f"{soon:%Y-%m-%d}",
        "datetime-local": f"{soon:%Y-%m-%dT10:00}",
        "month": "2019-03",
        "time": "10:00",
        "number": "2",
    }.get(kind, "")
