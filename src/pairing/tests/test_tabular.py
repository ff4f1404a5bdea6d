"""People from columnar tables, as pyarrow and Polars give them."""

import sys
from types import SimpleNamespace

import pytest

from pairing import GoalSkill, InputError, Mentor, Problem, Tag, mentees_of, mentors_of, tabular

BEN = {
    "key": "ben", "goals": [{"skill": "B3", "own": 2, "target": None}], "values": [2, None, 0, 0, 0, 0, 0, -2],
    "wanted": [{"kind": "industry", "value": "health"}], "free": [True] * 336, "languages": ["en"],
    "cadence_days": None, "managers": ["cleo"], "mentors": 1,
}  # fmt: skip
ADA = {
    "key": "ada",
    "levels": [("B3", 4)],
    "tags": [{"kind": "industry", "value": "health", "year": 2020}],
    "languages": ["en"],
}


class Rows:
    """A table that gives its rows, by the name that its makers have for it."""

    def __init__(self, rows, way="to_pylist"):
        setattr(self, way, lambda: rows)


class Stream:
    """A table that only speaks Arrow's interface."""

    def __arrow_c_stream__(self, requested_schema=None):
        raise NotImplementedError


@pytest.mark.parametrize("way", ["to_pylist", "to_dicts"])
@pytest.mark.parametrize("levels", [[("B3", 4)], [{"skill": "B3", "level": 4}], {"B3": 4}])
def test_a_table_has_the_people_of_its_rows(way, levels):
    mentees, mentors = mentees_of(Rows([BEN], way)), mentors_of(Rows([{**ADA, "levels": levels}], way))

    assert mentors == (
        Mentor(key="ada", levels={"B3": 4}, tags=(Tag("industry", "health", 2020),), languages=("en",)),
    )
    assert mentees[0].goals == (GoalSkill(skill="B3", own=2),)
    assert (mentees[0].values[1], mentees[0].managers, mentees[0].languages) == (None, {"cleo"}, ("en",))
    assert Problem(mentees, mentors).assign().pairs.tolist() == [[0, 0]]


def test_what_speaks_arrow_is_read_by_pyarrow_when_it_is_there(monkeypatch):
    monkeypatch.setattr(tabular, "find_spec", lambda _: None)
    with pytest.raises(InputError, match="need pyarrow"):
        mentors_of(Stream())
    monkeypatch.setattr(tabular, "find_spec", lambda _: True)
    monkeypatch.setitem(sys.modules, "pyarrow", SimpleNamespace(table=lambda _: Rows([ADA])))

    assert mentors_of(Stream())[0].key == "ada"


@pytest.mark.parametrize(
    ("row", "code", "words"),
    [
        ({"key": "x", "shoes": 44}, "column", "has no shoes"),
        ({"key": None, "languages": ["en"]}, "column", "Row 1 has no key"),
        ({"key": "x", "values": [9] * 8}, "values", "Row 1: A work value goes"),
        ({"key": "x", "goals": [{"name": "B3"}]}, "row", "Row 1: "),
    ],
)
def test_rows_that_cannot_be_read_are_refused_with_their_number(row, code, words):
    with pytest.raises(InputError, match=words) as refusal:
        mentees_of(Rows([BEN, row]))

    assert refusal.value.code == code
