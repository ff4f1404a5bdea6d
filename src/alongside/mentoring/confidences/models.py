"""An entry of a journal that a mentor may read, until it is taken back or the mentorship ends."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.growth.journal.models import Entry
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship, Participant


class ConfidenceQuerySet(models.QuerySet["Confidence"]):
    """Which confidences a person sees."""

    def visible_to(self, person: Person) -> ConfidenceQuerySet:
        """Whose entry it is, and the one mentor, as long as the mentorship runs."""
        running = self.exclude(mentorship__state=Mentorship.State.ENDED)
        return running.filter(models.Q(entry__person=person) | models.Q(mentor=person))

    def for_list(self) -> ConfidenceQuerySet:
        """Everything that a list shows, the newest first, in one query."""
        return self.select_related("entry__person", "mentor", "mentorship").order_by("-created_at")


class Confidence(Row):
    """One entry, one mentor."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, related_name="confidence")
    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="confidences")
    mentor = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="confidences")

    objects = ConfidenceQuerySet.as_manager()


def mentors_of(person: Person) -> models.QuerySet[Participant]:
    """The mentors with whom a person works now, each with the mentorship."""
    mine = Participant.objects.filter(person=person, side=Participant.Side.MENTEE)
    running = Mentorship.objects.filter(pk__in=mine.values("mentorship")).running()
    theirs: models.QuerySet[Participant] = Participant.objects.filter(
        mentorship__in=running, side=Participant.Side.MENTOR
    )
    return theirs.select_related("mentorship", "person").order_by("person__name", "pk")
