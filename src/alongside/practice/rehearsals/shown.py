"""The page of a rehearsal: takes with their scores and the change between them, objections, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from alongside.accounts.persons.models import Person
from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.radar import radar
from alongside.kit.clock import now
from alongside.mentoring.mentorships.queries import names, others
from alongside.practice.tools.pitch.tool import CRITERIA
from alongside.practice.worksheets.holding import rests

from .going import Standing, change, means, missing, whole
from .models import Objection, Rehearsal, Score, Take
from .panel import BY_KEY

SAID = {
    "no_ask": lazy("There is no ask: what do they decide?"),
    "many_asks": lazy("More than one ask: choose the one that matters."),
    "over_time": lazy("The last take was too long. Cut what nobody would miss."),
    "no_downside": lazy("Nobody hears the downside; they will look for it."),
    "hardest": lazy("Name the hardest objection, and rehearse its answer before the day."),
    "open": lazy("Some objections have no answer yet."),
    "one_judge": lazy("Scored by one friendly person only. Ask somebody else to listen."),
}


@dataclass(frozen=True, slots=True)
class Round:
    """A take as the reader sees it: others' scores only once their own are in."""

    take: Take
    scores: list[Score]
    hidden: int

    @property
    def whole(self) -> float | None:
        """The mean of the whole scores, from 25 to 100."""
        return sum(whole(one.values) for one in self.scores) / len(self.scores) if self.scores else None

    @property
    def time(self) -> str:
        """Minutes and seconds."""
        return f"{(self.take.seconds or 0) // 60}:{(self.take.seconds or 0) % 60:02}"

    @property
    def values(self) -> list[list[int]]:
        """The numbers of each who scored."""
        return [one.values for one in self.scores]


def given_by(person: Person, rehearsal: Rehearsal) -> dict[str, Any]:
    """How the person scored the newest take before, by the fields of the form."""
    take = rehearsal.takes.exclude(seconds=None).last()
    given = take.scores.filter(person=person).first() if take else None
    if take is None or given is None:
        return {"note": ""}
    take.rehearsal, given.take = rehearsal, take
    return {"note": given.note, **{f"score_{place}": one for place, one in enumerate(given.values)}}


def page_of(rehearsal: Rehearsal, reader: Person) -> dict[str, Any]:
    """Everything of the page."""
    takes = list(rehearsal.takes.prefetch_related("scores__person"))
    rounds = [_round(take, rehearsal, reader) for take in takes if take.seconds is not None]
    objections = list(rehearsal.objections.select_related("by"))
    for one in objections:
        one.rehearsal = rehearsal
    newest = rounds[-1] if rounds else None
    running = next((take for take in takes if take.seconds is None), None)
    return {
        "rehearsal": rehearsal,
        "running": running,
        "elapsed": round((now() - running.began_at).total_seconds()) if running else 0,
        "rounds": rounds,
        "newest": newest,
        "picture": _picture(newest) if newest and newest.scores else None,
        "rows": _rows(rounds),
        "objections": [(one, BY_KEY[one.role].name if one.role in BY_KEY else "") for one in objections],
        "seats": [BY_KEY[key] for key in rehearsal.panel if key in BY_KEY],
        "missing": [SAID[key] for key in missing(_standing(rehearsal, newest, objections))],
        "rests": rests(rehearsal.mentorship),
        "shared_with": names(others(rehearsal.mentorship, rehearsal.owner)) if rehearsal.mentorship else "",
        "is_mine": rehearsal.owner_id == reader.pk,
        "limit": rehearsal.minutes * 60,
    }


def _round(take: Take, rehearsal: Rehearsal, reader: Person) -> Round:
    take.rehearsal = rehearsal
    scores = list(take.scores.all())
    for one in scores:
        one.take = take
    mine = [one for one in scores if one.person_id == reader.pk]
    return Round(take, scores, 0) if mine else Round(take, [], len(scores))


def _standing(rehearsal: Rehearsal, newest: Round | None, objections: list[Objection]) -> Standing:
    hardest = [one for one in objections if one.hardest]
    return Standing(
        ask=rehearsal.ask,
        downside=rehearsal.downside,
        limit=rehearsal.minutes * 60,
        longest=(newest.take.seconds or 0) if newest else 0,
        judges=len(newest.scores) + newest.hidden if newest else 0,
        hardest_is_answered=bool(hardest) and all(one.answer for one in hardest),
        open_objections=sum(not one.answer for one in objections),
    )


def _picture(newest: Round) -> Chart:
    told = zip(CRITERIA, means(newest.values), strict=True)
    axes = [("", str(name), value) for (name, _good), value in told]
    title = _("Take %(number)s: the eight criteria, from 1 to 4") % {"number": newest.take.number}
    return radar(title, axes, best=4, head=[_("Criterion"), _("Mean")])


def _rows(rounds: list[Round]) -> list[dict[str, Any]]:
    """Each criterion with what each person gave in the newest take, and the change since the take before."""
    scored = [one for one in rounds if one.scores]
    if not scored:
        return []
    newest = scored[-1]
    moved = change(scored[-2].values, newest.values) if len(scored) > 1 else [None] * len(CRITERIA)
    given = zip(*newest.values, strict=True)
    parts = zip(CRITERIA, given, moved, strict=True)
    return [{"name": name, "given": list(numbers), "moved": step} for (name, _good), numbers, step in parts]
