"""A win, or what may become one; its texts are sealed under the person's own key."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.vault.sealed import SealedText


class WinQuerySet(models.QuerySet["Win"]):
    """Which wins a person sees."""

    def visible_to(self, person: Person) -> WinQuerySet:
        """Only one's own; others read of one in a portfolio, if its person puts it there."""
        return self.filter(person=person)

    def for_list(self) -> WinQuerySet:
        """Everything that a list shows: what is waited for first, then the newest."""
        return self.select_related("person").order_by(models.F("told_at").desc(nulls_first=True), "-pk")

    def won(self) -> WinQuerySet:
        """Those of which something good came."""
        return self.filter(outcome__in=[Win.Outcome.YES, Win.Outcome.PARTLY])

    def due(self, day: dt.date) -> WinQuerySet:
        """Waited for, the day has come, not asked yet, and the person is still here."""
        ripe = self.filter(told_at=None, ask_on__lte=day, asked_at=None, person__is_active=True)
        return ripe.select_related("person")


class Win(Row):
    """What was done, what came of it, and the measure before and after. Until that is told, it is waited for."""

    class Source(models.TextChoices):
        """Where it began."""

        OWN = "own", _("Your own")
        REHEARSAL = "rehearsal", _("A rehearsal")
        ADVICE = "advice", _("Advice")
        DECISION = "decision", _("A career decision")

    class Outcome(models.TextChoices):
        """Whether it worked."""

        YES = "yes", _("It worked")
        PARTLY = "partly", _("Partly")
        NO = "no", _("It did not work")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="wins")
    source = models.CharField(max_length=10, choices=Source, default=Source.OWN)
    source_code = models.CharField(max_length=16, blank=True, default="")
    """The code of what it came from."""
    title = SealedText()
    result = SealedText()
    measure = SealedText()
    measure_before = SealedText()
    measure_after = SealedText()
    part = SealedText()
    """One's own part in it."""
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True, default="")
    ask_on = models.DateField(null=True, blank=True)
    """The day on which to ask what came of it."""
    asked_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    objects = WinQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["person", "-told_at"]),
            models.Index(fields=["ask_on"], condition=models.Q(told_at=None), name="wins_to_ask_about"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "source", "source_code"],
                condition=~models.Q(source_code=""),
                name="one_win_of_a_thing",
            )
        ]

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id

    @property
    def measured(self) -> str:
        """The measure before and after, if both were told."""
        both = self.measure_before and self.measure_after
        return f"{self.measure_before} → {self.measure_after}" if both else ""
