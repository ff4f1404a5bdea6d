"""Say whom one would like, most wanted first."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.matching.rounds.models import Round

from . import rules
from .models import RANKABLE, RANKED_AT_MOST, Ranking
from .shortlist import open_to


@transaction.atomic
def rank(round: Round, side: str, others: Sequence[Person], *, by: Person) -> None:
    """Put up to five people in this order, in place of what was said before; nobody at all takes it back."""
    require(rules.can_rank(by, round))
    round = Round.objects.select_for_update(of=("self",)).select_related("programme").get(pk=round.pk)
    if round.state not in RANKABLE:
        raise Refused(_("This round is decided already, so the order cannot be changed any more."))
    if len(others) > RANKED_AT_MOST or len({one.pk for one in others}) < len(others):
        raise Refused(_("Name up to five different people."))
    if {one.pk for one in others} - open_to(round, by, side):
        raise Refused(_("Somebody whom you named is no longer in this round. Look at the list again."))
    Ranking.objects.filter(round=round, person=by, side=side).delete()
    Ranking.objects.bulk_create(
        Ranking(round=round, person=by, side=side, other=other, place=place)
        for place, other in enumerate(others, start=1)
    )
    record("round.ranked", by=by, about=round)
