"""An invitation to an organisation, by a link that works once."""

from __future__ import annotations

import datetime as dt

from django.contrib.postgres.fields import ArrayField
from django.db import models

from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.accounts.organisations.rules import COORDINATES
from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Who sees which invitations."""

    def pending(self, at: dt.datetime) -> InvitationQuerySet:
        """Those whose link still works."""
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=at)

    def visible_to(self, person: Person) -> InvitationQuerySet:
        """Coordinators and administrators see the invitations of their organisations."""
        may = Membership.objects.current().filter(person=person, roles__overlap=sorted(COORDINATES))
        return self.filter(organisation__in=may.values("organisation"))

    def for_list(self) -> InvitationQuerySet:
        """Everything that the list shows, newest first."""
        return self.select_related("organisation", "invited_by").order_by("-created_at", "-pk")


class Invitation(Row):
    """Only a digest of the link's token is kept."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    roles = ArrayField(models.CharField(max_length=20, choices=Membership.Role), default=list, blank=True)
    invited_by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    token_digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organisation", "-created_at"])]

    def works(self, at: dt.datetime) -> bool:
        """Whether the link can still be used."""
        return self.accepted_at is None and self.withdrawn_at is None and self.expires_at > at
