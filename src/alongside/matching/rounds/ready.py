"""Who is ready for a round, and who is not and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.matching.briefs.models import Brief
from alongside.people.offers.models import Format, Offer
from alongside.programmes.participations.models import Participation, Side

from .models import Round

HOLDING = ["invited", "accepted"]
"""States of proposals that hold a place."""
WORDS: dict[str, Callable[[], str]] = {
    "conduct": lambda: _("has not agreed to the code of conduct yet"),
    "brief": lambda: _("has no finished brief"),
    "offer": lambda: _("has not opened an offer to mentor"),
    "paused": lambda: _("takes nobody at the moment"),
    "format": lambda: _("does not offer a mentorship over several months"),
    "full": lambda: _("has no free place"),
    "placed": lambda: _("has a mentor in this programme already"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One person on one side, and what is missing; ``brief`` or ``offer`` and ``places`` when they are ready."""

    participation: Participation
    missing: str = ""
    brief: Brief | None = None
    offer: Offer | None = None
    places: int = 0

    @property
    def person(self) -> Person:
        """Who it is."""
        return self.participation.person

    @property
    def words(self) -> str:
        """What is missing, in words."""
        return WORDS[self.missing]() if self.missing else ""


@dataclass(frozen=True, slots=True)
class Sides:
    """Everybody who takes part, by side."""

    mentees: list[Standing]
    mentors: list[Standing]

    def ready(self, side: str) -> list[Standing]:
        """Those of a side to whom nothing is missing."""
        rows = self.mentees if side == Side.MENTEE else self.mentors
        return [one for one in rows if not one.missing]

    def missing(self) -> list[Standing]:
        """Those to whom something is missing that they can mend."""
        return [one for one in [*self.mentees, *self.mentors] if one.missing and one.missing != "placed"]

    @property
    def places(self) -> int:
        """How many places the ready mentors have together."""
        return sum(one.places for one in self.mentors)


def sides_of(round: Round) -> Sides:
    """Return how everybody stands, in five queries however many they are."""
    people = list(round.programme.participations.current().for_list())
    mentees = [one for one in people if one.side == Side.MENTEE]
    mentors = [one for one in people if one.side == Side.MENTOR]
    return Sides(_mentees(round, mentees), _mentors(round, mentors))


def _mentees(round: Round, rows: list[Participation]) -> list[Standing]:
    ids = [one.person_id for one in rows]
    briefs = briefs_of(ids)
    here = (
        Q(proposals__round=round) | _runs()
    )  # who has had a mentor in this round is not brought to a second one
    held = round.programme.rounds.filter(here, proposals__mentee__in=ids, proposals__state__in=HOLDING)
    placed = set(held.values_list("proposals__mentee", flat=True))
    return [_mentee(one, briefs.get(one.person_id), one.person_id in placed) for one in rows]


def _runs() -> Q:
    """A proposal holds its place for as long as the mentorship that came of it runs; ask in one ``filter``."""
    return Q(proposals__mentorship=None) | Q(proposals__mentorship__ended_at=None)


def _mentee(row: Participation, brief: Brief | None, placed: bool) -> Standing:
    if placed:
        return Standing(row, "placed")
    if row.person.agreed_conduct_at is None:
        return Standing(row, "conduct")
    return Standing(row, brief=brief) if brief else Standing(row, "brief")


def briefs_of(person_ids: Iterable[int]) -> dict[int, Brief]:
    """Return each person's newest finished brief that is not put away, without what is private in it."""
    found = Brief.objects.filter(person__in=list(person_ids), closed_at=None, finished_at__isnull=False)
    newest = found.order_by("person", "-finished_at").distinct("person").defer("why_now", "tried")
    return {brief.person_id: brief for brief in newest}


def _mentors(round: Round, rows: list[Participation]) -> list[Standing]:
    ids = [one.person_id for one in rows]
    offers = Offer.objects.filter(person__in=ids, person__profile__isnull=False)
    known = {offer.person_id: offer for offer in offers.select_related("person__profile")}
    pending, here = _held(round, ids)
    most = round.programme.most_mentees
    return [_mentor(one, known.get(one.person_id), pending, most - here[one.person_id]) for one in rows]


def _held(round: Round, ids: list[int]) -> tuple[Counter[int], Counter[int]]:
    """How many proposals of a mentor wait for their yes, and how many hold a place of the programme."""
    held = round.programme.rounds.filter(_runs(), proposals__mentor__in=ids, proposals__state__in=HOLDING)
    rows = list(held.values_list("proposals__mentor", "proposals__mentor_said"))
    return Counter(mentor for mentor, said in rows if said != "yes"), Counter(
        mentor for mentor, _said in rows
    )


def _mentor(row: Participation, offer: Offer | None, pending: Counter[int], here: int) -> Standing:
    if row.person.agreed_conduct_at is None:
        return Standing(row, "conduct")
    if offer is None or not offer.open:
        return Standing(row, "offer")
    if not offer.is_open_on(now().date()):
        return Standing(row, "paused")
    if offer.formats and Format.LONG not in offer.formats:
        return Standing(row, "format")
    places = min(offer.places - pending[row.person_id], here)
    return Standing(row, offer=offer, places=places) if places > 0 else Standing(row, "full")
