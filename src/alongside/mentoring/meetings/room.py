"""The room of a mentorship: whoever has one of its meetings open hears that something on the page changed."""

from __future__ import annotations

from django.utils import timezone

from alongside.accounts.persons.models import Person
from alongside.accounts.sessions.queries import is_open
from alongside.kit.kept import Kept
from alongside.kit.live.channel import tell
from alongside.mentoring.mentorships.models import Mentorship

from .models import Meeting, MeetingQuerySet


def tell_room(mentorship: Mentorship, part: str) -> None:
    """Tell it when the change is kept; ``part`` is a word for which part of the page, never what is in it."""
    tell(mentorship.code, part)


def may_still_listen(session_key: str | None, person: Person, meeting: Meeting) -> bool:
    """Whether the person is still signed in there, and still sees the meeting."""
    signed_in = is_open(session_key, person, timezone.now())  # as Django wrote when the session ends
    return signed_in and _seen.first(person.pk, meeting.pk) is not None


def _seen_of(person: int, meeting: int) -> MeetingQuerySet:
    return Meeting.objects.visible_to(Person(pk=person)).filter(pk=meeting).only("pk")


_seen = Kept(_seen_of)
