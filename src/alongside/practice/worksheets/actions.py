"""What can be done to a worksheet as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.rules import is_in
from alongside.practice.tools.tool import Cell, Sheet, Tool

from . import rules
from .content import MOST_ROWS, Content, merged
from .crossing import Crossed
from .models import Worksheet
from .writing import content_of, hold, keep, tell_rooms, tool_for, write


@transaction.atomic
def start(
    tool: Tool, *, by: Person, title: str, sheet: Sheet | None = None, mentorship: Mentorship | None = None
) -> Worksheet:
    """Start a worksheet: blank, or with what is in ``sheet``; private, or shared with a mentorship."""
    worksheet = Worksheet(owner=by, tool=tool.key, mentorship=mentorship, changed_at=now(), key_id=by.key_id)
    require(rules.can_start(by, worksheet))
    if mentorship is not None:
        mentorship.hold()
        worksheet.shared_at = now()
    sheet = sheet or Sheet()
    if len(sheet.rows) > MOST_ROWS:
        raise Refused(_("A worksheet holds 500 rows. Bring a smaller part of the table."))
    worksheet.title = title
    worksheet.save()
    keep(worksheet, Content(sheet), by=by, before=None)
    record("worksheet.started", by=by, about=worksheet, tool=tool.key, rows=len(sheet.rows))
    return worksheet


@transaction.atomic
def rename(worksheet: Worksheet, title: str, *, by: Person) -> None:
    """Give it another title."""
    require(rules.can_edit(by, worksheet))
    hold(worksheet, by)
    worksheet.title = title
    worksheet.save(update_fields=["title"])
    tell_rooms(worksheet)
    record("worksheet.renamed", by=by, about=worksheet)


@transaction.atomic
def share(worksheet: Worksheet, mentorship: Mentorship, *, by: Person) -> None:
    """Let the people of a mentorship read it and work on it."""
    require(rules.can_share(by, worksheet) and is_in(by, mentorship))
    mentorship.hold()
    worksheet.mentorship, worksheet.shared_at = mentorship, now()
    worksheet.save(update_fields=["mentorship", "shared_at"])
    tell_rooms(worksheet)
    record("worksheet.shared", by=by, about=worksheet, mentorship=mentorship.code)


@transaction.atomic
def unshare(worksheet: Worksheet, *, by: Person) -> None:
    """Take it back: from now on only the owner sees it."""
    require(rules.can_share(by, worksheet))
    tell_rooms(worksheet)
    worksheet.mentorship, worksheet.shared_at = None, None
    worksheet.save(update_fields=["mentorship", "shared_at"])
    record("worksheet.unshared", by=by, about=worksheet)


@transaction.atomic
def remove(worksheet: Worksheet, *, by: Person) -> None:
    """Remove it with all its versions."""
    require(rules.can_remove(by, worksheet))
    record("worksheet.removed", by=by, about=worksheet)
    tell_rooms(worksheet)
    worksheet.delete()


@transaction.atomic
def set_up(worksheet: Worksheet, typed: Mapping[str, Cell], *, by: Person, seen: int) -> None:
    """Change the settings, such as the capacity of a time-box."""
    require(rules.can_edit(by, worksheet))
    base = content_of(worksheet, seen).sheet.settings

    def change(content: Content) -> Content:
        settings, crossed = merged(base, content.sheet.settings, typed)
        if crossed:
            raise Crossed({key: content.sheet.settings.get(key) for key in crossed})
        return content.with_settings(settings)

    if write(worksheet, change, by=by):
        record("worksheet.set_up", by=by, about=worksheet)


@transaction.atomic
def dismiss(worksheet: Worksheet, key: str, why: str, *, by: Person) -> None:
    """Dismiss a warning, with the reason; it stays readable, and can be called back."""
    require(rules.can_edit(by, worksheet))
    tool = tool_for(worksheet)

    def change(content: Content) -> Content:
        cautions = tool.warn(content.sheet, tool.compute(content.sheet))
        if key not in {caution.key for caution in cautions}:
            raise Refused(_("This warning is gone already: the sheet has changed since."))
        return replace(content, dismissed={**content.dismissed, key: (by.name, why)})

    if write(worksheet, change, by=by):
        record("worksheet.warning_dismissed", by=by, about=worksheet, warning=key)


@transaction.atomic
def mend(worksheet: Worksheet, key: str, *, by: Person) -> None:
    """Put right what a warning is about, where the tool can; undo takes it back."""
    require(rules.can_edit(by, worksheet))
    tool = tool_for(worksheet)

    def change(content: Content) -> Content:
        sheet = content.sheet
        if key not in {one.key for one in tool.cautions(sheet, tool.compute(sheet)) if one.mend}:
            raise Refused(_("This warning is gone already: the sheet has changed since."))
        return content.with_rows(tool.mends[key].change(sheet).rows)

    write(worksheet, change, by=by)
    record("worksheet.mended", by=by, about=worksheet, warning=key)


@transaction.atomic
def recall(worksheet: Worksheet, key: str, *, by: Person) -> None:
    """Take a dismissed warning seriously again."""
    require(rules.can_edit(by, worksheet))

    def change(content: Content) -> Content:
        kept = {name: told for name, told in content.dismissed.items() if name != key}
        return replace(content, dismissed=kept)

    if write(worksheet, change, by=by):
        record("worksheet.warning_recalled", by=by, about=worksheet, warning=key)
