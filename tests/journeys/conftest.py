"""Real browsers for the journeys: Debian's Chromium, driven by playwright, on the real server."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
"""Playwright keeps an event loop in the tests' thread, where Django would refuse to reach the database."""
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
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


@dataclass
class Seat:
    """One person's place in front of a browser; remembers what went wrong in the page."""

    page: Page
    base: str
    wrongs: list[str]

    def go(self, path: str, heading: str | None = None) -> Page:
        """Open ``path`` and check that the page is the one that was meant."""
        self.page.goto(self.base + path)
        if heading is not None:
            self.sees(heading)
        return self.page

    def sees(self, heading: str) -> None:
        """Check the page's own heading, without which a scan would prove nothing."""
        assert self.page.locator("h1").first.inner_text().strip() == heading

    def fill(self, label: str, value: str) -> None:
        """Type into the field with this label."""
        self.page.get_by_label(label, exact=True).fill(value)

    def press(self, name: str) -> None:
        """Press the button or link of this name and wait for the answer."""
        target = self.page.get_by_role("button", name=name, exact=True)
        if not target.count():
            target = self.page.get_by_role("link", name=name, exact=True)
        target.first.click()
        self.page.wait_for_load_state("load")

    def scan(self, heading: str) -> None:
        """Find no accessibility fault on this page, having made sure that it is this page."""
        self.sees(heading)
        found = Axe().run(
            self.page,
            options={
                "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                "preload": False,  # it would put the style sheets into the page, which the policy forbids
            },
        )
        faults = [
            f"{fault['id']}: {node['target']} {node['html'][:160]}"
            for fault in found.response["violations"]
            for node in fault["nodes"]
        ]
        unlabelled = self.page.evaluate(UNLABELLED)
        assert (faults, unlabelled, self.sideways()) == ([], [], False)

    def sideways(self) -> bool:
        """Whether the page scrolls sideways."""
        return bool(
            self.page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
            )
        )


UNLABELLED = """
() => [...document.querySelectorAll('input:not([type=hidden]):not([type=submit]), select, textarea')]
  .filter(e => e.checkVisibility() && !(e.labels && e.labels.length) && !e.getAttribute('aria-label')
             && !e.getAttribute('aria-labelledby'))
  .map(e => e.outerHTML.slice(0, 160))
"""


@pytest.fixture
def seat(browser: Browser, live_server: object) -> Iterator[Callable[..., Seat]]:
    """Make seats: ``seat()`` on a desktop, ``seat(viewport=PHONE)``, ``seat(java_script_enabled=False)``.

    At the end no page may have logged an error, thrown, or asked another host for anything.
    """
    opened: list[tuple[object, Seat]] = []

    def sit(**options: object) -> Seat:
        context = browser.new_context(**{"viewport": DESKTOP, "locale": "en-GB", **options})
        context.set_default_timeout(10_000)
        page = context.new_page()
        made = Seat(page, live_server.url, [])
        page.on("pageerror", lambda error: _complain(made, str(error)))
        page.on("console", lambda message: _note(made, message))
        page.on("request", lambda request: _watch(made, request.url))
        opened.append((context, made))
        return made

    yield sit

    wrongs = [wrong for _, made in opened for wrong in made.wrongs]
    for context, _ in opened:
        context.close()
    assert wrongs == []


def _note(seat: Seat, message: object) -> None:
    expected = "Failed to load resource" in message.text  # an answer of 4xx that a journey provoked
    if message.type == "error" and not expected:
        seat.wrongs.append(f"console: {message.text}")


def _complain(seat: Seat, error: str) -> None:
    if "Transition was" not in error:  # going on before a page has faded in is no fault of the page
        seat.wrongs.append(f"error: {error}")


def _watch(seat: Seat, url: str) -> None:
    if not url.startswith((seat.base, "data:", "blob:")):
        seat.wrongs.append(f"another host: {url}")
