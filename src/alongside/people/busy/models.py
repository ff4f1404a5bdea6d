"""Days off, and calendars elsewhere that say when somebody is busy."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.people.availability.week import Span
from alongside.vault.sealed import SealedText


class DayOffQuerySet(models.QuerySet["DayOff"]):
    """Which days off a person sees."""

    def visible_to(self, person: Person) -> DayOffQuerySet:
        """Days off are seen by whose they are; others see only that a time is not offered."""
        return self.filter(person=person)


class DayOff(Row):
    """From a day to another one, both included, on the wall of the person's zone; nobody says why."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="days_off")
    starts_on = models.DateField()
    ends_on = models.DateField()

    objects = DayOffQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="days_off_run_forwards"
            )
        ]


class BusyCalendarQuerySet(models.QuerySet["BusyCalendar"]):
    """Which calendars a person sees."""

    def visible_to(self, person: Person) -> BusyCalendarQuerySet:
        """A calendar is seen by whose it is; others see only that a time is not offered."""
        return self.filter(person=person)


class BusyCalendar(Row):
    """A calendar elsewhere, read by its private address or once from a file; only busy or free is kept of it."""

    class State(models.TextChoices):
        """How reading it went."""

        WAITING = "waiting", _("Is being read")
        READ = "read", _("Read")
        FAILED = "failed", _("Could not be read")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="busy_calendars")
    address = SealedText()
    """A secret: whoever has it reads the whole calendar. Empty for a file."""
    host = models.CharField(max_length=255)
    """Where it stands: the part of the address that is shown; or the name of the file."""
    whole_days = models.BooleanField(default=False)
    """Whether whole days count although they are marked as free, as in calendars of public holidays."""
    spans = models.JSONField(default=list)
    """Pairs of seconds since 1970: from and until."""
    left_out = models.PositiveIntegerField(default=0)
    """How many entries could not be understood."""
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    problem = models.CharField(max_length=300, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    read_at = models.DateTimeField(null=True, blank=True)
    next_at = models.DateTimeField(null=True, blank=True)
    """When it is read again; never for a file."""

    objects = BusyCalendarQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["next_at"], name="busy_calendar_due")]

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id

    @property
    def busy(self) -> list[Span]:
        """The times as moments."""
        return [
            Span(dt.datetime.fromtimestamp(start, dt.UTC), dt.datetime.fromtimestamp(end, dt.UTC))
            for start, end in self.spans
        ]
