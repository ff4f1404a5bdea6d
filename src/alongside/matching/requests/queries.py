"""Reading requests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.db.models.functions import JSONArray
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.kit.kept import Kept
from alongside.matching.briefs.models import Brief
from alongside.matching.briefs.queries import choosable_by
from alongside.people.careers.models import Position
from alongside.people.careers.words import Industry
from alongside.people.profiles.models import Profile

from .models import Request

State = Request.State


def listed(person: Person) -> list[Request]:
    """What ``person`` asked and was asked, the newest first, as a list shows it."""
    rows = list(_listed(person.pk))
    back = [one for row in rows if not shows_names(row) for one in (row.mentor, row.mentee) if one != person]
    prefetch_related_objects(back, Prefetch("positions", Position.objects.only(*SAID, "person")))
    return rows


SAID = ("level", "function", "industry", "started")
"""What a position says of somebody who stays back."""


def _listed_of(person: int) -> QuerySet[Request]:
    rows = Request.objects.visible_to(Person(pk=person)).select_related("mentee", "mentor")
    row = ("code", "goal", "state", "identity_light", "created_at", "expires_at")
    return rows.only(*row, "mentee__name", "mentor__name").order_by("-created_at")


_listed = Kept(_listed_of)


def askable(person: Person, code: str) -> tuple[Profile, list[Brief]] | None:
    """The profile of a mentor whom ``person`` may ask, and the briefs for which they may, in one query.

    Of the briefs only what the form shows is read.
    """
    found: Any = _askable.first(person.pk, code)  # Any: the annotation is no part of the model
    return found and (found, [Brief.from_db("default", BRIEF, one) for one in found.briefs])


BRIEF = ["id", "code", "goal"]


def _askable_of(person: int, code: str) -> QuerySet[Profile]:
    briefs = choosable_by(person).values(told=JSONArray("pk", "code", "goal"))
    reader = Person(pk=person)
    others = Profile.objects.visible_to(reader).of_others(reader)
    return others.with_offer().filter(person__code=code).annotate(briefs=ArraySubquery(briefs))


_askable = Kept(_askable_of)


def place_in_line(request: Request) -> int:
    """The place of a waiting request, counted from one."""
    ahead = Request.objects.filter(mentor=request.mentor_id, state=State.WAITING)
    return ahead.filter(created_at__lt=request.created_at).count() + 1


def shows_names(request: Request) -> bool:
    """Whether both sides may see who the other is: after acceptance always, before it unless one wants not."""
    return request.state == State.ACCEPTED or not request.identity_light


def name_for(request: Request, reader: Person) -> str:
    """What the reader may call the other side of this request."""
    other = request.mentor if reader.pk == request.mentee_id else request.mentee
    return other.name if shows_names(request) else neutral_name(other)


def neutral_name(person: Person) -> str:
    """A label that says what somebody does and not who they are, such as "Senior PM in fintech"."""
    positions = sorted(person.positions.all(), key=_began, reverse=True)
    newest = positions[0] if positions else None
    if newest is None:
        return _("Somebody from product")
    where = Industry(newest.industry).label if newest.industry else ""
    level = newest.get_level_display() or newest.get_function_display()
    return f"{level}, {where}" if where else str(level)


def _began(position: Position) -> dt.date:
    return position.started or dt.date.min
