"""Who takes part, and who was listed and has not joined yet."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.programmes.programmes.models import Programme


class Side(models.TextChoices):
    """As what somebody takes part."""

    MENTEE = "mentee", _("Mentee")
    MENTOR = "mentor", _("Mentor")


class ParticipationQuerySet(models.QuerySet["Participation"]):
    """Who sees who takes part."""

    def current(self) -> ParticipationQuerySet:
        """Those who have not left, with an account that works."""
        return self.filter(left_at=None, person__is_active=True)

    def visible_to(self, person: Person) -> ParticipationQuerySet:
        """One's own, and all of them for who runs the programme."""
        runs = Programme.objects.run_by(person).values("pk")
        return self.filter(Q(person=person) | Q(programme__in=runs))

    def for_list(self) -> ParticipationQuerySet:
        """Everything that a list shows, by name."""
        return self.select_related("person", "programme").order_by("person__name", "pk")

    def people(self) -> models.QuerySet[Person]:
        """Everybody once, by name, with their places as ``parts``: who mentors and is mentored has two."""
        people = Person.objects.filter(pk__in=self.values("person")).order_by("name", "pk")
        parts = models.Prefetch("programme_places", self.order_by("side"), to_attr="parts")
        return people.prefetch_related(parts)


class Participation(Row):
    """A person in a programme, on one side of it. Who mentors and is mentored has one of each."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="participations")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="programme_places")
    side = models.CharField(max_length=8, choices=Side)
    left_at = models.DateTimeField(null=True, blank=True)
    groups = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    """Those of the programme's groups to which a mentee said to belong: read by nobody, counted by the studio."""

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "person", "side"],
                condition=Q(left_at=None),
                name="one_current_participation_a_side",
            )
        ]
        indexes = [models.Index(fields=["person", "left_at"])]


class ListedQuerySet(models.QuerySet["Listed"]):
    """Who sees who is expected."""

    def visible_to(self, person: Person) -> ListedQuerySet:
        """Seen by who runs the programme."""
        return self.filter(programme__in=Programme.objects.run_by(person).values("pk"))


class Listed(Row):
    """An address from a coordinator's spreadsheet; takes part as soon as its owner is a member."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="listed")
    email = models.EmailField()
    side = models.CharField(max_length=8, choices=Side)

    objects = ListedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "email", "side"], name="listed_once_a_side")
        ]
