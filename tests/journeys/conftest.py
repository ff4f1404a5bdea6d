"""Real browsers for the journeys: Debian's Chromium, driven by playwright, on the real server."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, sync_playwright

from alongside.config.testing import BROWSERS
from tests.journeys.mentors import mentors
from tests.journeys.seats import Seat, complain, note, watch

__all__ = ["mentors"]

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
"""Playwright keeps an event loop in the tests' thread, where Django would refuse to reach the database."""
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), "")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 700}
SCREENSHOTS = Path(__file__).resolve().parents[2] / "docs" / "screenshots"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every journey as one that needs a browser."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all journeys of this process."""
    if not CHROMIUM and not os.environ.get("CI"):
        pytest.skip("Chromium is not installed, so the journeys in a browser are left out")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def seat(browser: Browser, live_server: object) -> Iterator[Callable[..., Seat]]:
    """Make seats: ``seat()`` on a desktop, ``seat(viewport=PHONE)``, ``seat(java_script_enabled=False)``.

    At the end no page may have logged an error, thrown, or asked another host for anything.
    """
    opened: list[tuple[object, Seat]] = []

    def sit(**options: object) -> Seat:
        usual = {
            "viewport": DESKTOP,
            "locale": "en-GB",
            "reduced_motion": "reduce",  # fading from page to page is a tenth of a browser's work
            "service_workers": "block",  # its own journey lets it in
        }
        context = browser.new_context(**{**usual, **options})
        context.set_default_timeout(30_000)
        page = context.new_page()
        made = Seat(page, live_server.url, [])
        page.on("pageerror", lambda error: complain(made, str(error)))
        page.on("console", lambda message: note(made, message))
        page.on("request", lambda request: watch(made, request.url))
        opened.append((context, made))
        return made

    yield sit

    wrongs = [wrong for _, made in opened for wrong in made.wrongs]
    for context, _ in opened:
        context.close()
    assert wrongs == []


@pytest.fixture
def sit(seat: Callable[..., Seat]) -> Callable[..., Seat]:
    """``sit(person)`` is a seat in which this person is signed in."""

    def signed_in(person: object, **options: object) -> Seat:
        client = Client()
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        made = seat(**options)
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key, "url": made.base}
        made.page.context.add_cookies([cookie])
        return made

    return signed_in
