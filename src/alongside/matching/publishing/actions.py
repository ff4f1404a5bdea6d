"""Decide, propose, approve, publish: each step once, whoever else presses at the same moment."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.matching.proposals import line
from alongside.matching.proposals.models import Proposal
from alongside.matching.rounds.models import Round, Run
from alongside.matching.rounds.steps import drop_draft, locked
from alongside.matching.studio.models import Scenario

from . import rules
from .standing import still_possible

State = Round.State
UNDER_WAY = [Run.State.WAITING, Run.State.RUNNING]


@transaction.atomic
def decide(round: Round, *, by: Person, scenario: Scenario | None = None) -> Run:
    """Have a draft worked out by a job; with a scenario, the round takes on its weights, rules and aim."""
    require(rules.can_decide(by, round))
    locked(round, State.FROZEN)
    if round.runs.filter(state__in=UNDER_WAY).exists():
        raise Refused(_("A draft is being worked out already. Wait for it, or stop it first."))
    drop_draft(round)
    if scenario is not None:
        round.weights, round.decided_by = scenario.weights, scenario.aim
        round.rules = {name: rule for name, rule in scenario.rules.items() if name not in {"must", "never"}}
        round.save(update_fields=["weights", "decided_by", "rules"])
    run = Run.objects.create(round=round, by=by, scenario=scenario)
    record("run.begun", by=by, about=run, round=round.code)
    return run


@transaction.atomic
def stop(run: Run, *, by: Person) -> None:
    """Ask the job to stop; one that has not begun ends at once."""
    require(rules.can_stop(by, run))
    run = Run.objects.select_for_update(of=("self",)).select_related("round").get(pk=run.pk)
    if run.state not in UNDER_WAY:
        raise Refused(_("This work has ended already."))
    run.stop_asked = True
    if run.state == Run.State.WAITING:
        run.state, run.ended_at = Run.State.CANCELLED, now()
    run.save(update_fields=["stop_asked", "state", "ended_at"])
    record("run.stopped", by=by, about=run)


@transaction.atomic
def propose(round: Round, *, by: Person) -> None:
    """Hand the draft to a second pair of eyes."""
    require(rules.can_propose(by, round))
    locked(round, State.FROZEN)
    if round.decision_id is None or not round.proposals.filter(state="draft").exists():
        raise Refused(_("There is no draft yet. Decide the round first."))
    round.state, round.proposed_by, round.reviewed_by = State.PROPOSED, by, None
    round.save(update_fields=["state", "proposed_by", "reviewed_by"])
    record("round.proposed", by=by, about=round)


@transaction.atomic
def send_back(round: Round, *, by: Person) -> None:
    """Back to the studio: nobody is invited by this draft as it is."""
    require(rules.can_send_back(by, round))
    locked(round, State.PROPOSED, State.REVIEWED)
    round.state, round.reviewed_by = State.FROZEN, None
    round.save(update_fields=["state", "reviewed_by"])
    record("round.sent_back", by=by, about=round)


@transaction.atomic
def approve(round: Round, *, by: Person) -> None:
    """A second pair of eyes has looked at every pair that it wanted to, and agrees."""
    locked(round, State.PROPOSED)
    require(rules.can_approve(by, round))
    round.state, round.reviewed_by = State.REVIEWED, by
    round.save(update_fields=["state", "reviewed_by"])
    record("round.approved", by=by, about=round)


@transaction.atomic
def publish(round: Round, *, by: Person) -> int:
    """Invite both sides of every pair that is still possible; the rest wait, and get the next best.

    Returns how many pairs were invited. Of two coordinators at once, one publishes and the other is told.
    """
    require(rules.can_publish(by, round))
    locked(round, State.REVIEWED)
    round.state, round.invited_at = State.INVITING, now()
    round.save(update_fields=["state", "invited_at"])
    stands, gone = still_possible(round)
    fallen = Proposal.objects.filter(pk__in=[one.pk for one in gone])
    fallen.update(state=Proposal.State.WITHDRAWN, ended_at=now())
    invited = line.invite(round, stands)
    record("round.published", by=by, about=round, invited=len(invited), fallen=len(gone))
    line.fill(round)
    return len(invited)
