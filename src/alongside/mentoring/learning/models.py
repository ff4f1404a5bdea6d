"""Something that a mentor learned, and what became of it in their own work."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship
from alongside.vault.sealed import SealedText


class LearningQuerySet(models.QuerySet["Learning"]):
    """Which learnings a person sees."""

    def visible_to(self, person: Person) -> LearningQuerySet:
        """A learning is seen by the people of the mentorship it came from: it is the mentee's gift."""
        return self.filter(mentorship__in=Mentorship.objects.visible_to(person))

    def for_list(self) -> LearningQuerySet:
        """Everything that a list shows, the newest first, in one query."""
        return self.select_related("mentorship", "learner").order_by("-created_at")


class Learning(Row):
    """Learned, tried, adopted: each with its day."""

    class Stage(models.TextChoices):
        """How far it has come."""

        LEARNED = "learned", _("Learned")
        TRIED = "tried", _("Tried")
        ADOPTED = "adopted", _("Adopted")

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="learnings")
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="learnings"
    )
    learner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="learnings")
    text = SealedText()
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.LEARNED)
    tried = SealedText()
    tried_at = models.DateTimeField(null=True, blank=True)
    effect = SealedText()
    """What changed in the mentor's own team."""
    adopted_at = models.DateTimeField(null=True, blank=True)

    objects = LearningQuerySet.as_manager()

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.mentorship.key_id
