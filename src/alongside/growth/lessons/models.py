"""What somebody chose in a lesson, and what they thought; nobody else sees either."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.vault.sealed import SealedText


class AttendedQuerySet(models.QuerySet["Attended"]):
    """Which attended lessons a person sees."""

    def visible_to(self, person: Person) -> AttendedQuerySet:
        """Only one's own."""
        return self.filter(person=person)


class Attended(Row):
    """A lesson that somebody went through; going through it again changes the row."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="lessons_attended")
    lesson = models.CharField(max_length=40)
    choice = SealedText()
    """The place of the choice, from 0."""
    thought = SealedText()

    objects = AttendedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "lesson"], name="one_row_a_lesson")]

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id

    @property
    def chosen(self) -> int:
        """The place of the choice."""
        return int(self.choice)
