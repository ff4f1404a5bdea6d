"""A pulse of a mentorship, and each person's answer to it."""

from __future__ import annotations

import json

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.vault.sealed import SealedText


class PulseQuerySet(models.QuerySet["Pulse"]):
    """Which pulses a person sees."""

    def visible_to(self, person: Person) -> PulseQuerySet:
        """A pulse is seen by the people whose mentorship it belongs to."""
        return self.filter(mentorship__in=Mentorship.objects.visible_to(person))


class Pulse(Row):
    """Opened by time; both sides answer until it closes, each without seeing the other's answers."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="pulses")
    number = models.PositiveSmallIntegerField()
    closes_at = models.DateTimeField()

    objects = PulseQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["mentorship", "number"], name="one_pulse_a_number")]


class PulseAnswerQuerySet(models.QuerySet["PulseAnswer"]):
    """Which answers a person sees."""

    def visible_to(self, person: Person) -> PulseAnswerQuerySet:
        """An answer is read by the one who gave it, and by nobody else."""
        return self.filter(person=person)


class PulseAnswer(Row):
    """One person's six answers, and a word that stays theirs unless they release it."""

    pulse = models.ForeignKey(Pulse, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    side = models.CharField(max_length=8, choices=Participant.Side)
    numbers = SealedText()
    """JSON of six whole numbers from 1 to 5."""
    word = SealedText()
    released_at = models.DateTimeField(null=True, blank=True)

    objects = PulseAnswerQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pulse", "person"], name="one_answer_each")]

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.pulse.mentorship.key_id

    @property
    def values(self) -> list[int]:
        """The six answers."""
        numbers: list[int] = json.loads(self.numbers)
        return numbers
