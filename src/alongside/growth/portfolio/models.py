"""A case of a portfolio, and a link by which somebody reads the chosen ones."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.vault.sealed import SealedText

PARTS = ("problem", "users", "role", "decision", "trade_off", "result", "artefact")
"""What a complete case tells."""


class CaseQuerySet(models.QuerySet["Case"]):
    """Which cases a person sees."""

    def visible_to(self, person: Person) -> CaseQuerySet:
        """Only one's own; others read the chosen ones by a link, with what is marked left out."""
        return self.filter(person=person)

    def for_list(self) -> CaseQuerySet:
        """In the order in which they are shown."""
        return self.select_related("person").order_by("place", "pk")


class Case(Row):
    """One piece of work, told by the decision in it. What stands in [[double brackets]] is for its author alone."""

    class Because(models.TextChoices):
        """How sure it is that the result came of the work."""

        TESTED = "tested", _("Tested: we compared with and without")
        LIKELY = "likely", _("Likely: nothing else changed that we know of")
        PERHAPS = "perhaps", _("Perhaps: other things changed too")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="cases")
    title = SealedText()
    problem = SealedText()
    users = SealedText()
    role = SealedText()
    decision = SealedText()
    trade_off = SealedText()
    result = SealedText()
    because = models.CharField(max_length=8, choices=Because, blank=True, default="")
    otherwise = SealedText()
    """What would have happened otherwise."""
    team = SealedText()
    """Who else did it."""
    artefact = SealedText()
    """The address of something to look at."""
    chosen = models.BooleanField(default=False)
    place = models.PositiveSmallIntegerField(default=0)

    objects = CaseQuerySet.as_manager()

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id

    @property
    def filled(self) -> int:
        """How many of the seven parts are told."""
        return sum(bool(getattr(self, part)) for part in PARTS)


class ShowingQuerySet(models.QuerySet["Showing"]):
    """Which links a person sees."""

    def visible_to(self, person: Person) -> ShowingQuerySet:
        """Only those to one's own portfolio."""
        return self.filter(person=person)

    def open(self) -> ShowingQuerySet:
        """Those that were not withdrawn."""
        return self.filter(withdrawn_at=None)


class Showing(Row):
    """A link that shows the chosen cases to whoever has it, until it is withdrawn."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="showings")
    reader = SealedText()
    """For whom it was made, in the person's words."""
    token = SealedText()
    """For its owner to copy again; the table is searched by its digest."""
    token_digest = models.CharField(max_length=64, unique=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ShowingQuerySet.as_manager()

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id
