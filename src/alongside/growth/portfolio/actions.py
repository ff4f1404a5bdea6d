"""Tell a case, choose which are shown, make a link, withdraw it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.codes import new_token
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import rules
from .models import Case, Showing
from .queries import digest_of

MOST_CASES = 40
MOST_SHOWINGS = 20
Told = Mapping[str, Any]  # Any: texts, and whether it is chosen


@transaction.atomic
def tell(told: Told, *, by: Person) -> Case:
    """Tell a case; it stands after the others."""
    case = Case(person=by, **told)
    require(rules.can_tell(by, case))
    Person.objects.select_for_update().get(pk=by.pk)
    count = Case.objects.filter(person=by).count()
    if count >= MOST_CASES:
        raise Refused(_("Forty cases are more than anybody reads. Remove one first."))
    case.place = count
    case.save()
    record("case.told", by=by, about=case)
    return case


@transaction.atomic
def change(case: Case, told: Told, *, by: Person) -> None:
    """Change what stands in it."""
    require(rules.can_tell(by, case))
    for name, value in told.items():
        setattr(case, name, value)
    case.save(update_fields=[*told])
    record("case.changed", by=by, about=case)


@transaction.atomic
def lift(case: Case, *, by: Person) -> None:
    """Move it before the one above."""
    require(rules.can_tell(by, case))
    rows = list(Case.objects.filter(person=by).select_for_update().order_by("place", "pk"))
    at = rows.index(case)
    rows.insert(max(0, at - 1), rows.pop(at))
    for place, one in enumerate(rows):
        Case.objects.filter(pk=one.pk).update(place=place)
    record("case.lifted", by=by, about=case)


@transaction.atomic
def remove(case: Case, *, by: Person) -> None:
    """Remove a case, from open links too."""
    require(rules.can_tell(by, case))
    record("case.removed", by=by, about=case)
    case.delete()


@transaction.atomic
def show(reader: str, *, by: Person) -> Showing:
    """Make a link by which somebody reads the chosen cases, without what is marked."""
    showing = Showing(person=by)
    require(rules.can_show(by, showing))
    if not Case.objects.filter(person=by, chosen=True).exists():
        raise Refused(_("Choose at least one case to show."))
    if Showing.objects.filter(person=by).open().count() >= MOST_SHOWINGS:
        raise Refused(_("Twenty links are open. Withdraw one first."))
    showing.reader, showing.token = reader, new_token()
    showing.token_digest = digest_of(showing.token)
    showing.save()
    record("showing.made", by=by, about=showing)
    return showing


@transaction.atomic
def withdraw(showing: Showing, *, by: Person) -> None:
    """From now on the link leads to a plain page, for whoever has it open too."""
    require(rules.can_show(by, showing))
    if not Showing.objects.open().filter(pk=showing.pk).update(withdrawn_at=now()):
        raise Refused(_("This link is withdrawn already."))
    record("showing.withdrawn", by=by, about=showing)
