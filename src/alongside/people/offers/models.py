"""A mentor's offer, and the count of places that can never be exceeded."""

from __future__ import annotations

import datetime as dt

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class Format(models.TextChoices):
    """The shape of a mentorship."""

    LONG = "long", _("Long: several months")
    FLASH = "flash", _("Flash: one meeting, one question")
    CIRCLE = "circle", _("Circle: a small group")


class Cadence(models.IntegerChoices):
    """Days between meetings."""

    WEEKLY = 7, _("Every week")
    FORTNIGHTLY = 14, _("Every two weeks")
    MONTHLY = 28, _("Every four weeks")


class Help(models.TextChoices):
    """A kind of help."""

    LISTEN = "listen", _("Listen")
    ASK = "ask", _("Ask questions")
    ADVISE = "advise", _("Advise")
    REHEARSE = "rehearse", _("Rehearse")
    REVIEW = "review", _("Review work")
    CONNECT = "connect", _("Connect with people")


class OfferQuerySet(models.QuerySet["Offer"]):
    """Which offers a person edits, and which are open."""

    def visible_to(self, person: Person) -> OfferQuerySet:
        """An offer as such is seen by the mentor; others read it on the mentor's page."""
        return self.filter(person=person)

    def open_on(self, day: dt.date) -> OfferQuerySet:
        """The offers of the people who mentor on that day."""
        paused = models.Q(paused_until__isnull=False, paused_until__gt=day)
        return self.filter(~paused, open=True)


class Offer(Row):
    """A person with an open offer is a mentor. ``taken`` counts the places in use."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="offer")
    open = models.BooleanField(default=True)
    capacity = models.PositiveSmallIntegerField(default=1)
    taken = models.PositiveSmallIntegerField(default=0)
    formats = ArrayField(models.CharField(max_length=8, choices=Format), default=list)
    helps = ArrayField(models.CharField(max_length=10, choices=Help), default=list, blank=True)
    cadences = ArrayField(models.PositiveSmallIntegerField(choices=Cadence), default=list, blank=True)
    paused_until = models.DateField(null=True, blank=True)
    trained_at = models.DateField(null=True, blank=True)
    expects = models.TextField(max_length=1000, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(taken__lte=models.F("capacity")), name="no_more_than_the_places"
            )
        ]

    @property
    def help_labels(self) -> list[str]:
        """The kinds of help, in words."""
        return [str(Help(value).label) for value in self.helps]

    def is_open_on(self, day: dt.date) -> bool:
        """Whether the person mentors on that day; ``open_on`` asks the same of many."""
        return self.open and not (self.paused_until and self.paused_until > day)

    @property
    def places(self) -> int:
        """How many places are free."""
        return max(0, self.capacity - self.taken)
