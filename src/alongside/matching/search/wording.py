"""Reasons, gaps and gates in plain words, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.matching.problem import Explanation, Gap, Gate, Reason
from alongside.people.careers.words import Industry, Move, ProductType, Size, Stage
from alongside.people.offers.models import Cadence, Help
from alongside.people.profiles.models import Channel
from alongside.people.profiles.values import VALUES, short

Values = Mapping[str, Any]  # Any: facts of a reason, each of its own kind
Names = Mapping[int, str]
PARTS: dict[str, Callable[[], str]] = {
    "goals": lambda: _("Goal and expertise"),
    "values": lambda: _("How you both like to work"),
    "context": lambda: _("Track record"),
    "logistics": lambda: _("Time and channels"),
    "preferences": lambda: _("Stated wishes"),
    "readiness": lambda: _("Readiness"),
}
MOST_REASONS = 3
MOST_GAPS = 2
MOST_SLIDERS = 3
CLOSE = 40
"""Marks of 64 from which two texts are close: by chance they share 32, and 40 or more once in forty times."""
TELLING = 100
"""A reason or gap worth less than a point is left to the full list."""
CHOICES: dict[str, Any] = {
    "transition": Move,
    "industry": Industry,
    "stage": Stage,
    "product_type": ProductType,
    "size": Size,
}


def tag_words(kind: str, value: str) -> str:
    """Return a mark of a track record in words."""
    known = CHOICES[kind]
    return str(known(value).label) if value in known.values else value


@dataclass(frozen=True, slots=True)
class Told:
    """A fit in a few words: the weightiest reasons and shortfalls."""

    reasons: list[str]
    gaps: list[str]


NOTHING = Told([], [])


def told(why: Explanation, skills: Names) -> Told:
    """Return what is worth telling on a card."""
    reasons = [one for part in why.parts for one in part.reasons if not _says_little(one)]
    gaps = [one for part in why.parts for one in part.gaps if not _says_little(one)]
    return Told(
        _weightiest([(one.points, one) for one in reasons], MOST_REASONS, skills),
        _weightiest([(one.missing, one) for one in gaps], MOST_GAPS, skills),
    )


def _weightiest(said: list[tuple[int, Reason | Gap]], most: int, skills: Names) -> list[str]:
    enough = [pair for pair in said if pair[0] >= TELLING]
    ordered = sorted(enough, key=lambda pair: -pair[0])
    found: dict[str, None] = {}
    for _points, one in ordered:  # what is not told is not put into words
        if len(found) == most:
            break
        found[words(one, skills)] = None
    return list(found)


def words(said: Reason | Gap, skills: Names) -> str:
    """Return one reason or gap as a short sentence."""
    teller = TELLERS.get(said.kind)
    return teller(said.values, skills) if teller else ""


def _skill(text: Callable[[], str]) -> Callable[[Values, Names], str]:
    def tell(values: Values, skills: Names) -> str:
        facts = {**values, "skill": skills.get(values["skill"], "")}
        return text() % facts

    return tell


def _tag_met(values: Values, _skills: Names) -> str:
    name = tag_words(values["kind"], values["value"])
    if values["kind"] == "transition" and values.get("year"):
        return _("made the same move, %(name)s, in %(year)s") % {"name": name, "year": values["year"]}
    if values["kind"] == "transition":
        return _("made the same move, %(name)s") % {"name": name}
    return _("knows from their own work: %(name)s") % {"name": name}


def _tag_missing(values: Values, _skills: Names) -> str:
    name = tag_words(values["kind"], values["value"])
    if values["kind"] == "transition":
        return _("has not made the move %(name)s") % {"name": name}
    return _("nothing in their record about: %(name)s") % {"name": name}


def _hours(text: Callable[[], str]) -> Callable[[Values, Names], str]:
    return lambda values, _skills: text() % {"hours": f"{float(values.get('hours') or 0):g}"}


def _plain(text: Callable[[], str]) -> Callable[[Values, Names], str]:
    return lambda _values, _skills: text()


def _days(values: Values, _skills: Names) -> str:
    offered = values["offered"]
    wanted = Cadence(values["wanted"]).label if values["wanted"] in Cadence.values else values["wanted"]
    several = offered if isinstance(offered, tuple) else (offered,)
    shown = ", ".join(str(Cadence(one).label) if one in Cadence.values else str(one) for one in several)
    return _("offers: %(shown)s; you want: %(wanted)s") % {
        "shown": shown.lower(),
        "wanted": str(wanted).lower(),
    }


def _channels(text: Callable[[], str]) -> Callable[[Values, Names], str]:
    def tell(values: Values, _skills: Names) -> str:
        named = values["channels"]
        several = named if isinstance(named, tuple) else (named,)
        shown = ", ".join(str(Channel(one).label) if one in Channel.values else str(one) for one in several)
        return text() % {"channels": shown.lower()}

    return tell


def _wish(text: Callable[[], str]) -> Callable[[Values, Names], str]:
    def tell(values: Values, _skills: Names) -> str:
        wish = values["wish"]
        label = str(Help(wish).label) if wish in Help.values else str(wish)
        return text() % {"wish": label.lower()}

    return tell


def _unknown(values: Values, _skills: Names) -> str:
    if values.get("of") == "replies":
        return _("not asked often enough to know how they answer (counts half)")
    who = _("they have not said") if values.get("who") == "mentor" else _("you have not said")
    what = UNKNOWN.get(str(values.get("of")), lambda: str(values.get("of")).replace("_", " "))()
    return _("%(who)s: %(what)s (counts half)") % {"who": who, "what": what}


UNKNOWN: dict[str, Callable[[], str]] = {
    "goal_skills": lambda: _("which skills to build"),
    "values": lambda: _("how to work"),
    "free_time": lambda: _("the free hours of the week"),
    "cadence": lambda: _("how often to meet"),
    "channels": lambda: _("how to talk"),
    "text": lambda: _("what their work is about"),
}


def _sliders(values: Values) -> str:
    """Name the sliders: all that fit on a line, and how many more."""
    ends = [VALUES[number][1:] for number, _mine, _theirs in values["sliders"]]
    named = [_("%(one)s or %(other)s") % {"one": short(one), "other": short(other)} for one, other in ends]
    first, more = ", ".join(named[:MOST_SLIDERS]).lower(), len(named) - MOST_SLIDERS
    return _("%(first)s and %(more)s more") % {"first": first, "more": more} if more > 0 else first


def _values_near(values: Values, _skills: Names) -> str:
    texts = [
        _("work alike: %(sliders)s"),
        _("work nearly alike: %(sliders)s"),
        _("work half alike: %(sliders)s"),
        _("work a little alike: %(sliders)s"),
    ]
    return str(texts[min(values["distance"], 3)] % {"sliders": _sliders(values)})


def _values_apart(values: Values, _skills: Names) -> str:
    steps = ngettext("%(steps)s step of 4 apart", "%(steps)s steps of 4 apart", values["distance"])
    facts = {"steps": steps % {"steps": values["distance"]}, "sliders": _sliders(values)}
    return _("%(steps)s: %(sliders)s") % facts


def _nothing_wished(values: Values, _skills: Names) -> str:
    if values["who"] == "mentee":
        return _("you stated no wishes that could be missed")
    return _("they stated no wishes that could be missed")


def _ranked(mine: Callable[[], str], theirs: Callable[[], str]) -> Callable[[Values, Names], str]:
    return lambda values, _skills: (mine if values["who"] == "mentee" else theirs)() % values


def _text_alike(values: Values, _skills: Names) -> str:
    if values.get("words"):
        return _("you both write about %(words)s") % {"words": ", ".join(values["words"])}
    if values["shared"] >= CLOSE:
        return _("what you both wrote is close in meaning")
    return _("what you both wrote is as close as most texts are")


def _replies(values: Values, _skills: Names) -> str:
    return REPLIES[values["band"]]()


REPLIES: dict[str, Callable[[], str]] = {
    "often": lambda: _("nearly always answers requests"),
    "sometimes": lambda: _("answers most requests"),
    "seldom": lambda: _("lets many requests expire"),
}

TELLERS: dict[str, Callable[[Values, Names], str]] = {
    "unknown": _unknown,
    "skill_ahead": _skill(lambda: _("%(skill)s: level %(level)s, where you stand at %(assumed)s")),
    "skill_not_stated": _skill(lambda: _("%(skill)s: has not said how far they are")),
    "skill_not_ahead": _skill(lambda: _("%(skill)s: level %(level)s, no further than you")),
    "skill_one_ahead": _skill(lambda: _("%(skill)s: only one level ahead of you")),
    "skill_far_ahead": _skill(lambda: _("%(skill)s: so far ahead that it may be hard to follow")),
    "values_near": _values_near,
    "values_apart": _values_apart,
    "tag_met": _tag_met,
    "tag_missing": _tag_missing,
    "text_alike": _text_alike,
    "text_unlike": _plain(lambda: _("what you both wrote could be closer")),
    "nothing_wanted": _plain(lambda: _("you asked for no particular track record")),
    "asynchronous": _plain(lambda: _("you can both work in your own time, by mail or documents")),
    "shared_hours": _hours(lambda: _("%(hours)s hours a week when you are both free")),
    "few_hours": _hours(lambda: _("only %(hours)s hours a week when you are both free")),
    "no_overlap": _plain(lambda: _("no hour of the week when you are both free")),
    "cadence": _days,
    "other_cadence": _days,
    "channels": _channels(lambda: _("talks as you like: %(channels)s")),
    "channels_missing": _channels(lambda: _("does not use: %(channels)s")),
    "nothing_wished": _nothing_wished,
    "ranked": _ranked(
        lambda: _("you put them in place %(place)s"), lambda: _("they put you in place %(place)s")
    ),
    "ranked_lower": _ranked(
        lambda: _("you put them in place %(place)s"), lambda: _("they put you in place %(place)s")
    ),
    "not_ranked": _ranked(
        lambda: _("not among those whom you put in order"), lambda: _("put others in order, not you")
    ),
    "replies": _replies,
    "replies_less": _replies,
    "wish_met": _wish(lambda: _("offers the help you want: %(wish)s")),
    "wish_not_met": _wish(lambda: _("does not offer: %(wish)s")),
    "trained": _plain(lambda: _("has done the mentor training")),
    "not_trained": _plain(lambda: _("has not done the mentor training")),
    "brief_complete": _plain(lambda: _("your brief is complete")),
    "brief_incomplete": _plain(lambda: _("your brief is not complete")),
}
"""One for every kind that the engine tells, but the half for an unknown: its gap says so."""

SAY_LITTLE = frozenset(
    {"half_for_unknown", "nothing_wanted", "nothing_wished", "brief_complete", "text_unlike"}
)
"""Reasons for points, and a shortfall, that say nothing about the two: left to the full list."""


def _says_little(one: Reason | Gap) -> bool:
    """Any two texts are somewhat alike: that is worth telling only when it can be seen or is much."""
    faint = one.kind == "text_alike" and not one.values.get("words") and one.values["shared"] < CLOSE  # type: ignore[operator]  # a number
    return one.kind in SAY_LITTLE or faint


GATES: dict[int, Callable[[], str]] = {
    Gate.NO_LANGUAGE: lambda: _("no language in common"),
    Gate.NO_HOURS: lambda: _("no hour of the week when you are both free"),
    Gate.REPORTING_LINE: lambda: _("in your own reporting line"),
    Gate.NOT_AHEAD: lambda: _("not ahead of you in any goal skill, and without the track record you want"),
    Gate.NO_FORMAT: lambda: _("no shape of mentorship in common"),
    Gate.OUT_OF_REACH: lambda: _("outside of where you look"),
    Gate.NOT_OPEN: lambda: _("takes no part at the moment"),
}
"""Blocks are told to nobody; a full mentor is shown."""
