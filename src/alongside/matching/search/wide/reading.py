"""Everybody who mentors, read from the record straight into columns: no object for each, some microseconds a person."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from django.db import connection
from django.db.models import BigIntegerField, F, Func, QuerySet, TextField, Value
from django.db.models.functions import Cast, Extract
from numpy.typing import NDArray

from alongside.accounts.memberships.models import Membership
from alongside.growth.skills.models import SkillLevel
from alongside.matching.problem.crowds import LISTS, REPLIES, UNKNOWN, WEEK, Block, Listed
from alongside.matching.problem.people import AT_ONE_S_OWN_TIME, WANTED
from alongside.matching.replies import bands_between
from alongside.people.availability.models import Window
from alongside.people.availability.week import Opening, mask_of
from alongside.people.careers.models import Position, Transition
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Findable
from alongside.people.vouching.models import Vouch

from .segment import Rows, Told, letters

LISTED = {
    "languages": "person__profile__languages",
    "channels": "person__profile__channels",
    "formats": "formats",
    "traits": "helps",
    "cadences": "cadences",
    "open_to": "person__profile__findable_by",
}
"""Lists of words, and where they are; read as one text each, as many people say the same."""
PLAIN = (
    "person_id", "capacity", "taken", "trained_at", "person__name", "person__timezone",
    "person__profile__identity_light", "person__imprint__marks",
)  # fmt: skip
APART = "\x1f"
WORDED = """
    select coalesce(string_agg(int8send(person_id) || int8send(array_position(%s::text[], lexeme) - 1), ''), '')
    from people_profile, unnest(vector) where person_id between %s and %s and lexeme = any(%s::text[])
