"""What is read from the record in columns is what is read of each person by themself."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from alongside.growth.skills.models import SkillLevel
from alongside.kit.clock import now
from alongside.matching.imprints.models import Imprint
from alongside.matching.problem.crowds import Listed
from alongside.matching.requests.models import Request
from alongside.matching.search import columns, few
from alongside.matching.search.wide import building, reading
from alongside.matching.search.wide.segment import Filling
from alongside.people.availability.models import Window
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile


@pytest.fixture
def varied(crowd):
    """People who said much, little, nothing or odd things."""
    Profile.objects.filter(person=crowd[40]).update(
        values=[1, -2, 0, 1, 2, 0, 0, 1], languages=[], channels=[]
    )
    Profile.objects.filter(person=crowd[41]).update(values=None, channels=["mail", "docs"])
    Profile.objects.filter(person=crowd[42]).update(values=[1, 2])
    Offer.objects.filter(person=crowd[43]).update(
        cadences=[], helps=[], formats=[], trained_at=dt.date(2026, 1, 2)
    )
    Offer.objects.filter(person=crowd[44]).update(capacity=2, taken=2)
    Offer.objects.filter(person=crowd[45]).update(open=False)
    Window.objects.filter(person=crowd[46]).delete()
    SkillLevel.objects.filter(person=crowd[47]).delete()
    for person, marks in ((crowd[48], -1), (crowd[49], None), (crowd[50], 12)):
        Imprint.objects.create(person=person, marks=marks)
    for number, state in enumerate(["accepted", "expired", "declined", "expired"]):
        Request.objects.create(
            mentee=crowd[60 + number], mentor=crowd[51], goal="g", state=state, key_id=crowd[60].key_id
        )
    return crowd


def test_both_ways_of_reading_tell_the_same(varied):
    on = now().date()
    quick, slow = Filling(), Filling()
    for told in reading.blocks(on, 64):
        quick.take(told)
    rows = columns.read(on)
    for start in range(0, len(rows), 64):
        slow.add({pk: rows[pk] for pk in sorted(rows)[start : start + 64]})
    one, other = quick.done(), slow.done()

    assert one.own.keys() == other.own.keys()
    for name in {*one.own} - {"home_row", "manager_row"}:
        assert one.own[name].tolist() == other.own[name].tolist(), name
    for facet, values in one.facets.items():
        told = {value: bits.tolist() for value, bits in values.items() if bits.any()}
        assert told == {value: bits.tolist() for value, bits in other.facets[facet].items() if bits.any()}, (
            facet
        )
    for name in ("values", "ready", "slots", "flags", "text"):
        assert one.crowd.arrays[name].tolist() == other.crowd.arrays[name].tolist(), name
    for kind in ("channels", "traits", "formats"):
        assert by_word(one, kind) == by_word(other, kind)
    assert cadences(one) == cadences(other)
    for home in set(one.own["home"].tolist()):
        assert one.belonging_to([home]).tolist() == other.belonging_to([home]).tolist()
    assert one.reporting_to(varied[0].pk).tolist() == other.reporting_to(varied[0].pk).tolist()


def test_the_few_of_a_page_are_read_alike_in_one_statement(varied, django_assert_num_queries):
    on, people = now().date(), [one.pk for one in varied[:60]]
    few.read(on, people[:1])
    with django_assert_num_queries(3):
        found = few.read(on, people)
    expected = columns.read(on, set(people))

    assert found.keys() == expected.keys()
    for pk, row in expected.items():
        assert replace(found[pk], mentor=in_order(found[pk].mentor)) == replace(
            row, mentor=in_order(row.mentor)
        )


def in_order(mentor):
    return replace(
        mentor, tags=tuple(sorted(mentor.tags, key=str)), levels=dict(sorted(mentor.levels.items()))
    )


def by_word(segment, kind):
    rows = segment.crowd.arrays[kind]
    words, spare = getattr(segment.crowd.words, kind).words, kind != "traits"
    return {word: rows[number + spare].tolist() for number, word in enumerate(words)}


def cadences(segment):
    return [segment.crowd.words.cadences[code] for code in segment.crowd.arrays["cadence"][0]]


def test_somebody_alone_who_said_nothing_is_read(cast, monkeypatch):
    monkeypatch.setattr(building, "LARGE", 0)
    on = now().date()
    assert list(reading.blocks(on, 64)) == []
    Profile.objects.get_or_create(person=cast.ada)
    Offer.objects.create(person=cast.ada)

    (told,) = reading.blocks(on, 64)
    assert (told.ids.tolist(), len(told.block.lists["skills"].row)) == ([cast.ada.pk], 0)


def test_lists_are_laid_end_to_end():
    made = reading.listed(["b\x1fa", "", "a", "b\x1fa"])

    told = [(int(row), made.words[word]) for row, word in zip(made.row, made.word, strict=True)]
    assert told == [(0, "b"), (0, "a"), (2, "a"), (3, "b"), (3, "a")]
    assert isinstance(reading.listed([]), Listed)
