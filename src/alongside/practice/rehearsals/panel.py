"""Who sits on a panel, and what each of them asks when nobody has prepared an answer."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Seat:
    """A role at the table, and three objections of it."""

    key: str
    name: Words
    asks: tuple[Words, ...]


PANEL = (
    Seat("chief", _("Chief executive"), (
        _("Why now, and not in a year?"),
        _("What do we stop doing for this?"),
        _("If you could have only a third of it, what would you do?"),
    )),
    Seat("finance", _("Finance"), (
        _("Where does this number come from, and how wrong may it be?"),
        _("When does the money come back, and what if it takes twice as long?"),
        _("What did the last proposal like this one bring?"),
    )),
    Seat("engineering", _("Engineering"), (
        _("Who keeps it running after the launch?"),
        _("Which promise breaks if two of us leave the other project?"),
        _("What is the smallest thing that would prove you wrong?"),
    )),
    Seat("sales", _("Sales"), (
        _("Which customer said they would pay for it?"),
        _("What do I tell the customer to whom we promised something else?"),
        _("How is this better than what the rival shows today?"),
    )),
    Seat("operations", _("Operations"), (
        _("Who was asked of those who will use it every day?"),
        _("What happens in the first week, when it does not work yet?"),
        _("How do we go back if it fails on a Friday evening?"),
    )),
    Seat("legal", _("Law and security"), (
        _("Which data does it need that we do not hold today?"),
        _("Who answers for it if it goes wrong?"),
        _("Have you asked the regulator, or do you hope?"),
    )),
    Seat("sceptic", _("The sceptic"), (
        _("We tried this before. What is different?"),
        _("Are you telling us what is true, or what you want?"),
        _("What would have to happen for you to say: let us stop?"),
    )),
)  # fmt: skip
BY_KEY = {seat.key: seat for seat in PANEL}
