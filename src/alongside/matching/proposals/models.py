"""Proposals, which both sides answer, and the line of those who wait for one."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.matching.rounds.models import Decision, Round
from alongside.mentoring.mentorships.models import Mentorship
from alongside.programmes.participations.models import Side


class ProposalQuerySet(models.QuerySet["Proposal"]):
    """Who sees which proposal."""

    def visible_to(self, person: Person) -> ProposalQuerySet:
        """By who runs the round, and by the two people once they are invited."""
        runs = Round.objects.run_by(person).values("pk")
        return self.filter(Q(round__in=runs) | self._sent_to(person))

    def answered_by(self, person: Person) -> ProposalQuerySet:
        """Those that the person was invited to."""
        return self.filter(self._sent_to(person))

    def standing(self) -> ProposalQuerySet:
        """Those that hold a place: nobody has said no, and the time is not over."""
        return self.filter(state__in=[Proposal.State.DRAFT, Proposal.State.INVITED, Proposal.State.ACCEPTED])

    def for_list(self) -> ProposalQuerySet:
        """Everything that a list shows, by the mentee's name."""
        both = self.select_related("mentee__profile", "mentor__profile", "round__programme", "mentorship")
        return both.prefetch_related("mentee__positions", "mentor__positions").order_by("mentee__name", "pk")

    def _sent_to(self, person: Person) -> Q:
        return (Q(mentee=person) | Q(mentor=person)) & ~Q(state=Proposal.State.DRAFT)


class Proposal(Row):
    """Two people whom a round would bring together. Both say yes or no; two yeses begin a mentorship."""

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("Draft")
        INVITED = "invited", _("Invited")
        ACCEPTED = "accepted", _("Accepted by both")
        DECLINED = "declined", _("Declined")
        LAPSED = "lapsed", _("Not answered in time")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    class Answer(models.TextChoices):
        """What one side has said."""

        NONE = "", _("No answer yet")
        YES = "yes", _("Accepted")
        NO = "no", _("Declined")

    class Why(models.TextChoices):
        """Why somebody says no: it decides what happens next, and the other side never reads it."""

        NOT_THEM = "not_them", _("Not with this person; I stay in the round")
        NOT_NOW = "not_now", _("Not at all this time; I leave the round")

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="proposals")
    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="proposals")
    mentee = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    mentor = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    fit = models.PositiveSmallIntegerField()
    """Hundredths of a point: 0 … 10,000."""
    parts = models.JSONField(default=list)
    """The six parts in hundredths, in the order of ``problem.PARTS``; they add up to ``fit``."""
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    mentee_said = models.CharField(max_length=4, choices=Answer, blank=True, default=Answer.NONE)
    mentor_said = models.CharField(max_length=4, choices=Answer, blank=True, default=Answer.NONE)
    why = models.CharField(max_length=10, choices=Why, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    mentorship = models.OneToOneField(
        Mentorship, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposal"
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "mentee", "mentor"],
                condition=Q(state__in=["draft", "invited", "accepted"]),
                name="one_standing_proposal_a_pair",
            ),
            models.UniqueConstraint(
                fields=["round", "mentee"],
                condition=Q(state__in=["draft", "invited", "accepted"]),
                name="one_standing_proposal_a_mentee",
            ),
            models.CheckConstraint(condition=~Q(mentee=F("mentor")), name="nobody_is_proposed_to_themself"),
        ]
        indexes = [models.Index(fields=["mentor", "state"]), models.Index(fields=["state", "expires_at"])]

    def side_of(self, person: Person) -> Side:
        """On which side of it somebody stands."""
        return Side.MENTEE if self.mentee_id == person.pk else Side.MENTOR


class WaitingQuerySet(models.QuerySet["Waiting"]):
    """Who sees who waits."""

    def current(self) -> WaitingQuerySet:
        """Those who still wait."""
        return self.filter(ended_at=None)

    def visible_to(self, person: Person) -> WaitingQuerySet:
        """One's own place, and the whole line for who runs the round."""
        return self.filter(Q(person=person) | Q(round__in=Round.objects.run_by(person).values("pk")))

    def for_list(self) -> WaitingQuerySet:
        """The line, from its head."""
        return self.select_related("person").order_by("created_at", "pk")


class Waiting(Row):
    """A mentee's place in the line of a round, by when they began to wait."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="waiting")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="waits")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = WaitingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "person"], condition=Q(ended_at=None), name="one_place_in_the_line"
            )
        ]
