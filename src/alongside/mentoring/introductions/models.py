"""An introduction, and what came of it."""

from __future__ import annotations

from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship
from alongside.vault.sealed import SealedText


class IntroductionQuerySet(models.QuerySet["Introduction"]):
    """Which introductions a person sees."""

    def visible_to(self, person: Person) -> IntroductionQuerySet:
        """The mentee who asked and the mentor who was asked; in a circle nobody else."""
        return self.filter(models.Q(mentee=person) | models.Q(mentor=person))

    def under_way(self) -> IntroductionQuerySet:
        """Those that wait for somebody's answer."""
        return self.filter(state__in=[Introduction.State.ASKED, Introduction.State.SENT])

    def made(self) -> IntroductionQuerySet:
        """Those to which everybody said yes."""
        return self.filter(state=Introduction.State.MADE)

    def for_list(self) -> IntroductionQuerySet:
        """Everything that a list shows, the newest first, in two queries."""
        rows = self.select_related("mentorship", "mentee", "mentor").prefetch_related("outcomes")
        return rows.order_by("-created_at")


class Introduction(Row):
    """The mentee asks, the mentor passes it on, the third person answers; a no is never attributed."""

    class State(models.TextChoices):
        """Where it stands. The mentee is never told who said no, nor that it had been passed on."""

        ASKED = "asked", _("Waits for the mentor")
        KEPT = "kept", _("Not passed on")
        SENT = "sent", _("Waits for their answer")
        REFUSED = "refused", _("They said no")
        MADE = "made", _("Introduced")
        EXPIRED = "expired", _("Ran out")
        WITHDRAWN = "withdrawn", _("Taken back")

    class Answer(models.TextChoices):
        """What the third person said."""

        YES = "yes", _("Yes, gladly")
        NOT_NOW = "not_now", _("Not now")
        NO = "no", _("No, thank you")

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="introductions")
    mentee = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="introductions_asked")
    mentor = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="introductions_given")
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    wanted = SealedText()
    """Whom the mentee would like to meet: a name, or a kind of person."""
    purpose = SealedText()
    """Why, for the mentor."""
    blurb = SealedText()
    """About the mentee and the question, for the third person to read."""
    reason = SealedText()
    """Why the mentor did not pass it on; the mentor's own."""
    target_name = SealedText()
    target_email = SealedText()
    target_digest = models.CharField(max_length=64, blank=True, db_index=True)
    """A keyed digest of the address, to count letters to it without knowing it."""
    note = SealedText()
    """What the mentor adds for the third person."""
    answer = models.CharField(max_length=8, choices=Answer, blank=True, default="")
    token_digest = models.CharField(max_length=64, null=True, blank=True, unique=True)
    passed_on_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    """When it stopped waiting, whichever way."""
    thanks = SealedText()
    thanked_at = models.DateTimeField(null=True, blank=True)
    first_asked_at = models.DateTimeField(null=True, blank=True)
    """When the mentee was asked, after 30 days, what came of it."""
    second_asked_at = models.DateTimeField(null=True, blank=True)
    """When the mentee was asked again, after 90 days."""

    objects = IntroductionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(mentee=models.F("mentor")), name="nobody_introduces_themself"
            )
        ]

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.mentorship.key_id

    @property
    def is_under_way(self) -> bool:
        """Whether it waits for somebody's answer."""
        return self.state in (self.State.ASKED, self.State.SENT)

    @property
    def waits_for_answer(self) -> bool:
        """Whether the third person's link still takes an answer."""
        return self.state == self.State.SENT and self.expires_at > now()

    @property
    def is_made(self) -> bool:
        """Whether the two have been introduced."""
        return self.state == self.State.MADE


class OutcomeQuerySet(models.QuerySet["Outcome"]):
    """Which outcomes a person sees."""

    def visible_to(self, person: Person) -> OutcomeQuerySet:
        """What came of an introduction is seen by whoever sees the introduction."""
        return self.filter(introduction__in=Introduction.objects.visible_to(person))


class Outcome(Row):
    """What came of an introduction, as the mentee told it one day."""

    class Kind(models.TextChoices):
        """What came of it."""

        NOTHING = "nothing", _("Nothing so far")
        MET = "met", _("We met")
        TALK = "talk", _("A talk, an article or an invitation to speak")
        JOB = "job", _("A job or a new role")
        CUSTOMER = "customer", _("A customer or a partner")
        OTHER = "other", _("Something else")

    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="outcomes")
    kind = models.CharField(max_length=10, choices=Kind)
    text = SealedText()

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.introduction.mentorship.key_id


def digest_of_address(email: str) -> str:
    """The same for the same address, and nothing that leads back to it without the instance's key."""
    return salted_hmac("introductions.address", email.lower(), algorithm="sha256").hexdigest()
