"""The kinds of parts of a career, by the word in their address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import CareerQuerySet, Launch, Position, Story, Transition


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of part: its table, and how its pages are called."""

    model: type[Any]  # Any: one of four models
    add: str | Promise
    change: str | Promise
    lead: str | Promise

    @property
    def rows(self) -> CareerQuerySet[Any]:
        """Every row of the kind, to be looked at through ``visible_to``."""
        rows: CareerQuerySet[Any] = self.model.objects.all()
        return rows


KINDS = {
    "positions": Kind(
        Position, _("Add a position"), _("Change the position"),
        _("With the company as it was then: it shows which moves you have made."),
    ),
    "launches": Kind(
        Launch, _("Add a launch"), _("Change the launch"),
        _("Something you brought to people. Numbers help; your own part matters most."),
    ),
    "stories": Kind(
        Story, _("Add a story"), _("Change the story"),
        _("A failure told honestly helps others more than a success told loudly."),
    ),
    "moves": Kind(
        Transition, _("Add a move"), _("Change the move"),
        _("Moves are read out of your positions. Add one here that they do not show."),
    ),
}  # fmt: skip
