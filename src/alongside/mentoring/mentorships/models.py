"""A mentorship and the people in it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.errors import Refused
from alongside.kit.rows import Row
from alongside.people.offers.models import Format
from alongside.vault.models import DataKey


class MentorshipQuerySet(models.QuerySet["Mentorship"]):
    """Which mentorships a person sees."""

    def visible_to(self, person: Person) -> MentorshipQuerySet:
        """A mentorship is seen by the people in it, and by nobody else."""
        return self.filter(pk__in=Participant.objects.filter(person=person).values("mentorship"))

    def running(self) -> MentorshipQuerySet:
        """Those that have not ended; a paused one goes on later."""
        return self.exclude(state=Mentorship.State.ENDED)

    def with_people(self) -> MentorshipQuerySet:
        """Each with its participants and who they are, in one query more."""
        return self.prefetch_related("participants")

    def for_list(self) -> MentorshipQuerySet:
        """Everything that the list shows: those that run first, the newest of them first."""
        return self.with_people().order_by(models.F("ended_at").desc(nulls_first=True), "-created_at")


class Mentorship(Row):
    """Joins persons, perhaps across organisations. Its key seals what they write to each other."""

    class State(models.TextChoices):
        """Where it stands."""

        ACTIVE = "active", _("Under way")
        PAUSED = "paused", _("Paused")
        FROZEN = "frozen", _("Frozen")
        ENDED = "ended", _("Ended")

    format = models.CharField(max_length=8, choices=Format, default=Format.LONG)
    state = models.CharField(max_length=8, choices=State, default=State.ACTIVE)
    purpose = models.CharField(max_length=200)
    """What it is for, in one sentence: the goal of the request."""
    ends_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+", editable=False)
    people = models.ManyToManyField(Person, through="Participant", related_name="mentorships")

    objects = MentorshipQuerySet.as_manager()

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self.state != self.State.ENDED

    @property
    def is_open(self) -> bool:
        """Whether anything new is written, sent or booked in it: it runs and is not frozen."""
        return self.is_running and self.state != self.State.FROZEN

    def refuse_if_over(self) -> None:
        """What was written together stays readable after the end, and as it is."""
        if not self.is_running:
            raise Refused(_("This mentorship has ended. What you wrote together stays here to read."))

    def refuse_if_ended(self) -> None:
        """Nor is anything written, sent or booked while it is frozen."""
        self.refuse_if_over()
        if self.state == self.State.FROZEN:
            raise Refused(
                _("This mentorship is frozen: nothing is written, sent or booked until it goes on.")
            )

    def hold(self, *, after_the_end: bool = False) -> None:
        """Inside an action: lock the row, read its state anew, and refuse what it does not allow.

        Whoever ends it at the same moment waits, so that nothing is written into a mentorship that has ended.
        Looking back may go on ``after_the_end``, but nothing while it is frozen. Lock it before anything in it.
        """
        self.state = Mentorship.objects.select_for_update(no_key=True).get(pk=self.pk).state
        if not (after_the_end and self.state == self.State.ENDED):
            self.refuse_if_ended()

    def hold_from_outside(self) -> None:
        """The same for an answer by a mailed link: whoever has it learns no more than that it rests."""
        self.state = Mentorship.objects.select_for_update(no_key=True).get(pk=self.pk).state
        if self.state == self.State.FROZEN:
            raise Refused(_("This question rests for now. Keep the letter: its link may work again later."))

    def seal_key_id(self) -> int:
        """The key of what the pair write."""
        return self.key_id


def owner_is_in_it() -> models.Exists:
    """Of a row with an ``owner`` and a ``mentorship``: whoever left a circle shares nothing with it any more."""
    there = Participant.objects.filter(
        mentorship=models.OuterRef("mentorship"), person=models.OuterRef("owner")
    )
    return models.Exists(there)


class ParticipantQuerySet(models.QuerySet["Participant"]):
    """Who sees who is in a mentorship."""

    def visible_to(self, person: Person) -> ParticipantQuerySet:
        """The people of a mentorship are seen by the people in it."""
        return self.filter(mentorship__participants__person=person)


class ParticipantManager(models.Manager.from_queryset(ParticipantQuerySet)):  # type: ignore[misc]  # built by Django
    """Nobody asks for a participant without asking who it is."""

    def get_queryset(self) -> ParticipantQuerySet:
        """Every participant with the person."""
        people: ParticipantQuerySet = super().get_queryset()
        return people.select_related("person")


class Participant(models.Model):
    """A person in a mentorship, on one side of it."""

    class Side(models.TextChoices):
        """Who they are to each other."""

        MENTOR = "mentor", _("Mentor")
        MENTEE = "mentee", _("Mentee")

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="participations")
    side = models.CharField(max_length=8, choices=Side)

    objects: ClassVar[ParticipantManager] = ParticipantManager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["mentorship", "person"], name="one_side_each")]
