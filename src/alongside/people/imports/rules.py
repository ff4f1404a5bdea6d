"""Who may bring what."""

from __future__ import annotations

from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Import


@rule(Import)
def can_upload(person: Person, brought: Import) -> bool:
    """Everybody brings their own career; a roster is brought by a coordinator or administrator there."""
    if brought.organisation_id is None:
        return brought.by_id == person.pk
    here = Membership.objects.filter(person=person, organisation=brought.organisation_id, left_at=None)
    return any(one.is_coordinator or one.is_administrator for one in here)


@rule(Import)
def can_apply(person: Person, brought: Import) -> bool:
    """Who uploaded it applies it, as long as they still may upload."""
    return brought.by_id == person.pk and can_upload(person, brought)
