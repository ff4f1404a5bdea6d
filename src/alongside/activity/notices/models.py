"""A notice: one line for one person, with a link; and how a person wishes to be told."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import models

from alongside.kit.rows import Row

from .kinds import Kind, Way
from .quiet import end_of_quiet


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Who sees which notices."""

    def visible_to(self, person: Any) -> NoticeQuerySet:  # Any: persons live in an area above
        """A notice is seen by the person who was told, and nobody else."""
        return self.filter(person=person)

    def unread(self) -> NoticeQuerySet:
        """What its person has not read yet."""
        return self.filter(read_at=None)


class Notice(Row):
    """Something that a person should know. The text names no private matter."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=60)
    text = models.CharField(max_length=300)
    url = models.CharField(max_length=300, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    switch = models.CharField(max_length=20, blank=True)
    """The kind by which its person chooses how it comes."""
    waits_for = models.CharField(max_length=8, blank=True)
    """The daily or the weekly mail that will bring it, or nothing."""

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["person", "-created_at"]),
            models.Index(
                fields=["waits_for", "person"], name="notice_waits", condition=~models.Q(waits_for="")
            ),
        ]


class PreferenceQuerySet(models.QuerySet["Preference"]):
    """Who sees which preferences."""

    def visible_to(self, person: Any) -> PreferenceQuerySet:  # Any: persons live in an area above
        """How somebody wishes to be told is seen by that person alone."""
        return self.filter(person=person)


class Preference(Row):
    """How one person wishes to be told; whoever has chosen nothing has no row."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    ways = models.JSONField(default=dict, blank=True)
    """The way of each kind that was chosen, by the kind's name."""
    quiet_from = models.TimeField(null=True, blank=True)
    quiet_until = models.TimeField(null=True, blank=True)

    objects = PreferenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quiet_from=None, quiet_until=None)
                | models.Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="quiet_hours_have_two_ends",
            )
        ]

    def way_of(self, kind: Kind) -> Way:
        """How this kind comes: as chosen, or as usual."""
        chosen = self.ways.get(kind.name)
        return Way(chosen) if chosen in kind.ways else kind.usual

    def rests_until(self, at: dt.datetime, zone: dt.tzinfo) -> dt.datetime | None:
        """When the quiet hours in which ``at`` lies are over; None outside of them."""
        if self.quiet_from is None or self.quiet_until is None:
            return None
        return end_of_quiet(at, zone, self.quiet_from, self.quiet_until)
