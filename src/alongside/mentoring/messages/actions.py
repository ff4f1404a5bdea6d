"""Write a message, mend it, take it back; keep a draft; say that one has read."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.activity.notices.models import Notice
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.meetings.room import tell_room
from alongside.mentoring.mentorships.models import Mentorship

from . import queries, rules
from .files import Taken
from .models import Attachment, Draft, Message, Reading

MOST_TOGETHER = 500 * 1024 * 1024
"""Bytes of all files of one person in one thread, so that nobody fills the disk of all."""


@transaction.atomic
def send(mentorship: Mentorship, text: str, *, by: Person, files: Sequence[Taken] = ()) -> Message:
    """Write to the others; what was kept as a draft is done with."""
    require(rules.can_write_message(by, mentorship))
    mentorship.hold()
    _refuse_if_full(mentorship, by, files)
    message = Message(mentorship=mentorship, author=by)
    message.text = text
    message.save()
    for file in files:
        _attach(message, file)
    Draft.objects.filter(mentorship=mentorship, person=by).delete()
    record("message.sent", by=by, about=message)
    return message


@transaction.atomic
def edit(message: Message, text: str, *, by: Person) -> None:
    """Mend a message in its first quarter of an hour; the others see that it was."""
    require(rules.can_change(by, message))
    _refuse_if_late(message)
    if message.text == text:
        return
    message.text, message.edited_at = text, now()
    message.save(update_fields=["text", "edited_at"])
    record("message.edited", by=by, about=message)


@transaction.atomic
def delete(message: Message, *, by: Person) -> None:
    """Take a message back in its first quarter of an hour; the others see that there was one."""
    require(rules.can_change(by, message))
    _refuse_if_late(message)
    if message.attachments.all().delete()[0]:
        tell_room(message.mentorship, "documents")
    message.text, message.deleted_at = "", now()
    message.save(update_fields=["text", "deleted_at"])
    record("message.deleted", by=by, about=message)


@transaction.atomic
def keep_draft(mentorship: Mentorship, text: str, *, by: Person) -> None:
    """Keep what somebody has begun to write; an empty text forgets it."""
    require(rules.can_write_message(by, mentorship))
    mentorship.hold()
    if not text:
        Draft.objects.filter(mentorship=mentorship, person=by).delete()
        return
    rows = Draft.objects.select_for_update().filter(mentorship=mentorship, person=by)
    draft = rows.first() or Draft(mentorship=mentorship, person=by)
    is_new = draft.pk is None
    draft.person, draft.text = by, text
    draft.save()
    if is_new:
        record("draft.begun", by=by, about=draft)


@transaction.atomic
def mark_read(mentorship: Mentorship, *, by: Person) -> None:
    """Everything up to now has been seen; nothing new changes nothing."""
    require(rules.can_read_messages(by, mentorship))
    if not queries.unread(mentorship, by).exists():
        return
    Reading.objects.update_or_create(mentorship=mentorship, person=by, defaults={"read_at": now()})
    here = (
        Notice.objects.visible_to(by).unread().filter(url=reverse("messages.index", args=[mentorship.code]))
    )
    here.update(read_at=now())
    record("messages.read", by=by, about=mentorship)


def _attach(message: Message, file: Taken) -> None:
    attachment = Attachment(message=message, kind=file.kind)
    attachment.name = file.name
    attachment.keep(file.content)
    attachment.save()


def _refuse_if_late(message: Message) -> None:
    """Lock the row first, so that of two changes at once the second sees the first."""
    message.mentorship.hold()
    fresh = Message.objects.select_for_update().get(pk=message.pk)
    message.deleted_at = fresh.deleted_at
    if not message.can_still_change(now()):
        raise Refused(_("A message can be changed for 15 minutes. Write another one that puts it right."))


def _refuse_if_full(mentorship: Mentorship, author: Person, files: Sequence[Taken]) -> None:
    if not files:
        return
    sent = Attachment.objects.filter(message__mentorship=mentorship, message__author=author)
    held = sent.aggregate(held=Sum("size"))["held"] or 0
    if held + sum(len(file.content) for file in files) > MOST_TOGETHER:
        raise Refused(_("Your files in this thread hold 500 MB together. Give a link to this one."))
