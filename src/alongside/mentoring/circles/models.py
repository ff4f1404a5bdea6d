"""An invitation to lead a circle together."""

from __future__ import annotations

import datetime as dt

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship, Participant


class CircleInvitationQuerySet(models.QuerySet["CircleInvitation"]):
    """Who sees which invitations."""

    def visible_to(self, person: Person) -> CircleInvitationQuerySet:
        """The mentors of a circle see whom they invited."""
        leads = Participant.objects.filter(person=person, side=Participant.Side.MENTOR)
        return self.filter(circle__in=leads.values("mentorship"))

    def open(self, at: dt.datetime) -> CircleInvitationQuerySet:
        """Those whose link still works."""
        return self.filter(answered_at=None, withdrawn_at=None, expires_at__gt=at)


class CircleInvitation(Row):
    """Asks somebody by mail to be the second mentor. Only a digest of the link's token is kept."""

    circle = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="invitations")
    invited_by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    email = models.EmailField()
    token_digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = CircleInvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]

    def works(self, at: dt.datetime) -> bool:
        """Whether the link can still be used."""
        return self.answered_at is None and self.withdrawn_at is None and self.expires_at > at
