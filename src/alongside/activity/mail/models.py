"""A letter: one mail on its way to one address."""

from __future__ import annotations

from typing import Any

from django.db import models

from alongside.kit.rows import Row

from .mailbox import is_open_to


class LetterQuerySet(models.QuerySet["Letter"]):
    """Who sees which letters."""

    def visible_to(self, person: Any) -> LetterQuerySet:  # Any: persons live in an area above
        """Whoever may open the mailbox sees every letter; everybody else sees none, not even their own."""
        return self.all() if is_open_to(person) else self.none()


class Letter(Row):
    """A mail, written in the transaction of the change it tells of. Sent by claim, send, mark."""

    class State(models.TextChoices):
        """Where the letter is."""

        WAITING = "waiting"
        SENDING = "sending"
        SENT = "sent"
        FAILED = "failed"

    to = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict, blank=True)
    calendar = models.TextField(blank=True)
    """An iCalendar object that goes with it, or nothing."""
    calendar_method = models.CharField(max_length=20, blank=True)
    message_id = models.CharField(max_length=200, unique=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    not_before = models.DateTimeField(null=True, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=300, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before"],
                name="letter_waiting",
                condition=models.Q(state__in=["waiting", "sending"]),
            )
        ]
