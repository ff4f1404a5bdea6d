"""From step to step: a round goes forward only, and of two people at once one comes first."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.people.offers.actions import give_place_back

from .models import Round


def locked(round: Round, *states: str) -> None:
    """Hold the round until the end of the transaction and see that it stands where it must.

    Of two coordinators at once, the second sees what the first has done.
    """
    fresh = Round.objects.select_for_update(of=("self",)).get(pk=round.pk)
    for field in Round._meta.concrete_fields:
        setattr(round, field.attname, getattr(fresh, field.attname))
    if round.state in states:
        return
    raise Refused(
        _("This round has moved on: it stands at “%(state)s”. Open it again to see what can be done now.")
        % {"state": round.get_state_display()}
    )


def drop_draft(round: Round) -> None:
    """Throw the draft away that was worked out; the decision behind it is kept."""
    round.proposals.filter(state="draft").delete()
    if round.decision_id:
        round.decision = None
        round.save(update_fields=["decision"])


def end(round: Round, state: str) -> None:
    """End everything that is open in a round; a place that a mentor has given for it is free again."""
    for proposal in round.proposals.filter(state="invited", mentor_said="yes").select_related("mentor"):
        give_place_back(proposal.mentor, by=None)
    round.proposals.filter(state="draft").delete()
    round.proposals.filter(state="invited").update(state="withdrawn", ended_at=now())
    round.waiting.filter(ended_at=None).update(ended_at=now())
    round.state, round.ended_at = Round.State(state), now()
    round.save(update_fields=["state", "ended_at"])
