"""A mock interview, the replies, and how they were rated; sealed under the owner's key."""

from __future__ import annotations

import json

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship, owner_is_in_it
from alongside.vault.sealed import SealedText


class InterviewQuerySet(models.QuerySet["Interview"]):
    """Which interviews a person sees."""

    def visible_to(self, person: Person) -> InterviewQuerySet:
        """Whose it is, and the people of the mentorship that it is shared with."""
        shared = models.Q(mentorship__in=Mentorship.objects.visible_to(person))
        return self.filter(models.Q(owner=person) | (shared & owner_is_in_it()))

    def for_list(self) -> InterviewQuerySet:
        """Everything that a list shows, the newest first."""
        rows = self.select_related("owner", "mentorship").prefetch_related("mentorship__participants")
        return rows.order_by("-created_at", "-pk")


class Interview(Row):
    """A few questions in a row."""

    class Mode(models.TextChoices):
        """How it goes."""

        LEARN = "learn", _("To learn: hints beside each question, and all the time you want")
        STRESS = (
            "stress",
            _("Under stress: three minutes a question, then a challenge, and hints only at the end"),
        )

    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="interviews")
    mentorship = models.ForeignKey(
        Mentorship, null=True, blank=True, on_delete=models.SET_NULL, related_name="interviews"
    )
    mode = models.CharField(max_length=8, choices=Mode)
    questions = ArrayField(models.CharField(max_length=40))
    """Keys of the bank, in the order in which they are asked."""
    done_at = models.DateTimeField(null=True, blank=True)

    objects = InterviewQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["owner", "-created_at"])]


class ReplyQuerySet(models.QuerySet["Reply"]):
    """Which replies a person sees."""

    def visible_to(self, person: Person) -> ReplyQuerySet:
        """Whoever sees the interview, once it is over; the owner at any time."""
        over = models.Q(interview__in=Interview.objects.visible_to(person), interview__done_at__isnull=False)
        return self.filter(models.Q(interview__owner=person) | over)


class Reply(Row):
    """What was said to one question, how long it took, and what was said when it was challenged."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="replies")
    place = models.PositiveSmallIntegerField()
    text = SealedText()
    challenged = SealedText()
    """What was said to the challenge, in an interview under stress."""
    seconds = models.PositiveIntegerField()
    changed_at = models.DateTimeField()
    """When the last word to this question was said: the next one runs from here."""

    objects = ReplyQuerySet.as_manager()

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["interview", "place"], name="one_reply_a_question")]

    def seal_key_id(self) -> int:
        """The owner's key."""
        return self.interview.owner.key_id


class Rating(Row):
    """How one person rates a reply: five numbers from 1 to 4, and a note."""

    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="ratings")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    numbers = SealedText()
    note = SealedText()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["reply", "person"], name="one_rating_each")]

    def seal_key_id(self) -> int:
        """The owner's key."""
        return self.reply.interview.owner.key_id

    @property
    def values(self) -> list[int]:
        """The five numbers."""
        numbers: list[int] = json.loads(self.numbers)
        return numbers
