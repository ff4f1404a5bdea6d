"""An organisation: a company or a community."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Who sees which organisations."""

    def of(self, person: Person) -> OrganisationQuerySet:
        """The organisations that the person belongs to now."""
        return self.filter(memberships__person=person, memberships__left_at=None)

    def visible_to(self, person: Person) -> OrganisationQuerySet:
        """One's own, and those that anyone here can join."""
        own = Organisation.objects.of(person).values("pk")
        return self.filter(models.Q(pk__in=own) | models.Q(joining=Organisation.Joining.OPEN))


class Organisation(Row):
    """Where people belong. What belongs to it is reached only through a membership."""

    class Kind(models.TextChoices):
        """What sort of organisation."""

        COMPANY = "company", _("Company")
        COMMUNITY = "community", _("Community")

    class Joining(models.TextChoices):
        """How one becomes a member."""

        OPEN = "open", _("Anyone here can join")
        INVITED = "invited", _("By invitation only")

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind)
    about = models.TextField(max_length=2000, blank=True)
    joining = models.CharField(max_length=10, choices=Joining, default=Joining.INVITED)

    objects = OrganisationQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name
