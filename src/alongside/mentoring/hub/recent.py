"""What happened last, in words; never what was written."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event

WORDS: dict[str, str | Promise] = {
    "mentorship.begun": _("began the mentorship"),
    "mentorship.paused": _("paused the mentorship"),
    "mentorship.resumed": _("took the mentorship up again"),
    "mentorship.ended": _("ended the mentorship"),
    "agreement.edited": _("wrote a new version of the agreement"),
    "agreement.accepted": _("accepted the agreement"),
    "goal.set": _("wrote a goal"),
    "goal.changed": _("changed a goal"),
    "goal.agreed": _("agreed to a goal"),
    "goal.progressed": _("told progress on a goal"),
    "goal.completed": _("completed a goal"),
    "meeting.planned": _("planned a meeting"),
    "meeting.moved": _("moved a meeting"),
    "meeting.cancelled": _("cancelled a meeting"),
    "meeting.held": _("kept a meeting in the record"),
}


@dataclass(frozen=True, slots=True)
class Happened:
    """One line: who, what, when."""

    event: Event
    words: str | Promise


def happened(events: list[Event]) -> list[Happened]:
    """The events that have words; what has none is not for this page."""
    return [Happened(event, WORDS[event.verb]) for event in events if event.verb in WORDS and event.by]
