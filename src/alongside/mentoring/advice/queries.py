"""The ledger: all advice of a mentorship, by how far it has come."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.kit.nested import belonging
from alongside.mentoring.mentorships.models import Mentorship

from .models import Action, Advice

Decision = Advice.Decision
TAKEN = Q(decision__in=[Decision.DO, Decision.ADAPT])
STATES: dict[str, tuple[str | Promise, Q]] = {
    "open": (_("Not decided yet"), Q(decision=Decision.OPEN)),
    "trying": (_("Being tried"), TAKEN & Q(result_at=None)),
    "told": (_("With a result"), TAKEN & Q(result_at__isnull=False)),
    "not_done": (_("Not done, with a reason"), Q(decision=Decision.NOT_DO)),
}
MOST = 200


@dataclass(frozen=True, slots=True)
class State:
    """A state that advice can be in, and how much is."""

    key: str
    label: str | Promise
    count: int


def states(mentorship: Mentorship) -> list[State]:
    """Every state with its number, and all of them first; in one query."""
    counted = {key: Count("pk", filter=which) for key, (_label, which) in STATES.items()}
    found = Advice.objects.filter(mentorship=mentorship).aggregate(every=Count("pk"), **counted)
    every = State("", _("All"), found["every"])
    return [every, *(State(key, label, found[key]) for key, (label, _which) in STATES.items())]


def ledger(mentorship: Mentorship, state: str) -> list[Advice]:
    """The advice of a mentorship in this state, or all of it, the newest first; what follows comes along."""
    following = Action.objects.select_related("owner").order_by("pk")
    rows = Advice.objects.filter(STATES[state][1] if state in STATES else Q(), mentorship=mentorship)
    rows = rows.select_related("mentor", "meeting").prefetch_related(Prefetch("actions", following))
    found = belonging(rows.order_by("-created_at", "-pk")[:MOST], mentorship=mentorship)
    for advice in found:
        belonging(advice.actions.all(), mentorship=mentorship)
    return found
