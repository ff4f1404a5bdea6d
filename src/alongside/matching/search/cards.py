"""What a card, a mentor's page and a comparison show: the fit, its reasons and its gaps, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from alongside.accounts.persons.models import Person
from alongside.kit.kept import Kept
from alongside.matching import problem
from alongside.matching.briefs.models import Brief
from alongside.matching.likeness.words import in_common
from alongside.matching.problem import Explanation, Mentee, Mentor, Part
from alongside.people.careers.models import Position
from alongside.people.careers.queries import neutral_label
from alongside.people.profiles.models import Profile
from alongside.people.profiles.queries import findable_by
from alongside.people.profiles.words import written

from . import wording
from .finding import PAGE, Found

MOST_DRAWN = 200
MENTORING = {"offer__open": True}
"""Whoever closed the offer since is left out."""


@dataclass(frozen=True)
class PartShown:
    """One part of a fit in words."""

    part: Part
    skills: wording.Names

    @property
    def name(self) -> str:
        """The part's name."""
        return wording.PARTS[self.part.name]()

    @property
    def points(self) -> str:
        """Points with two places, so that the parts add up before the eye."""
        return f"{self.part.points / 100:.2f}"

    @property
    def worth(self) -> str:
        """What the part is worth at most."""
        return f"{self.part.worth / 100:g}"

    @property
    def share(self) -> int:
        """The points, for the width of a bar."""
        return round(self.part.points / 100)

    @property
    def reasons(self) -> list[str]:
        """Why points were given."""
        return [text for one in self.part.reasons if (text := wording.words(one, self.skills))]

    @property
    def gaps(self) -> list[str]:
        """Why points are missing."""
        return [text for one in self.part.gaps if (text := wording.words(one, self.skills))]


@dataclass
class Card:
    """One mentor as the person who searches may see them."""

    person: Person
    mentor: Mentor
    position: Position | None
    skills: wording.Names
    why: Explanation | None
    saved: bool = False
    angle: bool = False
    vouched: bool = False

    @property
    def places(self) -> int:
        """How many places are free at this moment."""
        return self.person.offer.places

    @property
    def light(self) -> bool:
        """Whether name and company stay back."""
        return self.person.profile.identity_light

    @cached_property
    def name(self) -> str:
        """What they may be called."""
        return neutral_label(self.position) if self.light else self.person.name

    @property
    def line(self) -> str:
        """Title and company, or the industry of somebody who stays back."""
        if self.position is None:
            return ""
        where = self.position.get_industry_display() if self.light else self.position.company
        title = self.position.get_level_display() if self.light else self.position.title
        return ", ".join(part for part in (title, where) if part)

    @cached_property
    def parts(self) -> list[PartShown]:
        """The parts of the fit."""
        return [PartShown(part, self.skills) for part in self.why.parts] if self.why else []

    @property
    def score(self) -> str:
        """The fit as a whole number, for the badge."""
        return f"{self.why.total / 100:.0f}" if self.why else ""

    @property
    def exact(self) -> str:
        """The fit with two places: the sum of the parts."""
        return f"{self.why.total / 100:.2f}" if self.why else ""

    @property
    def reasons(self) -> list[str]:
        """The weightiest reasons."""
        return self.told.reasons

    @property
    def gaps(self) -> list[str]:
        """The weightiest shortfalls."""
        return self.told.gaps

    @cached_property
    def told(self) -> wording.Told:
        """The fit in a few words."""
        return wording.told(self.why, self.skills) if self.why else wording.NOTHING

    @cached_property
    def top_skills(self) -> list[str]:
        """Up to four skills in which they are furthest."""
        best = sorted(self.mentor.levels.items(), key=lambda pair: -pair[1])[:4]
        return [self.skills[skill] for skill, level in best if level >= 3 and skill in self.skills]  # type: ignore[index]  # keys are skills' numbers


def cards_of(found: Found, reader: Person, brief: Brief | None = None) -> list[Card]:
    """The cards of a page, in its order, in one query; whoever may not be found by now is left out."""
    ids = [found.kept.key(place) for place in found.order]
    people = {person.pk: person for person in _people(reader.pk, *ids, *NOBODY[len(ids) :])}
    return [
        _card(people[pk], place, found, brief)
        for place, pk in zip(found.order, ids, strict=True)
        if pk in people
    ]


