"""What has been worked out is kept for a while in the process: the same question is answered at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from json import dumps
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from alongside.kit.errors import Refused
from alongside.kit.latest import Latest
from alongside.matching import problem
from alongside.matching.problem import Asked, Problem, Step, Worked
from alongside.matching.rounds.gathering import rankings_of, rules_of
from alongside.matching.rounds.models import Aim, Round, Snapshot
from alongside.matching.rounds.refusing import refused
from alongside.programmes.programmes.weights import USUAL

from .asking import Setting, holds, plain, setting_of

T = TypeVar("T")
STEPS = 5
"""Pieces of the curve."""
AT_ONCE = 1_000_000
"""Pairs of a round up to which everything is worked out while somebody waits."""
SLOW_AIMS = (Aim.WORST_OFF, Aim.STABLE)
SLOW_RULES = ("inside", "one_per_team")
"""What lays out the whole table, perhaps many times: 12 to 40 seconds for 10,000 mentees by 3,000 mentors."""


BASES: Latest[Problem] = Latest(2)
WORKED: Latest[Worked] = Latest(48)
BALANCES: Latest[problem.Balance] = Latest(48)
CURVES: Latest[list[Step]] = Latest(12)


class Studio:
    """One frozen round, ready to be questioned with the pins and rankings of now."""

    def __init__(self, round: Round) -> None:
        if round.snapshot is None:
            raise Refused(_("The round is not frozen yet. Freeze it, then question it."))
        self.round, self.snapshot = round, round.snapshot
        self.base = base_of(round.snapshot)
        self.mentees = {int(str(key)) for key in self.base.columns.keys}
        self.mentors = {int(str(key)) for key in self.base.pool.columns.keys}
        self.rules = rules_of(round, self.mentees, self.mentors)
        self.rankings = rankings_of(round)

    def asked(self, setting: Setting) -> Asked:
        """The whole question."""
        by_name = {name: self.rules[name] for name in ("must", "never")}
        return Asked(
            aim=setting.aim,
            weights=setting.weights,
            rules={**setting.rules, **by_name},
            mentee_rankings=self.rankings["mentee"],
            mentor_rankings=self.rankings["mentor"],
            seed=self.round.seed,
        )

    @property
    def large(self) -> bool:
        """Whether the round is too large for what is worked out many times over."""
        return len(self.mentees) * len(self.mentors) > AT_ONCE

    def is_for_the_job(self, asked: Asked) -> bool:
        """Whether this takes longer than a page may: some aims and rules of a large round, unless it was decided so."""
        return self.large and _is_slow(asked) and self._decided(asked) is None

    def worked(self, asked: Asked) -> Worked:
        """The answer; what cannot be is refused with a sentence."""
        if self.is_for_the_job(asked):
            raise Refused(
                _(
                    "This takes longer than a page may in a round of this size. "
                    "Let the round be decided by it: that is worked out in the background."
                )
            )
        return WORKED.get(
            self._key(asked), lambda: self._work(lambda: Worked(self.base, asked, self._decided(asked)))
        )

    def stands(self) -> Setting:
        """How the round is decided as it stands; by total fit alone as long as that waits for the job."""
        setting = setting_of(self.round)
        if not self.is_for_the_job(self.asked(setting)):
            return setting
        quick = {name: value for name, value in setting.rules.items() if name not in SLOW_RULES}
        return replace(setting, aim=str(Aim.TOTAL), rules=quick)

    def today(self) -> Worked:
        """The round as it stands."""
        return self.worked(self.asked(self.stands()))

    def _decided(self, asked: Asked) -> list[tuple[int, int]] | None:
        """The pairs of the draft, when a large round was decided by just this."""
        decision = self.round.decision if self.large and _is_slow(asked) else None
        if decision is None or decision.snapshot_id != self.snapshot.pk or decision.seed != asked.seed:
            return None
        by_name = {name: decision.rules.get(name, []) for name in ("must", "never")}
        theirs = [
            decision.aim,
            decision.weights or USUAL,
            {**plain(decision.rules), **by_name},
            decision.rankings,
        ]
        ranked = {"mentee": asked.mentee_rankings, "mentor": asked.mentor_rankings}
        if dumps(theirs, sort_keys=True) != dumps(
            [asked.aim, asked.weights, asked.rules, ranked], sort_keys=True
        ):
            return None
        return [(mentee, mentor) for mentee, mentor, *_told in decision.result["pairs"]]

    def balance(self, worked: Worked) -> problem.Balance:
        """The same answer from all sides."""
        return BALANCES.get(self._key(worked.asked), lambda: problem.balance(worked))

    def curve(self, asked: Asked) -> list[Step]:
        """Total against worst-off; the aim does not matter."""
        asked = replace(asked, aim="total", rules={**asked.rules, "floor": None})
        return CURVES.get(
            self._key(asked), lambda: self._work(lambda: problem.curve(self.base, asked, steps=STEPS))
        )

    def _key(self, asked: Asked) -> tuple[str, str]:
        plain: list[Any] = [asked.aim, asked.weights, asked.rules, asked.seed]  # Any: plain values
        wishes = [sorted(asked.mentee_rankings.items()), sorted(asked.mentor_rankings.items())]
        return self.snapshot.digest, dumps([*plain, wishes], sort_keys=True)

    def _work(self, work: Callable[[], T]) -> T:
        try:
            return work()
        except problem.InputError as error:
            raise refused(error) from error


def _is_slow(asked: Asked) -> bool:
    return asked.aim in SLOW_AIMS or any(holds(name, asked.rules.get(name)) for name in SLOW_RULES)


def base_of(snapshot: Snapshot) -> Problem:
    """The people of a snapshot, read once."""
    return BASES.get(
        snapshot.digest, lambda: problem.problem_of(problem.people_of(snapshot.content), Asked())
    )
