"""Which circles of a mentor somebody may still join who asked them."""

from __future__ import annotations

from django.db.models import Count, Q

from alongside.accounts.blocks.models import Block
from alongside.kit.clock import now
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.actions import MOST_MENTEES
from alongside.mentoring.mentorships.models import Mentorship, MentorshipQuerySet, Participant
from alongside.people.offers.models import Format

from .models import Request


def circles_for(request: Request) -> MentorshipQuerySet:
    """The mentor's circles with room in them that have not met yet, and hold nobody whom a block keeps apart.

    Whoever joins reads what was written for all; before the first meeting that is little, and no secret of theirs.
    """
    if request.format != Format.CIRCLE:
        return Mentorship.objects.none()
    leads = Participant.objects.filter(person=request.mentor, side=Participant.Side.MENTOR)
    met = Meeting.objects.filter(starts_at__lte=now()).exclude(state=Meeting.State.CANCELLED)
    apart = Q(person__in=Block.objects.filter(other=request.mentee).values("person"))
    apart |= Q(person__in=Block.objects.filter(person=request.mentee).values("other"))
    closed = Participant.objects.filter(apart | Q(person=request.mentee))
    fit = Mentorship.objects.filter(format=Format.CIRCLE, state=Mentorship.State.ACTIVE)
    room = fit.filter(pk__in=leads.values("mentorship")).exclude(pk__in=met.values("mentorship"))
    there = Count("participants", filter=Q(participants__side=Participant.Side.MENTEE))
    return room.exclude(pk__in=closed.values("mentorship")).alias(there=there).filter(there__lt=MOST_MENTEES)
