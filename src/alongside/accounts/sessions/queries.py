"""Who is asking: a session with its person, their current memberships, and how many notices wait."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import FilteredRelation, Model, Q, QuerySet

from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.activity.notices.queries import unread_of
from alongside.kit.kept import Kept

from .models import Session

ModelT = TypeVar("ModelT", bound=Model)
Row = tuple[Any, ...]  # Any: the columns of four tables


@dataclass(frozen=True, slots=True)
class Asking:
    """What a session says, and of whom."""

    data: str
    person: Person | None
    memberships: list[Membership]
    unread: int


def asking(session_key: str, at: dt.datetime) -> Asking | None:
    """Return what is kept under this key, all in one query; None when it is over or never was."""
    rows = list(_asked(session_key, at))
    if not rows:
        return None
    (data, unread), person = rows[0][:2], _row(Person, rows[0], PERSON)
    if person is None:
        return Asking(data, None, [], 0)
    memberships = [one for row in rows if (one := _membership(row, person))]
    return Asking(data, person, memberships, unread or 0)


def is_open(session_key: str | None, person: Person, at: dt.datetime) -> bool:
    """Return whether the person, who may still come here, is signed in by this session."""
    return bool(session_key) and _open.first(session_key or "", person.pk, at) is not None


def _columns(path: str, model: type[Model]) -> list[str]:
    return [f"{path}{field.attname}" for field in model._meta.concrete_fields]


def _of(session_key: str, at: dt.datetime) -> QuerySet[Session, Any]:
    current = FilteredRelation("person__memberships", condition=Q(person__memberships__left_at=None))
    sessions = Session.objects.filter(session_key=session_key, expire_date__gt=at)
    rows: QuerySet[Session, Any] = (
        sessions.annotate(mine=current, unread=unread_of("person"))
        .order_by("mine__organisation__name")
        .values_list(
            "session_data",
            "unread",
            *_columns("person__", Person),
            *_columns("mine__", Membership),
            *_columns("mine__organisation__", Organisation),
        )
    )
    return rows


def _open_of(session_key: str, person: int, at: dt.datetime) -> QuerySet[Session]:
    mine = Session.objects.filter(session_key=session_key, person=person, expire_date__gt=at)
    return mine.filter(person__is_active=True).defer("session_data")


_asked, _open = Kept(_of), Kept(_open_of)
PERSON = 2
MEMBERSHIP = PERSON + len(Person._meta.concrete_fields)
ORGANISATION = MEMBERSHIP + len(Membership._meta.concrete_fields)


def _row(model: type[ModelT], row: Row, start: int) -> ModelT | None:
    names = [field.attname for field in model._meta.concrete_fields]
    return model.from_db("default", names, row[start : start + len(names)]) if row[start] else None


def _membership(row: Row, person: Person) -> Membership | None:
    membership = _row(Membership, row, MEMBERSHIP)
    organisation = _row(Organisation, row, ORGANISATION)
    if membership is not None and organisation is not None:
        membership.person, membership.organisation = person, organisation
    return membership
