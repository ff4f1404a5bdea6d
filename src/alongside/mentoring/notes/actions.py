"""Writing notes: the second of two writers sees both texts and loses neither."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.meetings.models import Meeting, Note
from alongside.mentoring.meetings.room import tell_room

from . import rules

ONE_WRITING = dt.timedelta(minutes=10)


class Crossed(Refused):
    """Somebody else saved in between; their note is carried along."""

    def __init__(self, theirs: Note) -> None:
        super().__init__(_("Somebody else saved this note while you were writing. Yours is kept below."))
        self.theirs = theirs


@transaction.atomic
def write(meeting: Meeting, text: str, *, by: Person, shared: bool, version: int) -> Note:
    """Save a note; ``version`` is the one that was on the screen, 0 for none. Raises ``Crossed``."""
    require(rules.can_write_note(by, meeting))
    if shared:
        meeting.mentorship.hold()
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    mine = Note.objects.filter(meeting=meeting, shared=shared)
    note = (
        (mine if shared else mine.filter(author=by)).select_related("meeting__mentorship", "author").first()
    )
    if note is None:
        note = Note(meeting=meeting, author=by, shared=shared, version=0)
    elif note.version != version:
        raise Crossed(note)
    note.text, note.version = text, note.version + 1
    note.save()
    if not _was_recorded(note, by):
        record("note.written", by=by, about=note, shared=shared)
    if shared:
        tell_room(meeting.mentorship, "notes")
    return note


def _was_recorded(note: Note, by: Person) -> bool:
    """Whether somebody goes on writing what they began: a page that saves as one writes is one writing."""
    kind = note._meta.label_lower
    written = Event.objects.filter(about_kind=kind, about_code=note.code, verb="note.written", by=by)
    return written.filter(created_at__gt=now() - ONE_WRITING).exists()
