"""Ask somebody to lead a circle together, join it, and leave it."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.activity.mail.send import post
from alongside.growth.archive.files import Files
from alongside.growth.archive.keeping import keep_to_read
from alongside.kit.clock import now
from alongside.kit.codes import new_token
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.advice.models import Action
from alongside.mentoring.confidences.models import Confidence
from alongside.mentoring.mentorships.actions import end
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.mentoring.records.queries import gathered
from alongside.people.offers.actions import give_place_back, take_place

from . import queries, rules
from .models import CircleInvitation

Side = Participant.Side
GOOD_FOR = dt.timedelta(days=14)
MOST_OPEN = 3
"""Invitations of one circle that wait for an answer."""


@transaction.atomic
def invite_mentor(circle: Mentorship, email: str, *, by: Person) -> str:
    """Send somebody a link by which they join as the second mentor, for 14 days. Returns its token.

    The answer is the same whether this address belongs to anybody here or not.
    """
    require(rules.can_invite_mentor(by, circle))
    circle.hold()
    at = now()
    if not queries.takes_mentors(circle):
        raise Refused(_("A second mentor joins before the first meeting, and a circle has two at most."))
    if any(one.person.email.lower() == email.lower() for one in circle.participants.all()):
        raise Refused(_("This person is in the circle already."))
    waiting = CircleInvitation.objects.filter(circle=circle).open(at)
    waiting.filter(email__iexact=email).update(withdrawn_at=at)
    if waiting.count() >= MOST_OPEN:
        raise Refused(_("Three people have not answered yet. Take one of these invitations back first."))
    token = new_token()
    invitation = CircleInvitation.objects.create(
        circle=circle, invited_by=by, email=email.lower(), token_digest=queries.digest(token),
        expires_at=at + GOOD_FOR,
    )  # fmt: skip
    record("circle.mentor_invited", by=by, about=circle)
    _write(invitation, token)
    return token


@transaction.atomic
def take_back(invitation: CircleInvitation, *, by: Person) -> None:
    """Take an invitation back: its link stops working."""
    require(rules.can_take_back(by, invitation))
    invitation.circle.hold()
    open_still = CircleInvitation.objects.filter(pk=invitation.pk).open(now())
    if not open_still.update(withdrawn_at=now()):
        raise Refused(_("This invitation was answered, or has ended already."))
    record("circle.invitation_taken_back", by=by, about=invitation.circle)


@transaction.atomic
def join(invitation: CircleInvitation, *, by: Person) -> Mentorship:
    """Join as the second mentor; one of one's own places is taken, as for every mentorship that one mentors."""
    require(rules.can_join(by, invitation))
    circle = _held(invitation)
    if not (queries.takes_mentors(circle) and queries.open_to(by).filter(pk=circle.pk).exists()):
        raise Refused(_("This circle cannot be joined any more: it has met, has ended, or is led by two."))
    if not take_place(by, by=by):
        raise Refused(
            _("You have no free place as a mentor. Offer one on your own page, then open this link again.")
        )
    Participant.objects.create(mentorship=circle, person=by, side=Side.MENTOR)
    record("circle.joined", by=by, about=circle, person=by.code)
    return circle


@transaction.atomic
def decline(invitation: CircleInvitation, *, by: Person) -> None:
    """Say no. Nobody is asked for a reason."""
    require(rules.can_join(by, invitation))
    circle = _held(invitation)
    record("circle.invitation_declined", by=by, about=circle)


@transaction.atomic
def leave(circle: Mentorship, person: Person, *, by: Person | None) -> None:
    """Leave a circle without ending it for the others; the last mentor or mentee to leave ends it.

    What they could read stays in their own record as it stands now; of what comes afterwards they see nothing. What
    they wanted to do goes along with them, and entries of journals that they gave or were given are private again.
    """
    require(rules.can_leave(by, circle))
    circle.state = Mentorship.objects.select_for_update(no_key=True).get(pk=circle.pk).state
    circle.refuse_if_over()
    place = Participant.objects.filter(mentorship=circle, person=person).first()
    if place is None:
        raise Refused(_("You have left this circle already."))
    if not queries.goes_on_without(Mentorship.objects.with_people().get(pk=circle.pk), person):
        end(circle, by=by)
        return
    files = Files(person)
    keep_to_read(person, gathered(circle, person, files), files)
    Action.objects.filter(mentorship=circle, owner=person, done_at=None).delete()
    Confidence.objects.filter(Q(entry__person=person) | Q(mentor=person), mentorship=circle).delete()
    place.delete()
    if place.side == Side.MENTOR:
        give_place_back(person, by=by)
    record("mentorship.left", by=by, about=circle, person=person.code)


def _held(invitation: CircleInvitation) -> Mentorship:
    """Lock the circle, then answer the invitation: of two answers at once the second finds it answered."""
    circle = invitation.circle
    circle.hold()
    if not CircleInvitation.objects.filter(pk=invitation.pk).open(now()).update(answered_at=now()):
        raise Refused(_("It was answered, taken back, or is older than 14 days."), headline=queries.GONE)
    return circle


def _write(invitation: CircleInvitation, token: str) -> None:
    post(
        to=invitation.email,
        subject=_("%(name)s asks you to lead a circle together") % {"name": invitation.invited_by.name},
        template="mentoring/circles/mail/invited",
        context={"invitation": invitation, "token": token},
    )
