"""A concern that somebody tells a named person, and whom an organisation names for it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship
from alongside.vault.models import DataKey
from alongside.vault.sealed import SealedText


class ContactQuerySet(models.QuerySet["Contact"]):
    """Who sees whom an organisation names."""

    def visible_to(self, person: Person) -> ContactQuerySet:
        """Every member knows whom they may turn to."""
        return self.filter(organisation__in=Organisation.objects.of(person))

    def for_list(self) -> ContactQuerySet:
        """Everything that the list shows, by name."""
        return self.select_related("person", "organisation").order_by("person__name", "pk")


class Contact(Row):
    """A person whom an organisation names to its members for when they need help."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="contacts")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="named_by")

    objects = ContactQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "person"], name="named_once")]


class ConcernQuerySet(models.QuerySet["Concern"]):
    """Who sees which concerns."""

    def visible_to(self, person: Person) -> ConcernQuerySet:
        """The one who asked and the one who helps; nobody else, and never the partner."""
        return self.filter(models.Q(asker=person) | models.Q(helper=person))

    def for_list(self) -> ConcernQuerySet:
        """Everything that a list shows, those that are open first, the newest first."""
        rows = self.select_related("asker", "helper", "mentorship")
        return rows.order_by(models.F("closed_at").desc(nulls_first=True), "-created_at")


class Concern(Row):
    """What somebody needs help with, sealed with a key of its own: it is no part of the mentorship."""

    class Kind(models.TextChoices):
        """What it is about."""

        TALK = "talk", _("I would like to talk something through")
        STUCK = "stuck", _("The mentorship does not work")
        REPORT = "report", _("I report how somebody behaved")

    asker = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="concerns_told")
    helper = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="concerns_heard")
    mentorship = models.ForeignKey(
        Mentorship, null=True, blank=True, on_delete=models.SET_NULL, related_name="concerns"
    )
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.TALK)
    text = SealedText()
    answer = SealedText()
    """What the helper did, for the one who asked."""
    taken_at = models.DateTimeField(null=True, blank=True)
    froze_at = models.DateTimeField(null=True, blank=True)
    """When the helper froze the mentorship for it."""
    was_paused = models.BooleanField(default=False)
    """Whether the mentorship rested when it was frozen: then it rests again when it goes on."""
    closed_at = models.DateTimeField(null=True, blank=True)
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+", editable=False)

    objects = ConcernQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(asker=models.F("helper")), name="nobody_turns_to_themself"
            )
        ]

    @property
    def is_open(self) -> bool:
        """Whether it waits for the helper."""
        return self.closed_at is None

    def seal_key_id(self) -> int:
        """Its own key."""
        return self.key_id
