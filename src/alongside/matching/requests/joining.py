"""Which circles of a mentor somebody may still join who asked them."""

from __future__ import annotations

from django.db.models import Count, Q

from alongside.mentoring.circles.queries import open_to
from alongside.mentoring.mentorships.actions import MOST_MENTEES
from alongside.mentoring.mentorships.models import Mentorship, MentorshipQuerySet, Participant
from alongside.people.offers.models import Format

from .models import Request


def circles_for(request: Request) -> MentorshipQuerySet:
    """The mentor's circles with room in them that the mentee can still join."""
    if request.format != Format.CIRCLE:
        return Mentorship.objects.none()
    leads = Participant.objects.filter(person=request.mentor, side=Participant.Side.MENTOR)
    there = Count("participants", filter=Q(participants__side=Participant.Side.MENTEE))
    led = open_to(request.mentee).filter(pk__in=leads.values("mentorship"))
    return led.alias(there=there).filter(there__lt=MOST_MENTEES)
