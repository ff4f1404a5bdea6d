"""Who was listed takes part as soon as they are a member; who has left takes part no longer."""

from __future__ import annotations

from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event

from . import actions
from .models import Listed, Participation


def take_in_who_was_listed(event: Event) -> None:
    """Somebody has become a member of an organisation whose coordinators expect them."""
    joined = Membership.objects.select_related("person").filter(code=event.about_code, left_at=None).first()
    if joined is None:
        return
    expected = Listed.objects.filter(
        programme__organisation=joined.organisation_id, email__iexact=joined.person.email
    )
    for listed in expected.select_related("programme"):
        actions.take_in(listed, joined.person, by=None)


def end_with_the_membership(event: Event) -> None:
    """Somebody has left the organisation: they take part in its programmes no longer."""
    left = Membership.objects.filter(code=event.about_code, left_at__isnull=False).first()
    if left is None:
        return
    theirs = Participation.objects.filter(
        person=left.person_id, programme__organisation=left.organisation_id, left_at=None
    )
    for part in theirs:
        actions.leave(part, by=None)


def end_with_the_person(event: Event) -> None:
    """Somebody has closed their account: they take part in nothing any longer."""
    person = Person.objects.filter(code=event.about_code).first()
    for part in Participation.objects.filter(person=person, left_at=None) if person else []:
        actions.leave(part, by=None)
