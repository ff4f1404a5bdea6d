"""The mentors of one page, read in one statement that is kept: as ``columns.read`` reads them, in eight."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.growth.skills.models import SkillLevel
from alongside.kit.kept import Kept
from alongside.matching import problem
from alongside.matching.replies import band_of
from alongside.matching.requests.models import Request
from alongside.people.availability.models import Window
from alongside.people.availability.week import Opening, mask_of
from alongside.people.careers.models import Position, Transition
from alongside.people.careers.queries import record_from
from alongside.people.offers.models import Offer
from alongside.people.vouching.models import Vouch

from .columns import MentorRow, row_of

AT_ONCE = 20
NOBODY = [0] * AT_ONCE
"""Fills the statement up: no person has this number."""
FACTS = ("industry", "stage", "product_type", "size", "level")
READ = (
    "person_id", "created_at", "capacity", "taken", "trained_at", "cadences", "formats", "helps",
    "person__name", "person__timezone", "person__profile__findable_by", "person__profile__languages",
    "person__profile__channels", "person__profile__values", "person__profile__identity_light",
)  # fmt: skip


def read(on: dt.date, people: Iterable[int]) -> dict[int, MentorRow]:
    """Read the mentors among these people."""
    ids, found = sorted(people), dict[int, MentorRow]()
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        found |= {offer.person_id: _row(offer, on) for offer in _offers(on, *some, *NOBODY[len(some) :])}
    return found


def _offers_of(on: dt.date, *people: int) -> QuerySet[Offer]:
    offers = Offer.objects.open_on(on).filter(
        person__in=people,
        person__is_active=True,
        person__agreed_conduct_at__isnull=False,
        person__profile__isnull=False,
    )
    return offers.select_related("person__profile").only(*READ).annotate(**_told())


_offers = Kept(_offers_of)


def _told() -> dict[str, Any]:  # Any: expressions of several kinds
    me = OuterRef("person")
    homes = Membership.objects.filter(person=me, left_at=None)
    moves = Transition.objects.filter(person=me).order_by(F("year").asc(nulls_first=True))
    return {
        "its_levels": _listed(
            SkillLevel.objects.open_to_others().filter(person=me), skill="skill_id", level="level"
        ),
        "its_windows": _listed(
            Window.objects.filter(person=me).order_by("weekday", "starts"),
            weekday="weekday",
            starts="starts",
            ends="ends",
        ),
        "its_homes": _listed(homes, pk="organisation_id", kind="organisation__kind", manager="manager_id"),
        "its_moves": _listed(moves, move="move", year="year"),
        "its_positions": _listed(Position.objects.filter(person=me), **{name: name for name in FACTS}),
        "its_requests": ArraySubquery(Request.objects.filter(mentor=me).values("state")),
        "its_marks": F("person__imprint__marks"),
        "is_vouched": Exists(Vouch.objects.confirmed().filter(person=me)),
    }


def _listed(rows: QuerySet[Any], **columns: str) -> ArraySubquery:  # Any: rows of any model
    return ArraySubquery(rows.values(told=JSONObject(**columns)))


def _row(offer: Any, on: dt.date) -> MentorRow:  # Any: an offer with what is annotated above
    pk, homes = offer.person_id, offer.its_homes
    by_kind = {
        kind: {pk: tuple(home["pk"] for home in homes if home["kind"] == kind)} for kind in Organisation.Kind
    }
    where = problem.Belonging(
        companies=by_kind[Organisation.Kind.COMPANY],
        communities=by_kind[Organisation.Kind.COMMUNITY],
        managers={pk: frozenset(home["manager"] for home in homes if home["manager"])},
    )
    replies = band_of(offer.its_requests)
    told = problem.Told(
        records={pk: record_from(_moves(offer.its_moves), _facts(offer.its_positions))},
        levels={pk: {one["skill"]: one["level"] for one in offer.its_levels}},
        weeks={pk: mask_of(tuple(map(_opening, offer.its_windows)), offer.person.zone, on)},
        replies={pk: replies} if replies else {},
        imprints={pk: offer.its_marks},
        where=where,
    )
    return row_of(offer, problem.mentor_from(offer, told), where, vouched=offer.is_vouched)


def _moves(told: list[dict[str, Any]]) -> Iterable[tuple[str, int | None]]:  # Any: a word and a number
    return ((one["move"], one["year"]) for one in told)


def _facts(told: list[dict[str, Any]]) -> Iterable[Iterable[Any]]:  # Any: words and a number
    return ([one[name] for name in FACTS] for one in told)


def _opening(told: dict[str, Any]) -> Opening:  # Any: numbers and times as text
    starts, ends = (dt.time.fromisoformat(told[name]) for name in ("starts", "ends"))
    return Opening(told["weekday"], starts, ends)
