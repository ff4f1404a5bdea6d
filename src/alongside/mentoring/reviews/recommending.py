"""Whether those who part would recommend mentoring: the net promoter score, mentees and mentors apart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.mentoring.mentorships.models import Participant

from .models import Review, ReviewAnswer

LOWEST, HIGHEST = 0, 10
"""Of one answer."""
PROMOTES, DETRACTS = 9, 6
"""From the first on somebody promotes; up to the second they detract."""
ENOUGH = 20
"""With fewer answers nothing is shown: one person would move it by more than 5, and could be guessed."""
STEP = 5
"""So many new answers join at a time: whoever looks before and after one mentorship closes learns nothing of it."""
WIDTH = 1.96
"""Standard errors to either side of 95 %."""


@dataclass(frozen=True, slots=True)
class NetPromoters:
    """How many answered 9 or 10, 7 or 8, and 0 to 6."""

    promoters: int
    passives: int
    detractors: int

    @property
    def count(self) -> int:
        """How many answered."""
        return self.promoters + self.passives + self.detractors

    @property
    def is_enough(self) -> bool:
        """Whether it may be shown."""
        return self.count >= ENOUGH

    @property
    def score(self) -> float:
        """The share of promoters less that of detractors, from −100 to 100 (Reichheld, 2003); 0 without answers."""
        return 100 * (self.promoters - self.detractors) / self.count if self.count else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval, within −100 and 100.

        An answer counts 1, 0 or −1, with the variance p₊ + p₋ − (p₊ − p₋)²; the mean of n has an n-th of it.
        """
        if not self.count:
            return -100.0, 100.0
        share, mean = (self.promoters + self.detractors) / self.count, self.score / 100
        half = 100 * WIDTH * math.sqrt(max(0.0, share - mean * mean) / self.count)
        return max(-100.0, self.score - half), min(100.0, self.score + half)


def net_promoters(answers: Iterable[int]) -> NetPromoters:
    """Sort answers from 0 to 10; raises ``ValueError`` for any other."""
    found = [0, 0, 0]
    for answer in answers:
        if not LOWEST <= answer <= HIGHEST:
            raise ValueError(answer)
        found[0 if answer >= PROMOTES else 2 if answer <= DETRACTS else 1] += 1
    return NetPromoters(*found)


def in_steps(answers: Sequence[int]) -> Sequence[int]:
    """Those that may be counted, the oldest first; of few only how many they are is shown."""
    return answers[: len(answers) - len(answers) % STEP] if len(answers) >= ENOUGH else answers


def recommended_in(organisation: Organisation) -> Mapping[str, NetPromoters]:
    """What the members of an organisation answered when they closed, by the side that they were on, in one query.

    Whoever has left counts on, so that nobody learns what they said by looking before and after they leave.
    """
    members = Membership.objects.filter(organisation=organisation).values("person")
    side = Participant.objects.filter(mentorship=OuterRef("review__mentorship"), person=OuterRef("person"))
    rows = ReviewAnswer.objects.filter(
        person__in=members, review__kind=Review.Kind.CLOSING, recommends__isnull=False
    )
    with_sides = rows.annotate(side=Subquery(side.values("side")[:1])).order_by("pk")
    told = list(with_sides.values_list("side", "recommends"))
    by_side = {
        one.value: [answer for side, answer in told if side == one and answer is not None]
        for one in Participant.Side
    }
    return {side: net_promoters(in_steps(answers)) for side, answers in by_side.items()}
