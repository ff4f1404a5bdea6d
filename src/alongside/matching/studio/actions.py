"""Demand something of a pair, take it back, swap two mentors; keep a scenario and throw one away."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.matching.rounds.models import Round
from alongside.matching.rounds.steps import drop_draft, locked

from . import rules
from .asking import Setting
from .comparing import figures
from .models import Pin, Scenario
from .working import Studio

State = Round.State
Pair = tuple[Person, Person]
"""A mentee and a mentor."""
SCENARIOS_AT_MOST = 20


@transaction.atomic
def pin(round: Round, pair: Pair, kind: str, *, by: Person) -> Pin:
    """Lock, forbid or pick a pair, whatever the weights say; a contradiction is named and nothing is kept."""
    require(rules.can_pin(by, round))
    locked(round, State.FROZEN)
    _both_here(round, [pair])
    pinned = _pin(round, pair, kind, by)
    _can_be(round)
    record("pin.added", by=by, about=pinned, round=round.code, kind=kind)
    return pinned


@transaction.atomic
def unpin(pin: Pin, *, by: Person) -> None:
    """Take back what was demanded of a pair."""
    require(rules.can_unpin(by, pin))
    locked(pin.round, State.FROZEN)
    record("pin.removed", by=by, about=pin, round=pin.round.code, kind=pin.kind)
    pin.delete()
    drop_draft(pin.round)


@transaction.atomic
def swap(round: Round, one: Pair, other: Pair, *, by: Person) -> None:
    """Let two mentees change their mentors: both new pairs are picked by hand."""
    require(rules.can_swap(by, round))
    locked(round, State.FROZEN)
    crossed = [(one[0], other[1]), (other[0], one[1])]
    _both_here(round, crossed)
    if one[0] == other[0] or one[1] == other[1]:
        raise Refused(_("A swap needs two mentees with two mentors. Choose somebody else."))
    for pair in crossed:
        _pin(round, pair, Pin.Kind.PICK, by)
    _can_be(round)
    record("round.swapped", by=by, about=round, one=one[0].code, other=other[0].code)


@transaction.atomic
def keep(round: Round, name: str, setting: Setting, *, by: Person) -> Scenario:
    """Keep what is tried under a name, with what came of it."""
    require(rules.can_keep(by, round))
    locked(round, *State)
    studio = Studio(round)
    if round.scenarios.filter(name=name).exists():
        raise Refused(_("There is a scenario of this name already. Give this one another name."))
    if round.scenarios.count() >= SCENARIOS_AT_MOST:
        raise Refused(_("Twenty scenarios are kept already. Throw one away, then keep this one."))
    worked = studio.worked(studio.asked(setting))
    found = figures(worked.fits)
    pairs = [[one, other, worked.fits[one]] for one, other in worked.pairs.items()]
    kept = Scenario.objects.create(
        round=round,
        snapshot=studio.snapshot,
        name=name,
        aim=setting.aim,
        weights=dict(setting.weights),
        rules=dict(worked.asked.rules),
        by=by,
        result={"pairs": pairs, "total": found.total, "people": found.people, "worst": found.worst},
    )
    record("scenario.kept", by=by, about=kept, round=round.code)
    return kept


@transaction.atomic
def drop(scenario: Scenario, *, by: Person) -> None:
    """Throw a scenario away; decisions that were taken by it stay as they are."""
    require(rules.can_drop(by, scenario))
    record("scenario.dropped", by=by, about=scenario, round=scenario.round.code)
    scenario.delete()


def _pin(round: Round, pair: Pair, kind: str, by: Person) -> Pin:
    """One mentee has one mentor: an earlier lock or pick of the same mentee makes way."""
    mentee, mentor = pair
    if kind != Pin.Kind.FORBID:
        round.pins.filter(mentee=mentee).exclude(kind=Pin.Kind.FORBID).delete()
    given = {"kind": kind, "by": by}
    return Pin.objects.update_or_create(round=round, mentee=mentee, mentor=mentor, defaults=given)[0]


def _both_here(round: Round, pairs: list[Pair]) -> None:
    studio = Studio(round)
    for mentee, mentor in pairs:
        if mentee.pk not in studio.mentees or mentor.pk not in studio.mentors:
            raise Refused(
                _(
                    "One of the two is not in the frozen round. Freeze it anew to bring them in, or choose another."
                )
            )


def _can_be(round: Round) -> None:
    """Work the round out with everything that is demanded; the draft before it is no longer true."""
    drop_draft(round)
    studio = Studio(round)
    studio.worked(studio.asked(studio.stands()))
