"""A review of a mentorship, and each person's answers."""

from __future__ import annotations

import json

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship
from alongside.vault.sealed import SealedText

from . import questions


class ReviewQuerySet(models.QuerySet["Review"]):
    """Which reviews a person sees."""

    def visible_to(self, person: Person) -> ReviewQuerySet:
        """A review is seen by the people whose mentorship it is about."""
        return self.filter(mentorship__in=Mentorship.objects.visible_to(person))

    def with_people(self) -> ReviewQuerySet:
        """Each with its mentorship, the people in it and what they answered."""
        people = ("mentorship__participants", "answers__person")
        return self.select_related("mentorship").prefetch_related(*people)


class Review(Row):
    """One of the three moments at which both look back; each once in a mentorship."""

    class Kind(models.TextChoices):
        """The moments."""

        HALF_WAY = "half_way", _("Half-way")
        CLOSING = "closing", _("Closing")
        LATER = "later", _("Ninety days later")

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="reviews")
    kind = models.CharField(max_length=10, choices=Kind)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["mentorship", "kind"], name="one_review_a_kind")]

    @property
    def questions(self) -> tuple[questions.Question, ...]:
        """What is asked."""
        every = {self.Kind.HALF_WAY: questions.HALF_WAY, self.Kind.CLOSING: questions.CLOSING}
        return every.get(self.Kind(self.kind), questions.LATER)

    @property
    def is_complete(self) -> bool:
        """Whether everybody has answered. Costs no query after ``with_people``."""
        answered = {one.person_id for one in self.answers.all()}
        return all(one.person_id in answered for one in self.mentorship.participants.all())


class ReviewAnswerQuerySet(models.QuerySet["ReviewAnswer"]):
    """Which answers a person sees."""

    def visible_to(self, person: Person) -> ReviewAnswerQuerySet:
        """One's own; those of others are opened by the review when everybody has answered."""
        return self.filter(person=person)


class ReviewAnswer(Row):
    """What one person answered, and what comes next for them."""

    class Next(models.TextChoices):
        """What comes after a mentorship."""

        END = "end", _("We end here")
        AD_HOC = "ad_hoc", _("We stay in touch when there is a question")
        PEERS = "peers", _("We go on as peers")
        NEW_GOAL = "new_goal", _("We go on with a new goal")

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    texts = SealedText()
    """JSON of texts by the key of their question."""
    next = models.CharField(max_length=10, choices=Next, blank=True, default="")
    recommends = models.PositiveSmallIntegerField(null=True, blank=True)
    """From 0 to 10, at the closing; it is read by nobody, and only counted among many."""
    testimonial = SealedText()
    may_be_shown = models.BooleanField(default=False)
    """Whether the other may show the testimonial to anybody."""

    objects = ReviewAnswerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "person"], name="one_review_answer_each"),
            models.CheckConstraint(
                condition=models.Q(recommends=None) | models.Q(recommends__lte=10),
                name="recommends_up_to_ten",
            ),
        ]

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.review.mentorship.key_id

    @property
    def words(self) -> dict[str, str]:
        """The texts by the key of their question."""
        words: dict[str, str] = json.loads(self.texts or "{}")
        return words
