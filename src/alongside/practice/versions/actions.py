"""What can be done to the versions of a worksheet."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.practice.worksheets import rules
from alongside.practice.worksheets.content import read
from alongside.practice.worksheets.models import Version, Worksheet
from alongside.practice.worksheets.writing import hold, keep, lock, version_of


@transaction.atomic
def undo(worksheet: Worksheet, *, by: Person) -> None:
    """Go back by one change. Nothing is lost: what is undone stays a version."""
    require(rules.can_edit(by, worksheet))
    lock(worksheet, by)
    before = version_of(worksheet, worksheet.number).before
    if before is None:
        raise Refused(_("There is nothing left to undo."))
    earlier = version_of(worksheet, before)
    keep(worksheet, read(earlier.content), by=by, before=earlier.before)
    record("worksheet.undone", by=by, about=worksheet)


@transaction.atomic
def restore(version: Version, *, by: Person) -> None:
    """Bring an earlier version back, as a new one."""
    worksheet = version.worksheet
    require(rules.can_edit(by, worksheet))
    lock(worksheet, by)
    keep(worksheet, read(version.content), by=by, before=worksheet.number)
    record("worksheet.restored", by=by, about=worksheet, version=version.number)


@transaction.atomic
def name(version: Version, title: str, *, by: Person) -> None:
    """Give a version a name by which it is found again."""
    require(rules.can_edit(by, version.worksheet))
    hold(version.worksheet, by)
    version.name = title
    version.save(update_fields=["name"])
    record("worksheet.version_named", by=by, about=version.worksheet, version=version.number)
