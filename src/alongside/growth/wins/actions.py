"""Wait for a result, tell it with its measure, put it into the portfolio."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.growth.portfolio import actions as portfolio
from alongside.growth.portfolio.models import Case
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import rules
from .models import Win

MOST = 500
Told = Mapping[str, str]
From = tuple[str, str]
"""A source and the code of the thing there; nothing for what is one's own."""
OWN: From = (Win.Source.OWN, "")


@transaction.atomic
def wait(title: str, ask_on: dt.date, *, by: Person, of: From = OWN) -> Win:
    """Ask me on that day what came of it."""
    win = _of(by, of)
    require(rules.can_tell(by, win))
    if ask_on <= now().date():
        raise Refused(_("Choose a day to come."))
    if win.told_at is not None:
        raise Refused(_("You have told already what came of it."))
    win.title, win.ask_on, win.asked_at = title, ask_on, None
    win.save()
    record("win.waited_for", by=by, about=win, source=win.source)
    return win


@transaction.atomic
def keep(told: Told, *, by: Person, of: From = OWN) -> Win:
    """Keep what came of something, which worked unless it is said otherwise; telling it anew changes it."""
    win = _of(by, of)
    require(rules.can_tell(by, win))
    _fill(win, {"outcome": win.outcome or Win.Outcome.YES, **told})
    record("win.told", by=by, about=win, source=win.source, outcome=win.outcome)
    return win


@transaction.atomic
def tell(win: Win, told: Told, *, by: Person) -> None:
    """Tell what came of it, whether it worked, and its measure before and after."""
    require(rules.can_tell(by, win))
    _fill(win, told)
    record("win.told", by=by, about=win, source=win.source, outcome=win.outcome)


@transaction.atomic
def ask(win: Win, *, by: Person | None) -> None:
    """Ask, once, what came of it."""
    require(rules.can_ask(by, win))
    win.asked_at = now()
    win.save(update_fields=["asked_at"])
    record("win.asked_about", by=by, about=win)


@transaction.atomic
def make_a_case(win: Win, *, by: Person) -> Case:
    """Begin a case of the portfolio with it; it is shown to nobody until its person chooses so."""
    require(rules.can_tell(by, win))
    if win.told_at is None:
        raise Refused(_("Tell first what came of it."))
    measured = f"{win.measure}: {win.measured}" if win.measured else ""
    result = "\n".join(one for one in (win.result, measured) if one)
    case = portfolio.tell({"title": win.title[:120], "role": win.part, "result": result}, by=by)
    record("win.made_a_case", by=by, about=win)
    return case


@transaction.atomic
def remove(win: Win, *, by: Person) -> None:
    """Remove it; what it came from stays."""
    require(rules.can_tell(by, win))
    record("win.removed", by=by, about=win)
    win.delete()


def _fill(win: Win, told: Told) -> None:
    if told["outcome"] not in Win.Outcome.values:
        raise Refused(_("Choose whether it worked."))
    for name, text in told.items():
        setattr(win, name, text)
    win.told_at = win.told_at or now()
    win.save()


def _of(person: Person, of: From) -> Win:
    """The win of this thing, or a new one."""
    Person.objects.select_for_update().get(pk=person.pk)
    wins, (source, code) = Win.objects.filter(person=person).select_related("person"), of
    found = wins.filter(source=source, source_code=code).first() if code else None
    if found is None and wins.count() >= MOST:
        raise Refused(_("Five hundred wins are here. Remove one first."))
    return found or Win(person=person, source=source, source_code=code)
