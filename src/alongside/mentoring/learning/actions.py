"""Note what was learned, tell that it was tried, tell that it was adopted and with what effect."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.meetings.room import tell_room
from alongside.mentoring.mentorships.models import Mentorship

from . import rules
from .models import Learning

Stage = Learning.Stage


@transaction.atomic
def note(mentorship: Mentorship, text: str, *, by: Person, meeting: Meeting | None = None) -> Learning:
    """Write down what the mentor learned, in a meeting or between two."""
    require(rules.can_note_learning(by, mentorship))
    mentorship.hold()
    learning = Learning(mentorship=mentorship, meeting=meeting, learner=by)
    learning.text = text
    learning.save()
    record("learning.noted", by=by, about=learning)
    tell_room(mentorship, "learning")
    return learning


@transaction.atomic
def attempt(learning: Learning, tried: str, *, by: Person) -> None:
    """Tell how it was tried in one's own work."""
    require(rules.can_try(by, learning))
    learning.mentorship.hold(after_the_end=True)
    if learning.stage == Stage.ADOPTED:
        raise Refused(_("This is part of your work already."))
    learning.tried, learning.tried_at, learning.stage = tried, now(), Stage.TRIED
    learning.save()
    record("learning.tried", by=by, about=learning)


@transaction.atomic
def adopt(learning: Learning, effect: str, *, by: Person) -> None:
    """Tell that it stays, and what it changed."""
    require(rules.can_adopt(by, learning))
    learning.mentorship.hold(after_the_end=True)
    if learning.stage == Stage.LEARNED:
        raise Refused(_("Try it first; then you know what it changes."))
    learning.effect, learning.adopted_at, learning.stage = effect, now(), Stage.ADOPTED
    learning.save()
    record("learning.adopted", by=by, about=learning)
