"""A colleague's word for a position or a launch."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.kit.rows import Row
from alongside.people.careers.models import Launch, Position


class VouchQuerySet(models.QuerySet["Vouch"]):
    """Which vouches a person sees."""

    def visible_to(self, person: Person) -> VouchQuerySet:
        """Whoever asked sees what they asked; others only see the mark beside what was confirmed."""
        return self.filter(person=person)

    def open(self) -> VouchQuerySet:
        """Asked, and still waiting for an answer."""
        return self.filter(answer=Vouch.Answer.ASKED, withdrawn_at=None, expires_at__gt=now())

    def confirmed(self) -> VouchQuerySet:
        """Confirmed, and what was confirmed still says the same."""
        return self.filter(answer=Vouch.Answer.CONFIRMED, changed_at=None)


class Vouch(Row):
    """Asked by the person, answered by the colleague; only a digest of the link's token is kept."""

    class Answer(models.TextChoices):
        """What the colleague said."""

        ASKED = "", _("Not answered yet")
        CONFIRMED = "confirmed", _("Confirmed")
        DECLINED = "declined", _("Declined")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="vouches")
    position = models.ForeignKey(
        Position, null=True, blank=True, on_delete=models.CASCADE, related_name="vouches"
    )
    launch = models.ForeignKey(
        Launch, null=True, blank=True, on_delete=models.CASCADE, related_name="vouches"
    )
    colleague_name = models.CharField(max_length=120)
    colleague_email = models.EmailField()
    relation = models.CharField(max_length=120, blank=True)
    """How they worked together, in the colleague's own words."""
    comment = models.CharField(max_length=600, blank=True)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.ASKED, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    """When what was confirmed was changed; the mark goes then."""
    confirmed_facts = models.CharField(max_length=64, blank=True)
    """A digest of exactly what the colleague saw and confirmed."""
    token_digest = models.CharField(max_length=64, unique=True)

    objects = VouchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(position=None) ^ models.Q(launch=None), name="about_one_thing"
            )
        ]

    @property
    def about(self) -> Position | Launch:
        """The position or the launch."""
        about = self.position or self.launch
        assert about is not None
        return about

    @property
    def is_open(self) -> bool:
        """Whether the link still waits for an answer."""
        asked = self.answer == self.Answer.ASKED and self.withdrawn_at is None
        return asked and self.expires_at > now()