"""
NO_VALUES = ",".join([str(UNKNOWN - 2)] * 8)
Between = Mapping[str, int]
Columns = Mapping[str, Sequence[Any]]  # Any: values of several kinds


def blocks(on: dt.date, size: int, common: Sequence[str] = ()) -> Iterator[Told]:
    """Everybody who mentors on that day, just so many at a time, and who uses which of the common words."""
    last, rows, given = 0, [()] * size, (*PLAIN, *_texts())
    while len(rows) == size:
        some = mentoring(on).filter(person_id__gt=last).order_by("person_id").annotate(**_texts())
        rows = list(some.values_list(*given)[:size])
        if rows:
            told = _told(dict(zip(given, zip(*rows, strict=True), strict=True)), on)
            last = int(told.ids[-1])
            yield replace(told, worded=_worded(told.ids, common), common=len(common))


def _texts() -> dict[str, Any]:  # Any: expressions
    """What is read as a text or as a number, by its name."""
    text, apart = TextField(), Value(APART)
    told = {f"its_{name}": Func(F(column), apart, function="array_to_string", output_field=text)
            for name, column in LISTED.items()}  # fmt: skip
    values = Func(F("person__profile__values"), Value(","), Value(str(UNKNOWN - 2)), function="array_to_string",
                  output_field=text)  # fmt: skip
    joined = Cast(Func(Extract("created_at", "epoch"), function="floor"), BigIntegerField())
    return told | {"joined": joined, "its_values": values}


def mentoring(on: dt.date) -> QuerySet[Offer]:
    """The offers that a search knows."""
    here = {"person__is_active": True, "person__agreed_conduct_at__isnull": False}
    return Offer.objects.open_on(on).filter(person__profile__isnull=False, **here)


def numbers(rows: QuerySet[Any], *names: str) -> Mapping[str, Rows]:
    """Columns of whole numbers that are never empty, sent as they lie in memory."""
    columns = {f"n{place}": Cast(name, BigIntegerField()) for place, name in enumerate(names)}
    statement, parameters = rows.order_by().annotate(**columns).values_list(*columns).query.sql_with_params()
    one = " || ".join(f"int8send({column})" for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(f"select coalesce(string_agg({one}, ''), '') from ({statement}) told", parameters)  # noqa: S608 - columns' names
        told = np.frombuffer(bytes(cursor.fetchone()[0]), dtype=">i8").reshape(-1, len(names))
    return {name: column.astype(np.int64) for name, column in zip(names, told.T, strict=True)}


def _worded(ids: Rows, common: Sequence[str]) -> Rows:
    """Pairs of a word and of the row that uses it."""
    with connection.cursor() as cursor:
        cursor.execute(WORDED, [list(common), int(ids[0]), int(ids[-1]), list(common)])
        told = np.frombuffer(bytes(cursor.fetchone()[0]), dtype=">i8").reshape(-1, 2).astype(np.int64)
    return _pairs(ids, told[:, 0], told[:, 1])


def _told(columns: Columns, on: dt.date) -> Told:
    ids = np.array(columns["person_id"], dtype=np.int64)
    between = _between(ids)
    where = numbers(Membership.objects.filter(**between, left_at=None), "person_id", "organisation_id")
    managed = Membership.objects.filter(**between, left_at=None, manager__isnull=False)
    managers = numbers(managed, "person_id", "manager_id")
    confirmed = Vouch.objects.confirmed().filter(**between).values_list("person_id", flat=True)
    called = zip(columns["person__profile__identity_light"], columns["person__name"], strict=True)
    return Told(
        ids=ids,
        block=_mentors(ids, columns, on),
        places=_places(columns),
        joined=np.array(columns["joined"], dtype=np.int64),
        called=b"".join(letters(light, "" if light else name.casefold()) for light, name in called),
        open_to=_open_to(columns["its_open_to"]),
        vouched=np.isin(ids, np.fromiter(set(confirmed), dtype=np.int64)),
        homes=_pairs(ids, where["person_id"], where["organisation_id"]),
        managers=_pairs(ids, managers["person_id"], managers["manager_id"]),
    )


def _between(ids: Rows) -> Between:
    """Everybody from the first to the last."""
    return {"person__gte": int(ids[0]), "person__lte": int(ids[-1])}


def _places(columns: Columns) -> Rows:
    capacity, taken = (np.array(columns[name], dtype=np.int64) for name in ("capacity", "taken"))
    return np.asarray(np.maximum(0, capacity - taken))


def _mentors(ids: Rows, columns: Columns, on: dt.date) -> Block:
    """What the engine asks for; the same as ``problem.mentors_of`` says person by person."""
    between = _between(ids)
    replies, weeks = bands_between(int(ids[0]), int(ids[-1])), _weeks(columns, on, between)
    trained = np.array([day is not None for day in columns["trained_at"]])
    cadences, cadence_words = coded(columns["its_cadences"])
    marks = columns["person__imprint__marks"]
    lists = {name: listed(columns[f"its_{name}"]) for name in LISTED if name in LISTS}
    lists |= {"skills": _levels(ids, between), "tags": _tags(ids, between)}
    channels = lists["channels"]
    own_time = [number for number, word in enumerate(channels.words) if word in AT_ONE_S_OWN_TIME]
    alone = np.isin(np.arange(len(ids)), channels.row[np.isin(channels.word, own_time)])
    flags = (
        alone,
        [not week for week in weeks],
        [True] * len(ids),
        _places(columns) > 0,
        [m is not None for m in marks],
    )
    return Block(
        lists={name: lists[name] for name in LISTS},
        values=_sliders(columns["its_values"]),
        cadences=cadences,
        cadence_words=[frozenset(int(days) for days in words_of(one)) for one in cadence_words],
        ready=np.array([REPLIES[replies.get(pk)] for pk in columns["person_id"]]) + len(REPLIES) * trained,
        week=np.frombuffer(b"".join(week.to_bytes(WEEK, "little") for week in weeks), np.uint8).reshape(
            -1, WEEK
        ),
        flags=np.array([np.array(row, dtype=bool) for row in flags]),
        text=np.array([one or 0 for one in marks], dtype=np.int64).view(np.uint64),
    )


def _sliders(told: Sequence[str | None]) -> NDArray[np.int8]:
    """Codes of sliders; of who did not say all eight none is known."""
    rows = [values if values and values.count(",") == NO_VALUES.count(",") else NO_VALUES for values in told]
    return (np.fromstring(",".join(rows), dtype=np.int64, sep=",").reshape(len(rows), -1) + 2).astype(np.int8)


def _open_to(told: Sequence[str]) -> NDArray[np.bool_]:
    codes, texts = coded(told)
    once = np.array([[who in words_of(text) for text in texts] for who in Findable.values], dtype=bool)
    return np.asarray(once[:, codes])


def _weeks(columns: Columns, on: dt.date, between: Between) -> list[int]:
    """Each person's free half-hours of the week around that day."""
    found: dict[int, list[Opening]] = defaultdict(list)
    rows = Window.objects.filter(**between).order_by("person_id", "weekday", "starts")
    for person, weekday, starts, ends in rows.values_list("person_id", "weekday", "starts", "ends"):
        found[person].append(Opening(weekday, starts, ends))
    zones = {name: ZoneInfo(name) for name in set(columns["person__timezone"])}
    both = zip(columns["person_id"], columns["person__timezone"], strict=True)
    return [mask_of(tuple(found[pk]), zones[zone], on) if pk in found else 0 for pk, zone in both]


