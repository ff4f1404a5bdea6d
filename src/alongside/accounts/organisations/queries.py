"""Who is in an organisation, as far as somebody may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from alongside.accounts.persons.models import Person

from .models import Organisation

if TYPE_CHECKING:
    from alongside.accounts.memberships.models import MembershipQuerySet


def members(organisation: Organisation, person: Person, words: str = "") -> MembershipQuerySet:
    """The current members that ``person`` may see, narrowed by words of their name or team."""
    found = organisation.memberships.visible_to(person).for_list()
    for word in words.split()[:5]:
        found = found.filter(Q(person__name__icontains=word) | Q(team__icontains=word))
    return found
