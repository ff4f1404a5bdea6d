"""What a person has done: the track record that others look for."""

from __future__ import annotations

from typing import TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.people.profiles.models import findable

from .words import Function, Industry, Level, Move, ProductType, Size, Stage

RowT = TypeVar("RowT", bound=models.Model)


class CareerQuerySet(models.QuerySet[RowT]):
    """Which parts of careers a person sees."""

    def visible_to(self, person: Person) -> CareerQuerySet[RowT]:
        """A career is seen by whose it is and by everybody who may find them."""
        found = findable(person, path="person__", profile="person__profile__")
        return self.filter(models.Q(person=person) | found)

    def of(self, person: Person) -> CareerQuerySet[RowT]:
        """One person's own part, in the order in which it was told: the same words are gathered each time."""
        return self.filter(person=person).order_by("pk")


class Position(Row):
    """A job, with the company as it was then."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="positions")
    title = models.CharField(max_length=160)
    company = models.CharField(max_length=160)
    function = models.CharField(max_length=12, choices=Function, default=Function.PRODUCT)
    level = models.PositiveSmallIntegerField(choices=Level, null=True, blank=True)
    manages = models.BooleanField(default=False)
    """Whether the position leads people."""
    size = models.CharField(max_length=12, choices=Size, blank=True)
    stage = models.CharField(max_length=12, choices=Stage, blank=True)
    industry = models.CharField(max_length=14, choices=Industry, blank=True)
    product_type = models.CharField(max_length=16, choices=ProductType, blank=True)
    started = models.DateField(null=True, blank=True)
    ended = models.DateField(null=True, blank=True)
    about = models.TextField(max_length=3000, blank=True)
    source = models.CharField(max_length=12, blank=True)
    source_key = models.CharField(max_length=64, blank=True)
    """Where it was imported from and its fingerprint there, so that a second import updates."""

    objects = CareerQuerySet["Position"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended=None)
                | models.Q(started=None)
                | models.Q(ended__gte=models.F("started")),
                name="ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["person", "source", "source_key"],
                condition=~models.Q(source_key=""),
                name="imported_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.company}"


class Transition(Row):
    """A move: derived from two positions, or stated by the person."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="transitions")
    move = models.CharField(max_length=24, choices=Move)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    stated = models.BooleanField(default=False)
    note = models.CharField(max_length=300, blank=True)

    objects = CareerQuerySet["Transition"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "move", "year"], name="one_move_a_year", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_move_display()} ({self.year})" if self.year else self.get_move_display()


class Launch(Row):
    """Something brought to people, with its measure before and after."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="launches")
    position = models.ForeignKey(
        Position, null=True, blank=True, on_delete=models.SET_NULL, related_name="launches"
    )
    product = models.CharField(max_length=160)
    problem = models.TextField(max_length=2000)
    part = models.TextField(max_length=2000)
    measure = models.CharField(max_length=160, blank=True)
    before = models.CharField(max_length=60, blank=True)
    after = models.CharField(max_length=60, blank=True)
    link = models.URLField(max_length=500, blank=True)
    launched = models.DateField(null=True, blank=True)
    skills = ArrayField(models.CharField(max_length=16), default=list, blank=True)
    """Keys of the skills framework, such as B3; codes of the skills of another one."""

    objects = CareerQuerySet["Launch"].as_manager()

    def __str__(self) -> str:
        return self.product


class Story(Row):
    """A success or a failure, told honestly, and what was learned."""

    class Kind(models.TextChoices):
        """How it ended."""

        SUCCESS = "success", _("It went well")
        FAILURE = "failure", _("It failed")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="stories")
    kind = models.CharField(max_length=8, choices=Kind)
    title = models.CharField(max_length=160)
    happened = models.TextField(max_length=4000)
    learned = models.TextField(max_length=2000)
    skills = ArrayField(models.CharField(max_length=16), default=list, blank=True)
    """Keys of the skills framework, such as B3; codes of the skills of another one."""

    objects = CareerQuerySet["Story"].as_manager()

    def __str__(self) -> str:
        return self.title
