"""Begin a round, get everybody ready, freeze it, end it."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.matching import problem
from alongside.programmes.participations.models import Side
from alongside.programmes.programmes.models import Programme

from . import rules
from .gathering import everybody
from .models import Round, Snapshot
from .ready import sides_of
from .refusing import refused
from .steps import drop_draft, end, locked

State = Round.State
CHANGEABLE = {"name", "collect_until", "answer_days", "decided_by", "weights", "rules"}
DECIDES = {"decided_by", "weights", "rules"}
"""What makes a draft that was worked out before no longer true."""
NUDGE_EVERY = dt.timedelta(hours=20)
LOTS = 2**31 - 1
RUNS = ["waiting", "running"]


@transaction.atomic
def begin(programme: Programme, *, by: Person, **fields: Any) -> Round:  # Any: one value for each field
    """Begin to collect for a new round of a programme, with the programme's weights and a lot of its own."""
    round = Round(programme=programme, seed=secrets.randbelow(LOTS), weights=programme.weights)
    require(rules.can_begin(by, round))
    _set(round, fields)
    round.save()
    record("round.begun", by=by, about=round, programme=programme.code)
    return round


@transaction.atomic
def change(round: Round, *, by: Person, **fields: Any) -> None:  # Any: one value for each field
    """Change the round as long as nothing is proposed; a draft that is no longer true is thrown away."""
    require(rules.can_change(by, round))
    locked(round, State.COLLECTING, State.FROZEN)
    _set(round, fields)
    if fields.keys() & DECIDES:
        drop_draft(round)
    round.save(update_fields=[*fields])
    record("round.changed", by=by, about=round, fields=", ".join(sorted(fields)))


@transaction.atomic
def nudge(round: Round, *, by: Person) -> int:
    """Remind everybody to whom something is missing, at most once a day; return how many."""
    require(rules.can_nudge(by, round))
    locked(round, State.COLLECTING)
    before = Event.objects.filter(
        verb="round.nudged", about_code=round.code, created_at__gt=now() - NUDGE_EVERY
    )
    if before.exists():
        raise Refused(_("They were reminded within the last day. Remind them again tomorrow."))
    count = len(sides_of(round).missing())
    if not count:
        raise Refused(_("Everybody is ready; there is nobody to remind."))
    record("round.nudged", by=by, about=round, count=count)
    return count


@transaction.atomic
def freeze(round: Round, *, by: Person) -> Snapshot:
    """Keep everybody who is ready as they are now; the round is decided from that. Can be done anew."""
    require(rules.can_freeze(by, round))
    locked(round, State.COLLECTING, State.FROZEN)
    sides = sides_of(round)
    for side, sentence in NOBODY.items():
        if not sides.ready(side):
            raise Refused(sentence())
    drop_draft(round)
    round.snapshot = everybody(round, sides)
    round.state, round.frozen_at = State.FROZEN, now()
    round.save(update_fields=["snapshot", "state", "frozen_at"])
    counts = {"mentees": round.snapshot.mentees, "mentors": round.snapshot.mentors}
    record("round.frozen", by=by, about=round, **counts)
    return round.snapshot


NOBODY: dict[Side, Callable[[], str]] = {
    Side.MENTEE: lambda: _("No mentee is ready yet. Remind them to finish their briefs, then freeze."),
    Side.MENTOR: lambda: _("No mentor with a free place is ready yet. Remind them, then freeze."),
}


@transaction.atomic
def cancel(round: Round, *, by: Person) -> None:
    """Call the round off: nobody waits for anything any longer; mentorships that have begun go on."""
    require(rules.can_cancel(by, round))
    locked(round, *(state for state in State if state not in {State.CLOSED, State.CANCELLED}))
    round.runs.filter(state__in=RUNS).update(stop_asked=True)
    end(round, State.CANCELLED)
    record("round.cancelled", by=by, about=round)


@transaction.atomic
def close(round: Round, *, by: Person) -> None:
    """End a round whose invitations are all answered; the waiting list ends with it."""
    require(rules.can_close(by, round))
    locked(round, State.INVITING)
    if round.proposals.filter(state="invited").exists():
        raise Refused(
            _("Some invitations are not answered yet. Wait for their last day, then close the round.")
        )
    end(round, State.CLOSED)
    record("round.closed", by=by, about=round)


def _set(round: Round, fields: Mapping[str, Any]) -> None:  # Any: one value for each field
    unknown = fields.keys() - CHANGEABLE
    if unknown:
        raise TypeError(f"a round has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(round, name, value)
    try:
        problem.weighed(round.weights)
        problem.rules_of(round.rules)
    except problem.InputError as error:
        raise refused(error) from error
