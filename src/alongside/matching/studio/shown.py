"""What the studio shows: figures against the round as it stands, who gains and loses, the pairs, the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.accounts.persons.models import Person
from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.grid import Line, grid
from alongside.matching.problem import Worked
from alongside.matching.rounds.models import Round

from .asking import Setting, setting_of
from .comparing import Change, Effect, effect
from .models import Pin
from .working import Studio

Context = dict[str, Any]  # Any: a template's context
A_PAGE = 25
TOLD = 6
"""Gains and losses that are told by name on the first page."""
DRAWN = 36
"""Rows and columns of the map at most; more pairs are drawn as an even sample from the best to the worst."""
TABS = [
    ("studio.show", gettext_lazy("What if")),
    ("studio.balance", gettext_lazy("Balance")),
    ("studio.unmatched", gettext_lazy("Without a mentor")),
    ("studio.aims", gettext_lazy("Three ways to decide")),
    ("studio.scenarios", gettext_lazy("Scenarios")),
]


class Everybody:
    """The people of a round, read in one query; somebody who has left has no row."""

    def __init__(self, ids: Iterable[int | None]) -> None:
        self.people = Person.objects.in_bulk([pk for pk in set(ids) if pk is not None])

    def name(self, pk: int | None) -> str:
        """What to call somebody."""
        if pk is None:
            return _("nobody")
        return self.people[pk].name if pk in self.people else _("Somebody who has left")

    def code(self, pk: int | None) -> str:
        """The code of somebody, nothing for nobody."""
        return self.people[pk].code if pk is not None and pk in self.people else ""


@dataclass(frozen=True, slots=True)
class Row:
    """One pair, or one mentee who would change from one mentor to another."""

    mentee: str
    mentor: str
    codes: tuple[str, str]
    fit: int
    before: str = ""
    gain: int = 0
    pin: str = ""

    @property
    def points(self) -> str:
        """The fit with two places."""
        return f"{self.fit / 100:.2f}"

    @property
    def by(self) -> str:
        """The gain or loss with its sign."""
        return signed(self.gain)


def signed(hundredths: int) -> str:
    """A difference in points with its sign."""
    sign = "+" if hundredths > 0 else "−" if hundredths < 0 else "±"
    return f"{sign}{abs(hundredths) / 100:.2f}"


def frame(studio: Studio, setting: Setting, tab: str) -> Context:
    """What every page of the studio shows."""
    round = studio.round
    return {
        "round": round,
        "setting": setting,
        "as_it_stands": setting == studio.stands(),
        "waits_for_the_job": studio.stands() != setting_of(round),
        "tabs": [(name, label, name == tab) for name, label in TABS],
        "may_change": round.state == Round.State.FROZEN,
        "size": (len(studio.mentees), len(studio.mentors), int(studio.base.capacity.sum())),
    }


def pins(studio: Studio) -> list[Pin]:
    """What is demanded of pairs: shown without working anything out, so that a contradiction can be mended."""
    return list(studio.round.pins.select_related("mentee", "mentor").order_by("mentee__name", "pk"))


def what_if(studio: Studio, setting: Setting, *, order: str, number: str) -> Context:
    """The answer to what is tried."""
    after = studio.worked(studio.asked(setting))
    found = effect(studio.today(), after)
    pairs = _in_order(after, order)
    shown = Paginator(pairs, A_PAGE).get_page(number)
    told = [*found.gains[:TOLD], *found.losses[:TOLD]]
    sample = sampled(pairs if order == "high" else pairs[::-1])
    before = {one.mentee: one for one in found.changes}
    moved = [*told, *(before[mentee] for mentee, _mentor in shown if mentee in before)]
    who = Everybody(pk for one in [*shown, *sample, *map(_three, moved)] for pk in one)
    pins = {(one.mentee_id, one.mentor_id): one.kind for one in studio.round.pins.all()}
    return {
        "figures": stats(found),
        "effect": found,
        "gains": [_change(one, who) for one in found.gains[:TOLD]],
        "losses": [_change(one, who) for one in found.losses[:TOLD]],
        "rows": shown,
        "pairs": [_pair(pair, after, who, before, pins) for pair in shown],
        "order": order,
        "map": heat(after, sample, who),
        "unmatched": len(studio.mentees) - len(after.pairs),
    }


def stats(found: Effect) -> list[tuple[str, str, str, int]]:
    """The figures as (name, value, difference, direction)."""
    before, after = found.before, found.after
    return [
        (_("with a mentor"), f"{after.people:,}", f"{found.people:+d}", found.people),
        (_("points in total"), f"{after.total / 100:,.2f}", signed(found.total), found.total),
        (
            _("points of the worst-off pair"),
            f"{after.worst / 100:.2f}",
            signed(after.worst - before.worst),
            after.worst - before.worst,
        ),
        (
            _("points on average"),
            f"{after.mean / 100:.2f}",
            signed(after.mean - before.mean),
            after.mean - before.mean,
        ),
    ]


def heat(worked: Worked, pairs: Sequence[tuple[int, int]], who: Everybody) -> Chart | None:
    """Mentees against mentors, the better the fit the darker, the proposed pairs framed."""
    if not pairs:
        return None
    mentors = list(dict.fromkeys(mentor for _mentee, mentor in pairs))
    cells = worked.block([mentee for mentee, _mentor in pairs], mentors)
    best = max((max(line) for line in cells), default=0) or 1
    lines = [
        Line(
            who.name(mentee),
            [None if cell < 0 else cell / best for cell in line],
            mentors.index(mentor),
        )
        for (mentee, mentor), line in zip(pairs, cells, strict=True)
    ]
    table = [
        [who.name(mentee), who.name(mentor), f"{worked.fits[mentee] / 100:.2f}", _best_other(line, place)]
        for (mentee, mentor), line in zip(pairs, cells, strict=True)
        for place in [mentors.index(mentor)]
    ]
    head = [_("Mentee"), _("Proposed mentor"), _("Fit"), _("Best fit with another one on the map")]
    summary = _("%(count)s proposed pairs from the best to the worst; each is framed in its row") % {
        "count": len(pairs)
    }
    return grid(
        _("Everybody against everybody"),
        lines,
        [who.name(pk) for pk in mentors],
        head=head,
        table=table,
        summary=summary,
    )


def _best_other(line: Sequence[int], place: int) -> str:
    others = [cell for at, cell in enumerate(line) if at != place and cell >= 0]
    return f"{max(others) / 100:.2f}" if others else "–"


def sampled(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """At most so many pairs as can be drawn, evenly from the first to the last."""
    if len(pairs) <= DRAWN:
        return list(pairs)
    return [pairs[round(at * (len(pairs) - 1) / (DRAWN - 1))] for at in range(DRAWN)]


def _in_order(worked: Worked, order: str) -> list[tuple[int, int]]:
    sign = -1 if order == "high" else 1
    return sorted(worked.pairs.items(), key=lambda pair: (sign * worked.fits[pair[0]], pair))


def _three(change: Change) -> tuple[int | None, ...]:
    return change.mentee, change.before, change.after


def _change(one: Change, who: Everybody) -> Row:
    other = one.after if one.after is not None else one.before
    return Row(
        who.name(one.mentee),
        who.name(one.after),
        (who.code(one.mentee), who.code(other)),
        one.now,
        who.name(one.before),
        one.gain,
    )


def _pair(
    pair: tuple[int, int],
    worked: Worked,
    who: Everybody,
    before: Mapping[int, Change],
    pins: Mapping[tuple[int, int], str],
) -> Row:
    mentee, mentor = pair
    moved = before.get(mentee)
    return Row(
        who.name(mentee),
        who.name(mentor),
        (who.code(mentee), who.code(mentor)),
        worked.fits[mentee],
        who.name(moved.before) if moved else "",
        moved.gain if moved else 0,
        pins.get(pair, ""),
    )
