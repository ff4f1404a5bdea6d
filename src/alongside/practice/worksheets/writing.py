"""The one way in which a worksheet changes: locked, compared, and kept as a version."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.meetings.room import tell_room
from alongside.practice.tools.registry import tool_of
from alongside.practice.tools.tool import Tool

from .content import Content, read
from .holding import hold_shared
from .models import Version, Worksheet
from .rules import can_edit


def tool_for(worksheet: Worksheet) -> Tool:
    """The tool that a worksheet uses."""
    tool = tool_of(worksheet.tool)
    if tool is None:
        raise Refused(_("This worksheet uses a tool that is no longer here. Export it as JSON."))
    return tool


def version_of(worksheet: Worksheet, number: int) -> Version:
    """One version of a worksheet."""
    found = Version.objects.get(worksheet=worksheet, number=number)
    found.worksheet = worksheet
    return found


def content_of(worksheet: Worksheet, number: int | None = None) -> Content:
    """What stands in the worksheet now, or stood in one of its versions."""
    return read(version_of(worksheet, number or worksheet.number).content)


def write(worksheet: Worksheet, change: Callable[[Content], Content], *, by: Person) -> bool:
    """Lock the worksheet, change what stands in it now, and keep that as a version; False if nothing changed."""
    lock(worksheet, by)
    before = content_of(worksheet)
    after = change(before)
    if after == before:
        return False
    marks = tool_for(worksheet).marks(before.sheet, after.sheet)
    keep(worksheet, after.with_marks(marks), by=by, before=worksheet.number)
    return True


def lock(worksheet: Worksheet, by: Person) -> None:
    """Make others wait who write to it, and read its number anew."""
    hold(worksheet, by)
    worksheet.number = Worksheet.objects.select_for_update(of=("self",)).get(pk=worksheet.pk).number


def hold(worksheet: Worksheet, by: Person) -> None:
    """Nobody works on it while the mentorship is frozen, and when that has ended just now only its owner."""
    hold_shared(worksheet.mentorship)
    require(can_edit(by, worksheet))


def tell_rooms(worksheet: Worksheet) -> None:
    """Tell who meets with it on the table that it changed; once for each change that is kept."""
    if worksheet.mentorship is not None:
        tell_room(worksheet.mentorship, "sheets")


def keep(worksheet: Worksheet, content: Content, *, by: Person, before: int | None) -> Version:
    """Keep a content as the version that is in force from now on."""
    worksheet.number += 1
    worksheet.changed_at = now()
    version = Version(worksheet=worksheet, number=worksheet.number, before=before, by=by)
    version.content = content.as_json()
    version.save()
    worksheet.save(update_fields=["number", "changed_at"])
    tell_rooms(worksheet)
    return version
