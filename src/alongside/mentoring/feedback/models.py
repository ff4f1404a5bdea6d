"""One piece of feedback, from the question to the second look."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import Skill
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship
from alongside.vault.sealed import SealedText


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    """Which feedback a person sees."""

    def visible_to(self, person: Person) -> FeedbackQuerySet:
        """Whoever gives it and whoever receives it; in a circle nobody else."""
        return self.filter(models.Q(giver=person) | models.Q(receiver=person))

    def for_list(self) -> FeedbackQuerySet:
        """Everything that a list shows, the newest first, in one query."""
        return self.select_related("mentorship", "giver", "receiver", "skill").order_by("-created_at")


class Feedback(Row):
    """Asked for or given unasked; the receiver says how it landed and what they will try."""

    class Landing(models.TextChoices):
        """How it landed, in the receiver's words."""

        HELPED = "helped", _("It helps me")
        STUNG = "stung", _("It stings, and I see it")
        UNSURE = "unsure", _("I am not sure what to do with it")
        DIFFER = "differ", _("I see it differently")

    class Change(models.TextChoices):
        """What the giver sees at the second look."""

        MORE = "more", _("Clearly more of it")
        SOME = "some", _("Some of it")
        NONE = "none", _("No change that I could see")
        UNSEEN = "unseen", _("I had no occasion to see it")

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="feedback")
    giver = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="feedback_given")
    receiver = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="feedback_received")
    skill = models.ForeignKey(Skill, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    question = SealedText()
    """What the receiver wanted to hear about, when they asked."""
    situation = SealedText()
    behaviour = SealedText()
    impact = SealedText()
    ask = SealedText()
    """What the giver would like to understand: a question, so that it becomes a conversation."""
    given_at = models.DateTimeField(null=True, blank=True)
    landing = models.CharField(max_length=8, choices=Landing, blank=True, default="")
    will_try = SealedText()
    practice = SealedText()
    answered_at = models.DateTimeField(null=True, blank=True)
    look_again_on = models.DateField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    change = models.CharField(max_length=8, choices=Change, blank=True, default="")
    seen_now = SealedText()
    looked_at = models.DateTimeField(null=True, blank=True)

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "feedback"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(giver=models.F("receiver")), name="feedback_is_for_somebody_else"
            )
        ]

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.mentorship.key_id

    @property
    def is_given(self) -> bool:
        """Whether there is something to read, and not only a question."""
        return self.given_at is not None

    @property
    def awaits_second_look(self) -> bool:
        """Whether the receiver is trying something that the giver has not looked at again."""
        return self.look_again_on is not None and self.looked_at is None
