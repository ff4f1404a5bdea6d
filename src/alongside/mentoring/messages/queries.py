"""Reading a thread: a page of it, what is new, what holds a word, and what was attached."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Max, Q, QuerySet

from alongside.accounts.persons.models import Person
from alongside.mentoring.mentorships.models import Mentorship

from .models import Attachment, Draft, Message, MessageQuerySet, Reading

A_PAGE = 50
SEARCHED = 2_000
"""The most messages that a search opens: they are unreadable in the database, so that each has to be opened here."""
LINK = re.compile(r"https?://[^\s<>\"')\]]+")


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a message, for the shelf."""

    url: str
    message: Message


def thread(mentorship: Mentorship) -> MessageQuerySet:
    """The messages of one mentorship, the newest first."""
    return Message.objects.filter(mentorship=mentorship).for_list().order_by("-created_at", "-pk")


def stamp(mentorship: Mentorship) -> str:
    """What changes when anything in the thread does: something new, mended, taken back or read. One query."""
    rows = Message.objects.filter(mentorship=mentorship)
    told = rows.aggregate(
        Count("pk"), Max("pk"), Max("edited_at"), Max("deleted_at"), Max("mentorship__readings__read_at")
    )
    return "-".join(_short(one) for one in told.values())


def search(mentorship: Mentorship, words: str) -> list[Message]:
    """The messages and file names that hold all the words, newest first; opened and compared in memory."""
    wanted = words.casefold().split()
    newest = thread(mentorship).filter(deleted_at=None)[:SEARCHED]
    return [message for message in newest if _holds(message, wanted)]


def shelf(mentorship: Mentorship) -> tuple[list[Attachment], list[Link]]:
    """Everything that was attached, and the addresses in the messages: each once, the newest first."""
    newest = list(thread(mentorship).filter(deleted_at=None)[:SEARCHED])
    found = [(url.rstrip(".,;:!?"), message) for message in newest for url in LINK.findall(message.text)]
    links = {url: Link(url, message) for url, message in reversed(found)}
    files = [file for message in newest for file in message.attachments.all()]
    return files, list(reversed(links.values()))


def unread(mentorship: Mentorship, person: Person) -> MessageQuerySet:
    """What the others wrote since the person read last."""
    last = Reading.objects.filter(mentorship=mentorship, person=person).values("read_at")[:1]
    from_others = Message.objects.filter(mentorship=mentorship, deleted_at=None).exclude(author=person)
    return from_others.filter(Q(created_at__gt=last) | ~Q(mentorship__readings__person=person))


def readers_since(mentorship: Mentorship, message: Message) -> list[Person]:
    """Who of the others has read as far as this message."""
    rows = Reading.objects.filter(mentorship=mentorship, read_at__gte=message.created_at)
    return [one.person for one in rows.exclude(person=message.author_id).select_related("person")]


def draft_of(mentorship: Mentorship, person: Person) -> str:
    """What the person has begun to write here."""
    draft = Draft.objects.filter(mentorship=mentorship, person=person).select_related("person").first()
    return draft.text if draft else ""


def counted(mentorships: QuerySet[Mentorship]) -> Iterable[tuple[int, int, dt.datetime]]:
    """How many messages each mentorship holds, and when the last was written: all that coordinators may know."""
    rows = Message.objects.filter(mentorship__in=mentorships).values("mentorship")
    return rows.annotate(number=Count("pk"), last=Max("created_at")).values_list(
        "mentorship", "number", "last"
    )


def _holds(message: Message, wanted: list[str]) -> bool:
    said = " ".join([message.text, *(file.name for file in message.attachments.all())]).casefold()
    return all(word in said for word in wanted)


def _short(value: object) -> str:
    return format(value.timestamp(), ".6f") if isinstance(value, dt.datetime) else str(value or 0)
