"""Who may invite into a circle, join it and leave it."""

from __future__ import annotations

from alongside.accounts.invitations.queries import owns_address
from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.mentoring.mentorships.rules import is_in, is_on
from alongside.people.offers.models import Format

from .models import CircleInvitation

Side = Participant.Side


@rule(Mentorship)
def can_invite_mentor(person: Person, circle: Mentorship) -> bool:
    """A mentor of a circle asks somebody to lead it with them."""
    return circle.format == Format.CIRCLE and is_on(Side.MENTOR, person, circle)


@rule(CircleInvitation)
def can_take_back(person: Person, invitation: CircleInvitation) -> bool:
    """A mentor of the circle takes an invitation back."""
    return is_on(Side.MENTOR, person, invitation.circle)


@rule(CircleInvitation)
def can_join(person: Person, invitation: CircleInvitation) -> bool:
    """Whoever the invitation was sent to joins, or says no."""
    return owns_address(person, invitation.email)


@rule(Mentorship)
def can_leave(person: Person | None, circle: Mentorship) -> bool:
    """Everybody leaves a circle at any time, without a reason; so does who was deactivated or kept apart."""
    return circle.format == Format.CIRCLE and (person is None or is_in(person, circle))
