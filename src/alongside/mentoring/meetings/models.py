"""Meetings, their agenda and their notes."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship
from alongside.people.offers.models import Cadence, Help
from alongside.vault.sealed import SealedText


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Which meetings a person sees."""

    def visible_to(self, person: Person) -> MeetingQuerySet:
        """A meeting is seen by the people whose mentorship it belongs to."""
        return self.filter(mentorship__in=Mentorship.objects.visible_to(person))

    def with_people(self) -> MeetingQuerySet:
        """Each with its mentorship and the people in it."""
        return self.select_related("mentorship", "series").prefetch_related("mentorship__participants")

    def planned(self) -> MeetingQuerySet:
        """Those that are still to come, or whose outcome nobody told."""
        return self.filter(state=Meeting.State.PLANNED)

    def unprepared(self) -> MeetingQuerySet:
        """Those for which nobody has written a topic; advice from before prepares nothing."""
        topics = AgendaItem.objects.filter(meeting=models.OuterRef("pk"))
        return self.filter(~models.Exists(topics))


class Series(Row):
    """Meetings at a steady wall-clock time of one zone, so that they move with daylight saving there."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="series")
    every_days = models.PositiveSmallIntegerField(choices=Cadence)
    zone = models.CharField(max_length=60)
    starts_on = models.DateField()
    at = models.TimeField()
    minutes = models.PositiveSmallIntegerField(default=45)
    until = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)
    uid = models.CharField(max_length=120, blank=True)
    """That of the one invitation to all of them; empty where each meeting has an invitation of its own."""
    organiser = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
    link = models.URLField(max_length=500, blank=True)


class Meeting(Row):
    """One meeting. ``uid`` and ``sequence`` are those of its calendar invitation."""

    class State(models.TextChoices):
        """What became of it."""

        PLANNED = "planned", _("Planned")
        HELD = "held", _("Held")
        MISSED = "missed", _("Did not take place")
        CANCELLED = "cancelled", _("Cancelled")

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="meetings")
    series = models.ForeignKey(
        Series, null=True, blank=True, on_delete=models.SET_NULL, related_name="meetings"
    )
    organiser = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    starts_at = models.DateTimeField()
    original_at = models.DateTimeField(null=True, blank=True)
    """When the series had it: by that, calendars know which of the series it is, wherever it was moved to."""
    minutes = models.PositiveSmallIntegerField(default=45)
    zone = models.CharField(max_length=60)
    """The zone in which the time was chosen."""
    link = models.URLField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    uid = models.CharField(max_length=120, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    invited_at = models.DateTimeField(null=True, blank=True)
    """When the invitation went out; a meeting far ahead is invited when it comes nearer."""
    reminded_at = models.DateTimeField(null=True, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["mentorship", "starts_at"]),
            models.Index(fields=["state", "starts_at"]),
        ]

    @property
    def ends_at(self) -> dt.datetime:
        """When it is over."""
        return self.starts_at + dt.timedelta(minutes=self.minutes)


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    """Which answers to invitations a person sees."""

    def visible_to(self, person: Person) -> AttendanceQuerySet:
        """Who comes is seen by the people whose meeting it is."""
        return self.filter(meeting__in=Meeting.objects.visible_to(person))


class Attendance(Row):
    """What somebody answered to the invitation to a meeting; who moves it says yes to the new time."""

    class Answer(models.TextChoices):
        """Whether they come."""

        YES = "yes", _("Comes")
        MAYBE = "maybe", _("May come")
        NO = "no", _("Cannot come")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(max_length=5, choices=Answer)
    answered_at = models.DateTimeField()

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="one_answer_to_a_meeting")]


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    """Which suggested times a person sees."""

    def visible_to(self, person: Person) -> SuggestionQuerySet:
        """Suggested times are seen by the people whose mentorship it is."""
        return self.filter(mentorship__in=Mentorship.objects.visible_to(person))

    def open(self) -> SuggestionQuerySet:
        """Those that wait for an answer."""
        return self.filter(closed_at=None)


class Suggestion(Row):
    """Up to three times for a meeting, of which one of the others picks one."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="suggestions")
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    times = models.JSONField(default=list)
    """Moments in UTC, as ISO 8601 writes them."""
    minutes = models.PositiveSmallIntegerField(default=45)
    link = models.URLField(max_length=500, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    """What was picked; nothing where none suited, or it was taken back."""

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]

    @property
    def moments(self) -> list[dt.datetime]:
        """The times, the earliest first."""
        return sorted(dt.datetime.fromisoformat(one) for one in self.times)


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    """Which agenda items a person sees."""

    def visible_to(self, person: Person) -> AgendaItemQuerySet:
        """An agenda item is seen by the people whose meeting it is."""
        return self.filter(meeting__in=Meeting.objects.visible_to(person))


class AgendaItem(Row):
    """A topic with one specific question."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda")
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    topic = SealedText()
    question = SealedText()
    help = models.CharField(max_length=10, choices=Help, blank=True)
    minutes = models.PositiveSmallIntegerField(default=15)
    place = models.PositiveSmallIntegerField(default=0)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["place", "pk"]

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.meeting.mentorship.key_id


class NoteQuerySet(models.QuerySet["Note"]):
    """Which notes a person sees."""

    def visible_to(self, person: Person) -> NoteQuerySet:
        """A shared note is seen by the people whose meeting it is; a private one by its author alone."""
        theirs = models.Q(shared=True, meeting__in=Meeting.objects.visible_to(person))
        return self.filter(theirs | models.Q(shared=False, author=person))


class Note(Row):
    """A note of a meeting: shared by the pair, or private to its author."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    shared = models.BooleanField(default=False)
    text = SealedText()
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(auto_now=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"], condition=models.Q(shared=True), name="one_shared_note"
            ),
            models.UniqueConstraint(
                fields=["meeting", "author"], condition=models.Q(shared=False), name="one_private_note_each"
            ),
        ]

    def seal_key_id(self) -> int:
        """The author's own key for a private note; the mentorship's for a shared one."""
        return self.meeting.mentorship.key_id if self.shared else self.author.key_id
