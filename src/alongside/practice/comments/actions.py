"""What can be done to comments."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.practice.rows.actions import change
from alongside.practice.worksheets.entry import Entry, typed
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of, hold, tell_rooms, tool_for

from . import rules
from .models import Comment


@transaction.atomic
def make(
    worksheet: Worksheet, text: str, *, by: Person, row: str = "", column: str = "", suggestion: str = ""
) -> Comment:
    """Comment on the whole sheet, on a row, or on a cell, perhaps with what should stand there instead."""
    require(rules.can_comment(by, worksheet))
    hold(worksheet, by)
    tool = tool_for(worksheet)
    if (row and content_of(worksheet).row(row) is None) or (column and tool.column(column) is None):
        raise Refused(_("What you comment on is gone. Undo brings a row back."))
    if suggestion and not (row and column):
        raise Refused(_("A suggestion is for one cell: choose the row and the column."))
    comment = Comment(worksheet=worksheet, by=by, row=row, column=column)
    comment.text, comment.suggestion = text, suggestion
    comment.save()
    record("comment.made", by=by, about=comment, worksheet=worksheet.code)
    tell_rooms(worksheet)
    return comment


@transaction.atomic
def answer(comment: Comment, text: str, *, by: Person) -> Comment:
    """Answer to a comment."""
    require(rules.can_answer(by, comment))
    hold(comment.worksheet, by)
    told = Comment(worksheet=comment.worksheet, parent=comment.parent or comment, by=by)
    told.text = text
    told.save()
    record("comment.answered", by=by, about=comment)
    return told


@transaction.atomic
def resolve(comment: Comment, *, by: Person) -> None:
    """Say that a comment is dealt with; pressing again changes nothing."""
    require(rules.can_resolve(by, comment))
    hold(comment.worksheet, by)
    if comment.resolved_at is None:
        comment.resolved_at = now()
        comment.save(update_fields=["resolved_at"])
        record("comment.resolved", by=by, about=comment)
        tell_rooms(comment.worksheet)


@transaction.atomic
def take(comment: Comment, *, by: Person) -> None:
    """Put what was suggested into the cell, and resolve the comment."""
    require(rules.can_take(by, comment))
    worksheet = comment.worksheet
    tool, content = tool_for(worksheet), content_of(worksheet)
    row, column = content.row(comment.row), tool.column(comment.column)
    if not comment.suggestion or comment.taken_at or row is None or column is None:
        raise Refused(_("There is no suggestion that could be taken."))
    links = [one.text(tool.title) for one in content.sheet.rows]
    form = Entry([column], {column.key: typed(column, comment.suggestion)}, links=links)
    if not form.is_valid():
        raise Refused(
            _("What was suggested does not fit into this cell. Answer to it, or change the cell yourself.")
        )
    change(worksheet, row.key, form.cells(), by=by, seen=worksheet.number)
    comment.taken_at = comment.resolved_at = now()
    comment.save(update_fields=["taken_at", "resolved_at"])
    record("comment.taken", by=by, about=comment)
