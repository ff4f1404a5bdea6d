"""Everything that a person tells, in a handful of queries, and what is still missing."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.charts.drawing import Chart
from alongside.kit.kept import Kept
from alongside.people.availability import heat
from alongside.people.availability.chart import week_chart
from alongside.people.availability.models import Window
from alongside.people.availability.queries import windows_of
from alongside.people.careers.models import Launch, Position, Story, Transition
from alongside.people.careers.queries import Career, career_of
from alongside.people.offers.models import Cadence, Format, Help, Offer
from alongside.people.offers.queries import offer_of
from alongside.people.profiles.languages import NAMES
from alongside.people.profiles.models import Channel, Findable, Profile
from alongside.people.profiles.queries import profile_of
from alongside.people.profiles.values import VALUES, short
from alongside.people.vouching.models import Vouch
from alongside.people.vouching.queries import asked_by

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Told:
    """A position or a launch, and what colleagues were asked about it."""

    part: Position | Launch
    vouches: list[Vouch]


@dataclass(frozen=True, slots=True)
class Value:
    """A work value with its place from 0 (left) to 4 (right)."""

    left: str
    right: str
    place: int

    @property
    def steps(self) -> list[bool]:
        """Five steps, of which one is taken."""
        return [step == self.place for step in range(5)]


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page of one's own career shows."""

    profile: Profile
    offer: Offer
    career: Career
    windows: list[Window]
    vouches: list[Vouch]

    @property
    def positions(self) -> list[Told]:
        """The positions, each with its vouches."""
        return [self._told(one, "position_id") for one in self.career.positions]

    @property
    def launches(self) -> list[Told]:
        """The launches, each with its vouches."""
        return [self._told(one, "launch_id") for one in self.career.launches]

    @property
    def stories(self) -> list[Story]:
        """The stories."""
        return self.career.stories

    @property
    def moves(self) -> list[Transition]:
        """The moves, derived and stated."""
        return self.career.transitions

    @property
    def week(self) -> Chart | None:
        """The week as a heat map."""
        return week_chart(self.windows) if self.windows else None

    @property
    def hours(self) -> float:
        """Hours that are open in a week."""
        return heat.hours_a_week(self.windows)

    @property
    def hours_begun(self) -> int:
        """The same in whole hours, by which a language chooses the plural."""
        return math.ceil(self.hours)

    @property
    def languages(self) -> list[Words]:
        """The languages by name."""
        return [NAMES.get(code, code) for code in self.profile.languages]

    @property
    def channels(self) -> list[Words]:
        """The ways of talking, in words."""
        return _labels(Channel, self.profile.channels)

    @property
    def finders(self) -> list[Words]:
        """Who may find the person, in words."""
        return _labels(Findable, self.profile.findable_by)

    @property
    def offered(self) -> list[Words]:
        """What is offered, in words."""
        offer = self.offer
        return [
            *_labels(Format, offer.formats),
            *_labels(Help, offer.helps),
            *_labels(Cadence, offer.cadences),
        ]

    @property
    def values(self) -> list[Value]:
        """The sliders, when they are kept."""
        kept = zip(VALUES, self.profile.values or [], strict=False)
        return [Value(short(left), short(right), place + 2) for (_key, left, right), place in kept]

    @property
    def missing(self) -> list[tuple[Words, str]]:
        """What would help most to be told next, each with the address where to tell it."""
        return [(words, address) for is_told, words, address in self._steps() if not is_told]

    def _steps(self) -> Iterator[tuple[Any, Words, str]]:
        profile, career = self.profile, self.career
        yield career.positions, _("Add where you have worked"), reverse("careers.add", args=["positions"])
        yield profile.headline, _("Say in one line what you do"), reverse("profiles.about")
        yield profile.languages, _("Say which languages you speak"), reverse("profiles.languages")
        yield self.windows, _("Say when you can meet"), reverse("availability.change")
        yield career.stories, _("Tell one story, a failure perhaps"), reverse("careers.add", args=["stories"])
        yield profile.findable_by, _("Choose who may find you"), reverse("profiles.finders")

    def _told(self, part: Position | Launch, key: str) -> Told:
        return Told(part, [vouch for vouch in self.vouches if getattr(vouch, key) == part.pk])


def overview(person: Person) -> Overview:
    """Everything of one person."""
    profile = _with_offer.first(person.pk) or profile_of(person)
    return Overview(
        profile=profile,
        offer=getattr(profile.person, "offer", None) or offer_of(person),
        career=career_of(person),
        windows=windows_of([person.pk])[person.pk],
        vouches=asked_by(person),
    )


_with_offer = Kept(lambda person: Profile.objects.select_related("person__offer").filter(person=person))


def _labels(choices: Any, chosen: list[Any]) -> list[Words]:  # Any: Django's choices, of texts or numbers
    return [choices(one).label for one in chosen if one in choices.values]
