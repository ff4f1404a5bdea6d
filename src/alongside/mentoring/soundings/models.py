"""Colleagues asked about somebody, the links they got, and what they said."""

from __future__ import annotations

import json
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.accounts.persons.queries import mailbox_of
from alongside.kit.clock import now
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship
from alongside.vault.sealed import SealedText

FEWEST = 3
"""Below this many answers nobody's words are shown, only what was chosen from the list, counted."""


class SoundingQuerySet(models.QuerySet["Sounding"]):
    """Which soundings a person sees."""

    def visible_to(self, person: Person) -> SoundingQuerySet:
        """Whoever asked; the others in the mentorship once it has been shown to them."""
        together = Q(mentorship__participants__person=person, shared_at__isnull=False)
        return self.filter(Q(person=person) | together).distinct()

    def open(self) -> SoundingQuerySet:
        """Those that still take answers, or would if their time were not over."""
        return self.filter(closed_at=None)

    def whole(self) -> SoundingQuerySet:
        """Each with its person, its links and what was said, in three queries; the one before comes first."""
        rows = self.select_related("mentorship", "person").prefetch_related("links", "voices")
        return rows.order_by("created_at", "pk")


class Sounding(Row):
    """One round of asking: it is read only when it is over, so that nobody is known by when they answered."""

    class Moment(models.TextChoices):
        """When: each once in a mentorship for each person."""

        BEFORE = "before", _("Then")
        AFTER = "after", _("Now")

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="soundings")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="soundings")
    moment = models.CharField(max_length=6, choices=Moment)
    question = SealedText()
    """What the person works on, for the colleagues to read."""
    closes_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    shared_at = models.DateTimeField(null=True, blank=True)
    """When the person let the others in the mentorship read it."""

    objects = SoundingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mentorship", "person", "moment"], name="one_sounding_a_moment")
        ]

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.mentorship.key_id

    @property
    def is_closed(self) -> bool:
        """Whether it is over, and may be read."""
        return self.closed_at is not None


class SoundingLinkQuerySet(models.QuerySet["SoundingLink"]):
    """Which links a person sees."""

    def visible_to(self, person: Person) -> SoundingLinkQuerySet:
        """Only who asked knows who was asked; not even they know who answered."""
        return self.filter(sounding__person=person)

    def open(self) -> SoundingLinkQuerySet:
        """Those that still take an answer."""
        waits = Q(used=False, withdrawn_at=None)
        return self.filter(waits, sounding__closed_at=None, sounding__closes_at__gt=now())


class SoundingLink(Row):
    """A colleague, and a digest of the token in their letter."""

    sounding = models.ForeignKey(Sounding, on_delete=models.CASCADE, related_name="links")
    name = SealedText()
    email = SealedText()
    address_digest = models.CharField(max_length=64, db_index=True)
    """A keyed digest of the address, to count letters to it without knowing it."""
    token_digest = models.CharField(max_length=64, unique=True)
    used = models.BooleanField(default=False)
    """Whether it was answered; never shown, and no moment kept that would lead to the answer."""
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = SoundingLinkQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.sounding.mentorship.key_id

    @property
    def is_open(self) -> bool:
        """Whether it still takes an answer."""
        waits = not self.used and self.withdrawn_at is None
        return waits and not self.sounding.is_closed and self.sounding.closes_at > now()


class VoiceQuerySet(models.QuerySet["Voice"]):
    """Which answers a person sees."""

    def visible_to(self, person: Person) -> VoiceQuerySet:
        """Those of rounds that are over, and that hold enough of them to keep each unknown."""
        counted = Sounding.objects.annotate(heard=models.Count("voices", distinct=True))
        enough = counted.filter(closed_at__isnull=False, heard__gte=FEWEST)
        seen = Sounding.objects.visible_to(person)
        return self.filter(sounding__in=enough.values("pk")).filter(sounding__in=seen.values("pk"))


class Voice(Row):
    """What a colleague said. It knows its round and not its link, and was made when the round was."""

    sounding = models.ForeignKey(Sounding, on_delete=models.CASCADE, related_name="voices")
    said = SealedText()
    """JSON: the themes chosen, and the texts by their names."""

    objects = VoiceQuerySet.as_manager()

    class Meta:
        ordering = ["code"]  # by chance, and the same whenever it is read

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.sounding.mentorship.key_id

    @property
    def words(self) -> dict[str, Any]:
        """What was chosen and written."""
        words: dict[str, Any] = json.loads(self.said or "{}")
        return words


def digest_of_address(email: str) -> str:
    """The same for the same mailbox, and nothing that leads back to it without the instance's key."""
    return salted_hmac("soundings.address", mailbox_of(email), algorithm="sha256").hexdigest()
