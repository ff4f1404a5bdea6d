"""The hands of somebody in front of a browser: a mouse or a finger, or the keyboard alone."""

from __future__ import annotations

from tests.journeys.seats import Seat

TABS = 250
"""No control is further away than this many presses of Tab."""
FOCUSED = """
() => {
  const first = text => (text || '').trim().split('\\n')[0].trim();
  const label = e => first(e.labels && e.labels.length ? e.labels[0].innerText : '');
  const e = document.activeElement;
  const others = e.type === 'radio' ? [...document.getElementsByName(e.name)] : [];
  const name = e.getAttribute('aria-label') || label(e) || first(e.innerText);
  const whole = (e.labels && e.labels.length ? e.labels[0] : e).textContent.trim().replace(/\\s+/g, ' ');
  return {tag: e.tagName, type: e.type || '', names: [name, whole], group: others.map(label)};
}
"""


class Mouse:
    """Points at things."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat

    def press(self, name: str) -> None:
        """Press a button or follow a link."""
        self.seat.press(name)

    def fill(self, label: str, value: str) -> None:
        """Type into a field."""
        self.seat.fill(label, value)

    def choose(self, label: str) -> None:
        """Tick a box or choose one of several."""
        self.seat.page.get_by_label(label, exact=True).check()

    def attach(self, label: str, file: dict[str, object]) -> None:
        """Choose a file."""
        self.seat.page.get_by_label(label, exact=True).set_input_files(file)


class Keyboard(Mouse):
    """Never touches the mouse: reaches everything with Tab, and sees where the focus is."""

    def press(self, name: str) -> None:
        """Go to the button or link of this name and press Enter."""
        self._go_to(name, ("A", "BUTTON"))
        with self.seat.page.expect_navigation():
            self.seat.page.keyboard.press("Enter")

    def fill(self, label: str, value: str) -> None:
        """Go to the field and type."""
        at = self._go_to(label, ("INPUT", "TEXTAREA"))
        if at["type"] != "time":
            self.seat.page.keyboard.press("Control+a")
        self.seat.page.keyboard.type(value.replace(":", "") if at["type"] == "time" else value)

    def choose(self, label: str) -> None:
        """Go to the box, or to the group and with the arrows to the choice."""
        at = self._go_to(label, ("INPUT",))
        if at["type"] == "checkbox":
            self.seat.page.keyboard.press("Space")
            return
        for _step in at["group"]:
            if label in self._focused()["names"]:
                break
            self.seat.page.keyboard.press("ArrowDown")
        self.seat.page.keyboard.press("Space")

    def attach(self, label: str, file: dict[str, object]) -> None:
        """Reach the field by keyboard; the window in which the system asks for a file is not ours."""
        self._go_to(label, ("INPUT", "BUTTON"))
        super().attach(label, file)

    def _go_to(self, name: str, tags: tuple[str, ...]) -> dict[str, object]:
        for _press in range(TABS):
            self.seat.page.keyboard.press("Tab")
            at = self._focused()
            if at["tag"] in tags and name in (*at["names"], *at["group"]):
                return at
        raise AssertionError(f"the keyboard does not reach {name!r} on {self.seat.page.url}")

    def _focused(self) -> dict[str, object]:
        found: dict[str, object] = self.seat.page.evaluate(FOCUSED)
        return found