def _levels(ids: Rows, between: Between) -> Listed:
    told = numbers(SkillLevel.objects.open_to_others().filter(**between), "person_id", "skill_id", "level")
    row, known = _rows(ids, told["person_id"])
    skills, word = np.unique(told["skill_id"][known], return_inverse=True)
    return Listed(skills.tolist(), row[known], word, told["level"][known])


def _tags(ids: Rows, between: Between) -> Listed:
    moves = Transition.objects.filter(**between).values_list("person_id", "move")
    people, made = _transposed(moves, 2)
    kinds = [kind for kind in WANTED if kind != "transition"]
    held = _transposed(Position.objects.filter(**between).values_list("person_id", *kinds), 1 + len(kinds))
    tags = [_tagged(ids, kind, held[0], column) for kind, column in zip(kinds, held[1:], strict=True)]
    tags.append(_tagged(ids, "transition", people, made))
    starts = np.cumsum([0, *(len(one.words) for one in tags)])
    return Listed(
        [word for one in tags for word in one.words],
        np.concatenate([one.row for one in tags]),
        np.concatenate([one.word + start for one, start in zip(tags, starts, strict=False)]),
    )


def _transposed(rows: QuerySet[Any, Any], width: int) -> list[tuple[Any, ...]]:  # Any: numbers and words
    return list(zip(*rows, strict=True)) or [()] * width


def _tagged(ids: Rows, kind: str, people: Sequence[int], values: Sequence[str]) -> Listed:
    row, known = _rows(ids, np.array(people, dtype=np.int64))
    codes, words = coded(values)
    known &= np.array([word != "" for word in words], dtype=bool)[codes] if words else known
    return Listed([(kind, str(word)) for word in words], row[known], codes[known])


def _rows(ids: Rows, people: Rows) -> tuple[Rows, NDArray[np.bool_]]:
    """The row of each, and whether they are among these mentors."""
    row = np.minimum(np.searchsorted(ids, people), len(ids) - 1)
    return row, np.asarray(ids[row] == people)


def _pairs(ids: Rows, people: Rows, what: Rows) -> Rows:
    row, known = _rows(ids, people)
    return np.stack([what[known], row[known]], axis=1)


def coded(values: Iterable[Hashable]) -> tuple[Rows, list[Hashable]]:
    """The number of each value, and the values in the order of their numbers."""
    number: dict[Hashable, int] = {}
    codes = [number.setdefault(value, len(number)) for value in values]
    return np.array(codes, dtype=np.int64), list(number)


def words_of(text: Hashable) -> list[str]:
    """The words of a list that was read as one text."""
    return str(text).split(APART) if text else []


def listed(texts: Sequence[str]) -> Listed:
    """Lists that were read as texts, their words end to end; each text is looked at once."""
    codes, known = coded(texts)
    lists = [words_of(text) for text in known]
    once, length = Listed.of(lists), np.array([len(words) for words in lists], dtype=np.int64)
    start, each = np.cumsum([0, *length])[:-1], length[codes]
    row, first = np.repeat(np.arange(codes.size), each), np.repeat(np.cumsum([0, *each])[:-1], each)
    return replace(once, row=row, word=once.word[np.repeat(start[codes], each) + np.arange(row.size) - first])
