"""A person's place in front of a browser."""

from __future__ import annotations

from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


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
        assert target.count(), f"nothing is called {name!r} here: {self.page.locator('main').inner_text()}"
        target.first.click()
        self.page.wait_for_load_state("load")

    def scan(self, heading: str) -> None:
        """Find no accessibility fault on this page, having made sure that it is this page."""
        self.sees(heading)
        found = Axe().run(
            self.page,
            options={
                "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                "resultTypes": ["violations"],  # what is fine need not be told, node by node
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


def note(seat: Seat, message: object) -> None:
    """Remember an error in the console."""
    expected = "Failed to load resource" in message.text  # an answer of 4xx that a journey provoked
    if message.type == "error" and not expected:
        seat.wrongs.append(f"console: {message.text}")


def complain(seat: Seat, error: str) -> None:
    """Remember an error that a script threw."""
    if "Transition was" not in error:  # going on before a page has faded in is no fault of the page
        seat.wrongs.append(f"error: {error}")


def watch(seat: Seat, url: str) -> None:
    """Remember a request to another host."""
    if not url.startswith((seat.base, "data:", "blob:")):
        seat.wrongs.append(f"another host: {url}")
