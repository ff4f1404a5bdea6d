"""Reasons, gaps and gates for somebody who looks on: said of the mentee and of the mentor, never of "you"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.matching.problem import Explanation, Gap, Gate, Part, Reason
from alongside.matching.search import wording
from alongside.matching.search.wording import Names
from alongside.people.offers.models import Cadence, Help
from alongside.people.profiles.models import Channel

Values = Mapping[str, Any]  # Any: facts of a reason, each of its own kind
Teller = Callable[[Values, Names], str]
PARTS: dict[str, Callable[[], str]] = {**wording.PARTS, "values": lambda: _("How both like to work")}


def words(said: Reason | Gap, skills: Names) -> str:
    """One reason or gap as a short sentence."""
    teller = TELLERS.get(said.kind)
    return teller(said.values, skills) if teller else wording.words(said, skills)


def reasons(part: Part, skills: Names) -> list[str]:
    """Why points were given."""
    return [text for one in part.reasons if (text := words(one, skills))]


def gaps(part: Part, skills: Names) -> list[str]:
    """Why points are missing."""
    return [text for one in part.gaps if (text := words(one, skills))]


def weightiest(why: Explanation, skills: Names, most: int) -> list[str]:
    """What is missing most in a pair."""
    every = sorted((gap for part in why.parts for gap in part.gaps), key=lambda gap: -gap.missing)
    told = [
        _("%(gap)s (%(points)s points)") % {"gap": words(gap, skills), "points": f"{gap.missing / 100:g}"}
        for gap in every
        if gap.missing >= wording.TELLING
    ]
    return list(dict.fromkeys(told))[:most]


def shut(why: Explanation) -> list[str]:
    """Why two people cannot be a pair."""
    return list(dict.fromkeys(gate_words(int(one.gate)) for one in why.closed))


def counted(closed: Mapping[int, int]) -> list[str]:
    """How many mentors lie behind what, the most first."""
    told: dict[str, int] = {}
    for gate, count in closed.items():
        told[gate_words(gate)] = max(told.get(gate_words(gate), 0), count)
    rows = sorted(told.items(), key=lambda row: -row[1])
    return [
        ngettext("%(count)s mentor: %(why)s", "%(count)s mentors: %(why)s", count)
        % {"count": count, "why": text}
        for text, count in rows
    ]


def gate_words(gate: int) -> str:
    """One gate or rule in words; what is private is not told apart."""
    return GATES.get(gate, PRIVATE)()


def PRIVATE() -> str:  # noqa: N802  # stands beside the tables of words
    """For blocks, for pairs that were tried before, and for what a coordinator forbade: all alike."""
    return _("kept apart, by a rule or by one of them")


GATES: dict[int, Callable[[], str]] = {
    Gate.NOT_OPEN: lambda: _("takes no part at the moment"),
    Gate.FULL: lambda: _("no free place"),
    Gate.NO_LANGUAGE: lambda: _("no language in common"),
    Gate.NO_HOURS: lambda: _("no hour of the week when both are free"),
    Gate.REPORTING_LINE: lambda: _("one reports to the other"),
    Gate.NOT_AHEAD: lambda: _("not ahead in any goal skill, and without the track record that is sought"),
    Gate.NO_FORMAT: lambda: _("no shape of mentorship in common"),
    Gate.OUT_OF_REACH: lambda: _("outside of where the mentee looks"),
    Gate.SAME_PERSON: lambda: _("the same person"),
    Gate.OTHER_ORGANISATION: lambda: _("another organisation, and the rule asks for one's own"),
    Gate.SENIORITY: lambda: _("too near or too far in seniority for the rule"),
    Gate.BELOW_FLOOR: lambda: _("a fit below the floor"),
}


def _skill(text: Callable[[], str]) -> Teller:
    return lambda values, skills: text() % {**values, "skill": skills.get(values["skill"], "")}


def _plain(text: Callable[[], str]) -> Teller:
    return lambda _values, _skills: text()


def _hours(text: Callable[[], str]) -> Teller:
    return lambda values, _skills: text() % {"hours": f"{float(values.get('hours') or 0):g}"}


def _cadence(values: Values, _skills: Names) -> str:
    offered = values["offered"]
    several = offered if isinstance(offered, tuple) else (offered,)
    shown = ", ".join(_days(one) for one in several)
    return _("offers: %(shown)s; the mentee wants: %(wanted)s") % {
        "shown": shown,
        "wanted": _days(values["wanted"]),
    }


def _days(one: object) -> str:
    known = Cadence
    return str(known(one).label).lower() if one in known.values else str(one)


def _channels(values: Values, _skills: Names) -> str:
    named = values["channels"]
    several = named if isinstance(named, tuple) else (named,)
    known = Channel
    shown = ", ".join(str(known(one).label).lower() if one in known.values else str(one) for one in several)
    return _("both use: %(channels)s") % {"channels": shown}


def _wish(values: Values, _skills: Names) -> str:
    wish, known = values["wish"], Help
    label = str(known(wish).label) if wish in known.values else str(wish)
    return _("offers the help that is wished for: %(wish)s") % {"wish": label.lower()}


def _unknown(values: Values, skills: Names) -> str:
    if values.get("of") == "replies":
        return wording.words(Gap("unknown", values, 0), skills)
    who = _("the mentor has not said") if values.get("who") == "mentor" else _("the mentee has not said")
    what = wording.UNKNOWN.get(str(values.get("of")), lambda: str(values.get("of")).replace("_", " "))()
    return _("%(who)s: %(what)s (counts half)") % {"who": who, "what": what}


def _by_side(mentee: Callable[[], str], mentor: Callable[[], str]) -> Teller:
    return lambda values, _skills: (mentee if values["who"] == "mentee" else mentor)() % values


RANKED = _by_side(
    lambda: _("the mentee put the mentor in place %(place)s"),
    lambda: _("the mentor put the mentee in place %(place)s"),
)


def _text_alike(values: Values, _skills: Names) -> str:
    if values["shared"] >= wording.CLOSE:
        return _("what both wrote is close in meaning")
    return _("what both wrote is as close as most texts are")


TELLERS: dict[str, Teller] = {
    "text_alike": _text_alike,
    "text_unlike": _plain(lambda: _("what both wrote could be closer")),
    "unknown": _unknown,
    "skill_ahead": _skill(lambda: _("%(skill)s: level %(level)s, the mentee stands at %(assumed)s")),
    "skill_not_ahead": _skill(lambda: _("%(skill)s: level %(level)s, no further than the mentee")),
    "skill_one_ahead": _skill(lambda: _("%(skill)s: only one level ahead")),
    "nothing_wanted": _plain(lambda: _("the mentee asked for no particular track record")),
    "asynchronous": _plain(lambda: _("both can work in their own time, by mail or documents")),
    "shared_hours": _hours(lambda: _("%(hours)s hours a week when both are free")),
    "few_hours": _hours(lambda: _("only %(hours)s hours a week when both are free")),
    "no_overlap": _plain(lambda: _("no hour of the week when both are free")),
    "cadence": _cadence,
    "other_cadence": _cadence,
    "channels": _channels,
    "nothing_wished": _by_side(
        lambda: _("the mentee stated no wishes that could be missed"),
        lambda: _("the mentor stated no wishes that could be missed"),
    ),
    "ranked": RANKED,
    "ranked_lower": RANKED,
    "not_ranked": _by_side(
        lambda: _("the mentee put others in order"), lambda: _("the mentor put others in order")
    ),
    "wish_met": _wish,
    "brief_complete": _plain(lambda: _("the mentee's brief is complete")),
    "brief_incomplete": _plain(lambda: _("the mentee's brief is not complete")),
}
