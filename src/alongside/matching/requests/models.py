"""A request from a mentee to a mentor."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.matching.briefs.models import Brief
from alongside.mentoring.mentorships.models import Mentorship
from alongside.people.offers.models import Format
from alongside.vault.models import DataKey
from alongside.vault.sealed import SealedText


class RequestQuerySet(models.QuerySet["Request"]):
    """Which requests a person sees."""

    def visible_to(self, person: Person) -> RequestQuerySet:
        """A request is seen by the one who sent it and the one who got it."""
        return self.filter(Q(mentee=person) | Q(mentor=person))

    def received_by(self, person: Person) -> RequestQuerySet:
        """A request is answered by the mentor who got it."""
        return self.filter(mentor=person)

    def unanswered(self) -> RequestQuerySet:
        """Those that take one of the three open places of each side."""
        return self.filter(state__in=[Request.State.SENT, Request.State.CHEMISTRY])

    def for_list(self) -> RequestQuerySet:
        """Everything that the list shows, the newest first."""
        people = self.select_related("mentee", "mentor", "mentorship")
        return people.prefetch_related("mentee__positions", "mentor__positions").order_by("-created_at")


class Request(Row):
    """Open in ``sent`` and ``chemistry``; ``waiting`` holds a place in the line of a full mentor."""

    class State(models.TextChoices):
        """Where it stands. The mentee reads ``declined`` as "not a fit now"."""

        SENT = "sent", _("Sent")
        CHEMISTRY = "chemistry", _("Chemistry call proposed")
        WAITING = "waiting", _("On the waiting list")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Not a fit now")
        EXPIRED = "expired", _("Expired")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    mentee = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="requests_sent")
    mentor = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="requests_received")
    brief = models.ForeignKey(Brief, null=True, on_delete=models.SET_NULL, related_name="requests")
    format = models.CharField(max_length=8, choices=Format, default=Format.LONG)
    goal = models.CharField(max_length=200)
    question = SealedText()
    identity_light = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State, default=State.SENT)
    private_reason = SealedText()
    """Why it was declined: for the mentor alone."""
    chemistry_times = models.JSONField(default=list, blank=True)
    chemistry_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    mentorship = models.ForeignKey(
        Mentorship, null=True, blank=True, on_delete=models.SET_NULL, related_name="requests"
    )
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+", editable=False)
    """The mentee's key: the question is theirs."""

    objects = RequestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mentee", "mentor"],
                condition=Q(state__in=["sent", "chemistry", "waiting"]),
                name="one_open_request_a_pair",
            ),
            models.CheckConstraint(condition=~Q(mentee=models.F("mentor")), name="nobody_asks_themself"),
        ]
        indexes = [models.Index(fields=["mentor", "state"]), models.Index(fields=["mentee", "state"])]

    @property
    def is_unanswered(self) -> bool:
        """Whether the mentor has still to answer."""
        return self.state in {self.State.SENT, self.State.CHEMISTRY}

    @property
    def is_open(self) -> bool:
        """Whether it can still become a mentorship."""
        return self.is_unanswered or self.state == self.State.WAITING

    def seal_key_id(self) -> int:
        """The mentee's key."""
        return self.key_id
