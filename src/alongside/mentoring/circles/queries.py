"""Which circles can still be joined, by whom, and who stays when somebody leaves."""

from __future__ import annotations

import datetime as dt
import hashlib

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.blocks.models import Block
from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship, MentorshipQuerySet, Participant
from alongside.people.offers.models import Format

from .models import CircleInvitation

MOST_MENTORS = 2
GONE = _("This link does not work any more")


def open_to(newcomer: Person) -> MentorshipQuerySet:
    """The circles that have not met yet, and hold nobody whom a block keeps apart from the newcomer.

    Whoever joins reads what was written for all; before the first meeting that is little, and no secret of theirs.
    """
    met = Meeting.objects.filter(starts_at__lte=now()).exclude(state=Meeting.State.CANCELLED)
    apart = Q(person__in=Block.objects.filter(other=newcomer).values("person"))
    apart |= Q(person__in=Block.objects.filter(person=newcomer).values("other"))
    closed = Participant.objects.filter(apart | Q(person=newcomer))
    circles = Mentorship.objects.filter(format=Format.CIRCLE, state=Mentorship.State.ACTIVE)
    return circles.exclude(pk__in=met.values("mentorship")).exclude(pk__in=closed.values("mentorship"))


def has_room_for_a_mentor(circle: Mentorship) -> bool:
    """Whether it is led by fewer than may lead it."""
    mentors = Participant.objects.filter(mentorship=circle, side=Participant.Side.MENTOR)
    return int(mentors.count()) < MOST_MENTORS


def takes_mentors(circle: Mentorship) -> bool:
    """Whether a second mentor can still be invited: it goes on, has one, and has not met."""
    met = Meeting.objects.filter(mentorship=circle, starts_at__lte=now()).exclude(
        state=Meeting.State.CANCELLED
    )
    return (
        circle.format == Format.CIRCLE
        and circle.state == Mentorship.State.ACTIVE
        and has_room_for_a_mentor(circle)
        and not met.exists()
    )


def goes_on_without(circle: Mentorship, person: Person) -> bool:
    """Whether a mentor and a mentee stay when this person leaves."""
    rest = [one.side for one in circle.participants.all() if one.person_id != person.pk]
    return set(rest) == set(Participant.Side)


def by_token(token: str, at: dt.datetime) -> CircleInvitation:
    """Return the invitation if its link still works, or say why not and what to do."""
    rows = CircleInvitation.objects.select_related("circle", "invited_by")
    invitation = rows.filter(token_digest=digest(token)).first()
    if invitation is None:
        raise Refused(_("We do not know this link. Open it again from the mail, in full."), headline=GONE)
    if not invitation.works(at):
        raise Refused(_("It was answered, taken back, or is older than 14 days."), headline=GONE)
    return invitation


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
