"""A programme of an organisation."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row

ROLES = [Membership.Role.COORDINATOR, Membership.Role.ADMINISTRATOR]


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    """Which programmes a person sees, and which they run."""

    def run_by(self, person: Person) -> ProgrammeQuerySet:
        """Those of the organisations that the person coordinates or administers."""
        seats = Membership.objects.filter(person=person, left_at=None, roles__overlap=ROLES)
        return self.filter(organisation__in=seats.values("organisation"))

    def visible_to(self, person: Person) -> ProgrammeQuerySet:
        """A programme is seen by who runs it, who takes part, and every member where members may join."""
        homes = Membership.objects.filter(person=person, left_at=None).values("organisation")
        mine = Programme.objects.filter(participations__person=person, participations__left_at=None).values(
            "pk"
        )
        open_here = Q(organisation__in=homes, open_to=Programme.OpenTo.MEMBERS)
        runs = Programme.objects.run_by(person).values("pk")
        return self.filter(open_here | Q(pk__in=mine) | Q(pk__in=runs))

    def for_list(self) -> ProgrammeQuerySet:
        """Everything that the list shows, those that end last first."""
        return self.select_related("organisation").order_by(
            F("ends_on").desc(nulls_first=True), "-created_at"
        )


class Programme(Row):
    """Plain on purpose: a name, dates, who may take part, the places of a mentor, and the weights of the fit."""

    class OpenTo(models.TextChoices):
        """Who may take part."""

        MEMBERS = "members", _("Every member who wants to")
        LISTED = "listed", _("Only people whom the coordinators list")

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="programmes")
    name = models.CharField(max_length=120)
    about = models.TextField(max_length=2000, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    open_to = models.CharField(max_length=8, choices=OpenTo, default=OpenTo.MEMBERS)
    most_mentees = models.PositiveSmallIntegerField(default=2)
    """At most so many mentees for one mentor here, whatever the mentor offers elsewhere."""
    months = models.PositiveSmallIntegerField(default=6)
    """How long a mentorship of this programme is meant to last."""
    weights = models.JSONField(default=dict, blank=True)
    """Points of 100 for each part of the fit; empty for those that the product starts with."""

    groups = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    """Groups whose chances the coordinators want to watch; mentees say by themselves whether they belong."""

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
                name="a_programme_ends_after_it_starts",
            ),
            models.CheckConstraint(condition=Q(most_mentees__range=(1, 20)), name="one_to_twenty_mentees"),
            models.CheckConstraint(condition=Q(months__range=(1, 24)), name="one_to_twenty_four_months"),
        ]

    def __str__(self) -> str:
        return self.name