def _people_of(reader: int, *ids: int) -> QuerySet[Person]:
    """Those of a page whom the reader may find and who mentor now."""
    people = findable_by(Person(pk=reader)).filter(pk__in=ids, **MENTORING)
    return people.select_related("profile", "offer").annotate(now=_position_now())


_people = Kept(_people_of)
NOBODY = [0] * PAGE
"""Fills up a page that is not full: no person has this number."""


def _card(person: Person, place: int, found: Found, brief: Brief | None) -> Card:
    mentor = found.kept.mentor(place)
    is_new = place not in found.scored.explained
    why = found.explain(place)
    if why and brief and is_new:
        why = found.scored.explained[place] = with_words(why, brief, person.profile)
    told = person.now  # type: ignore[attr-defined]  # annotated above
    card = Card(person, mentor, _held(told), found.kept.skills, why)
    card.told = _told(found, place, why)
    card.saved, card.angle = person.pk in found.saved, place == found.angle
    card.vouched = found.kept.is_vouched(place)
    return card


def drawn(card: Card, found: Found, brief: Brief | None) -> SafeString:
    """The card as the list shows it; the same facts are drawn once and kept for the next page."""
    kept, headline = found.scored.drawn, card.person.profile.headline
    facts = (
        card.person.code,
        card.name,
        card.line,
        headline,
        card.light,
        card.places,
        card.saved,
        card.angle,
    )
    key = (*facts, brief.code if brief else "", get_language())
    if key not in kept:
        if len(kept) >= MOST_DRAWN:
            kept.clear()
        kept[key] = render_to_string("matching/search/_card.html", {"card": card, "brief": brief})
    return kept[key]


def _told(found: Found, place: int, why: Explanation | None) -> wording.Told:
    """The same words for the same pair, kept as long as neither changes."""
    if why is None:
        return wording.NOTHING
    kept, key = found.scored.worded, (place, get_language() or "")
    if key not in kept:
        kept[key] = wording.told(why, found.kept.skills)
    return kept[key]


FACTS = ("title", "company", "level", "industry")
"""What a card says of a position, in the order of its columns."""


def _held(told: dict[str, Any] | None) -> Position | None:  # Any: texts and a number
    return Position.from_db("default", FACTS, [told[name] for name in FACTS]) if told else None


def _position_now() -> Subquery:
    """The position that each of these people holds now, or held last."""
    now_or_last = (F("ended").desc(nulls_first=True), F("started").desc(nulls_last=True), "-pk")
    rows = Position.objects.filter(person=OuterRef("pk")).order_by(*now_or_last)
    facts = JSONObject(**{name: name for name in FACTS})
    return Subquery(rows.values(told=facts)[:1])


def card_of(
    person: Person,
    mentor: Mentor,
    mentee: Mentee | None,
    names: wording.Names,
    now: Position | None,
    brief: Brief | None = None,
) -> Card:
    """The card of one mentor, who holds the position ``now``."""
    why = problem.explain(mentee, mentor) if mentee else None
    return Card(person, mentor, now, names, with_words(why, brief, person.profile) if why and brief else why)


def with_words(why: Explanation, brief: Brief, profile: Profile) -> Explanation:
    """The same with the words that both use, where it tells how close their texts are; done once."""
    parts = tuple(_part_with_words(part, brief, profile) for part in why.parts)
    return (
        why
        if all(one is other for one, other in zip(parts, why.parts, strict=True))
        else replace(why, parts=parts)
    )


def _part_with_words(part: Part, brief: Brief, profile: Profile) -> Part:
    if not any(one.kind == "text_alike" and "words" not in one.values for one in part.reasons):
        return part
    words = in_common(brief.goal, written(profile))
    return replace(part, reasons=tuple(
        replace(one, values={**one.values, "words": words}) if one.kind == "text_alike" else one for one in part.reasons
    ))  # fmt: skip


def closed_words(closed: dict[int, int]) -> Iterable[tuple[str, int]]:
    """Why mentors are not shown, and how many for each reason."""
    return [(wording.GATES[gate](), count) for gate, count in closed.items() if gate in wording.GATES]
