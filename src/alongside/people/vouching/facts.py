"""Exactly what a colleague is asked to confirm, to read and as a digest."""

from __future__ import annotations

import hashlib
import json

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from alongside.people.careers.models import Launch, Position

READ = {
    Position: ("title", "company", "function", "level", "manages", "started", "ended", "about"),
    Launch: ("product", "problem", "part", "measure", "before", "after", "launched"),
}
Fact = tuple[str | Promise, object]


def digest(thing: Position | Launch) -> str:
    """A digest that changes when anything changes that the colleague reads."""
    values = [str(getattr(thing, name)) for name in READ[type(thing)]]
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()


def facts(thing: Position | Launch) -> list[Fact]:
    """What the colleague reads, line by line; what was left empty is left out."""
    lines = _position(thing) if isinstance(thing, Position) else _launch(thing)
    return [(label, value) for label, value in lines if value not in (None, "")]


def _position(position: Position) -> list[Fact]:
    return [
        (_("Title"), position.title),
        (_("Company"), position.company),
        (_("Kind of work"), position.get_function_display()),
        (_("Level"), position.get_level_display() if position.level else ""),
        (_("Leads people"), _("Yes") if position.manages else ""),
        (_("From"), position.started),
        (_("Until"), position.ended),
        (_("About it"), position.about),
    ]


def _launch(launch: Launch) -> list[Fact]:
    return [
        (_("Product"), launch.product),
        (_("Problem"), launch.problem),
        (_("Their own part"), launch.part),
        (_("Measure"), launch.measure),
        (_("Before"), launch.before),
        (_("After"), launch.after),
        (_("Launched"), launch.launched),
    ]
