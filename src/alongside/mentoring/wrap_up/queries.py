"""What is gone through at the end of a meeting."""

from __future__ import annotations

from django.db.models import Q

from alongside.mentoring.advice.models import Advice
from alongside.mentoring.meetings.models import Meeting

MOST = 10


def to_go_through(meeting: Meeting) -> list[Advice]:
    """The advice of this meeting, and what was left undecided before it."""
    earlier = Q(meeting__starts_at__lt=meeting.starts_at, decision=Advice.Decision.OPEN)
    rows = Advice.objects.filter(Q(meeting=meeting) | earlier, mentorship=meeting.mentorship)
    found = list(
        rows.select_related("mentor").prefetch_related("actions__owner").order_by("created_at")[:MOST]
    )
    for advice in found:
        advice.mentorship = meeting.mentorship
        for action in advice.actions.all():
            action.mentorship = meeting.mentorship
    return found
