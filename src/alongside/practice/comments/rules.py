"""Who may do what to a comment."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.rules import can_edit

from .models import Comment


@rule(Worksheet)
def can_comment(person: Person, worksheet: Worksheet) -> bool:
    """Whoever works on a worksheet comments on it."""
    return can_edit(person, worksheet)


@rule(Comment)
def can_answer(person: Person, comment: Comment) -> bool:
    """Whoever works on a worksheet answers to a comment on it."""
    return can_edit(person, comment.worksheet)


@rule(Comment)
def can_resolve(person: Person, comment: Comment) -> bool:
    """Whoever works on a worksheet says that a comment is dealt with."""
    return can_edit(person, comment.worksheet)


@rule(Comment)
def can_take(person: Person, comment: Comment) -> bool:
    """Whoever works on a worksheet takes a suggestion."""
    return can_edit(person, comment.worksheet)
