"""A colleague's word for a position or a launch."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.people.careers.models import Launch, Position


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
    token_digest = models.CharField(max_length=64, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(position=None) ^ models.Q(launch=None), name="about_one_thing"
            )
        ]
