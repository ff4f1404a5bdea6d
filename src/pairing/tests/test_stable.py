"""``stable``: no blocking pair, and nobody of the proposing side could do better."""

from importlib import import_module
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pairing import InputError, audit, blocking_pairs, deferral, rankings, stable

from .conftest import every_answer


def lists(strangers):
    """Rankings of some strangers, with ties."""
    tied = st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=2, unique=True), max_size=4)
    return st.lists(tied.map(lambda groups: once(groups, strangers)), min_size=strangers, max_size=strangers)


def once(groups, strangers):
    seen, ranking = set(), []
    for group in groups:
        fresh = [who for who in group if who < strangers and who not in seen]
        seen.update(fresh)
        if fresh:
            ranking.append(fresh[0] if len(fresh) == 1 else fresh)
    return ranking


both = st.integers(1, 3).flatmap(
    lambda n: st.tuples(lists(n), lists(n), st.lists(st.integers(0, 2), min_size=n, max_size=n))
)


def place(ranking, whom):
    return next((rank for rank, named in enumerate(ranking) if whom in np.atleast_1d(named)), None)


def blocks(pairs, mine, theirs, capacity):
    """By the definition, one pair at a time."""
    found = []
    for mentee, mentor in product(range(len(mine)), range(len(theirs))):
        wish, back = place(mine[mentee], mentor), place(theirs[mentor], mentee)
        if wish is None or back is None or (mentee, mentor) in pairs or not capacity[mentor]:
            continue
        now = [place(mine[mentee], other) for who, other in pairs if who == mentee]
        held = [place(theirs[mentor], who) for who, other in pairs if other == mentor]
        if (not now or wish < now[0]) and (len(held) < capacity[mentor] or back < max(held)):
            found.append((mentee, mentor))
    return found


@given(both, st.sampled_from(["mentees", "mentors"]), st.integers(0, 3), st.booleans())
@settings(max_examples=80, deadline=None)
def test_no_two_people_would_rather_have_each_other(sides, proposing, seed, looked_up):
    mine, theirs, capacity = sides
    with pytest.MonkeyPatch.context() as patch:
        if looked_up:
            patch.setattr(rankings, "SQUARE", -1)
        answer = stable(mine, theirs, capacity, proposing=proposing, seed=seed)
        made = {tuple(pair) for pair in answer.pairs.tolist()}

        assert blocking_pairs(answer, mine, theirs, capacity) == blocks(made, mine, theirs, capacity) == []
    assert (answer.load <= capacity).all()
    assert all(place(mine[a], b) is not None and place(theirs[b], a) is not None for a, b in made)


@given(both)
@settings(max_examples=60, deadline=None)
def test_each_side_gets_its_best_stable_mentor_when_it_proposes(sides):
    mine, theirs, capacity = sides
    mine = [[np.atleast_1d(named)[0] for named in ranking] for ranking in mine]
    theirs = [[np.atleast_1d(named)[0] for named in ranking] for ranking in theirs]
    names = np.array([[place(mine[a], b) is not None and place(theirs[b], a) is not None
                       for b in range(len(theirs))] for a in range(len(mine))])  # fmt: skip
    answers = [dict(pairs) for pairs in every_answer(names * 0, capacity, [1] * len(mine), names)
               if not blocks(set(pairs), mine, theirs, capacity)]  # fmt: skip

    ask = dict(stable(mine, theirs, capacity).pairs.tolist())
    asked = dict(stable(mine, theirs, capacity, proposing="mentors").pairs.tolist())

    for mentee, ranking in enumerate(mine):
        places = [place(ranking, answer[mentee]) if mentee in answer else 99 for answer in answers]
        assert (place(ranking, ask[mentee]) if mentee in ask else 99) == min(places)
        assert (place(ranking, asked[mentee]) if mentee in asked else 99) == max(places)


@pytest.mark.parametrize("way", ["arrays", "pairs"])
@pytest.mark.parametrize("proposing", ["mentees", "mentors"])
def test_compiled_and_plain_loops_say_the_same(rng, monkeypatch, proposing, way):
    mine = np.argsort(rng.random((60, 20)), axis=1)
    theirs = np.argsort(rng.random((20, 60)), axis=1)
    mine[rng.random(mine.shape) < 0.2] = -1
    capacity = rng.integers(0, 9, 20)
    fast = stable(mine, theirs, capacity, proposing=proposing, fit=np.ones((60, 20)))
    module = import_module("pairing.stable")
    for where, names in ((module, ("rise", "sink", "heaps", "propose", "defer", "places_of")),
                         (deferral, ("worst_of",))):  # fmt: skip
        for name in names:
            monkeypatch.setattr(where, name, getattr(where, name).py_func)
    if way == "pairs":
        monkeypatch.setattr(module, "HEAPED", -1)

    slow = stable(mine, theirs, capacity, proposing=proposing)

    assert slow.pairs.tolist() == fast.pairs.tolist()
    assert fast.total == len(fast.pairs)
    with pytest.raises(InputError, match="names 20"):
        stable(np.where(mine == 0, 20, mine), theirs, capacity)
    assert blocking_pairs(fast, mine, theirs, capacity) == []


def test_a_best_fit_can_block_and_the_audit_counts_it():
    answer = stable([[0], [0]], [[0, 1]], [1])
    wrong = stable([[], [0]], [[0, 1]], [1])

    assert (answer.pairs.tolist(), answer.unmatched.tolist()) == ([[0, 0]], [1])
    assert blocking_pairs(wrong, [[0], [0]], [[0, 1]], [1]) == [(0, 0)]
    assert audit(wrong, [[9.0], [1.0]]).blocking == 1


@pytest.mark.parametrize(
    ("mine", "theirs", "options", "code"),
    [
        ([[1]], [[0]], {}, "stranger"),
        ([[0]], [[5]], {}, "stranger"),
        ([[0, 0]], [[0]], {}, "twice"),
        ([[[0, 0]]], [[0]], {}, "twice"),
        (np.zeros(3, int), [[0]], {}, "shape"),
        (np.array([[1]]), np.array([[0]]), {}, "stranger"),
        (np.array([[0]]), np.array([[0, 0]]), {}, "twice"),
        ([[0]], [[0]], {"proposing": "both"}, "proposing"),
    ],
)
@pytest.mark.parametrize("square", [-1, 99])
def test_rankings_that_cannot_be_meant_are_refused(mine, theirs, options, code, square, monkeypatch):
    monkeypatch.setattr(rankings, "SQUARE", square)
    with pytest.raises(InputError) as refusal:
        stable(mine, theirs, [1], **options)

    assert refusal.value.code == code


def test_arrays_are_padded_and_lists_may_be_full():
    padded = stable(np.array([[1, 0], [1, -1]]), np.array([[0, -1], [1, 0]]), [1, 1])

    assert (
        padded.pairs.tolist()
        == stable([[1, 0], [1]], [[0], [1, 0]], [1, 1]).pairs.tolist()
        == [[0, 0], [1, 1]]
    )


def test_arrays_of_some_names_have_the_answer_of_lists(rng):
    mine = np.where(rng.random((30, 12)) < 0.7, np.argsort(rng.random((30, 12)), axis=1), -1)
    theirs = np.where(rng.random((12, 30)) < 0.7, np.argsort(rng.random((12, 30)), axis=1), -1)
    lists = [[[int(whom) for whom in row if whom >= 0] for row in side] for side in (mine, theirs)]
    for proposing in ("mentees", "mentors"):
        for room in (rng.integers(0, 4, 12), np.zeros(12)):
            answer = stable(mine, theirs, room, proposing=proposing)
            assert answer.pairs.tolist() == stable(*lists, room, proposing=proposing).pairs.tolist()


@pytest.mark.parametrize("read", [list, np.array])
def test_whoever_asks_gets_the_better_of_two_stable_answers(read):
    mine, theirs = read([[0, 1], [1, 0]]), read([[1, 0], [0, 1]])

    assert stable(mine, theirs, [1, 1]).pairs.tolist() == [[0, 0], [1, 1]]
    assert stable(mine, theirs, [1, 1], proposing="mentors").pairs.tolist() == [[0, 1], [1, 0]]


@pytest.mark.parametrize("places", [(11, 7), (2, 30), (1, 1), (0, 5)])
def test_mentors_with_many_places_keep_the_best_who_asked(rng, places):
    theirs = [rng.permutation(40).tolist() for _ in places]

    answer = stable([[0, 1]] * 40, theirs, places)

    first = sorted(theirs[0][: places[0]])
    rest = [who for who in theirs[1] if who not in first]
    assert answer.mentees_of(0).tolist() == first
    assert answer.mentees_of(1).tolist() == sorted(rest[: places[1]])


@pytest.mark.parametrize("proposing", ["mentees", "mentors"])
def test_ties_leave_nobody_who_would_rather_have_each_other(rng, proposing):
    def tied(strangers):
        order = rng.permutation(strangers).tolist()
        return [order[0], order[1:4], *order[4:]]

    for seed in range(4):
        mine, theirs = [tied(6) for _ in range(25)], [tied(25) for _ in range(6)]
        answer = stable(mine, theirs, [3] * 6, proposing=proposing, seed=seed)

        assert blocks({tuple(pair) for pair in answer.pairs.tolist()}, mine, theirs, [3] * 6) == []
        assert blocking_pairs(answer, mine, theirs, [3] * 6) == []


def test_equals_are_drawn_by_lot_from_the_seed():
    drawn = {int(stable([[[0, 1]]], [[0], [0]], [1, 1], seed=seed).pairs[0, 1]) for seed in range(20)}
    kept = {int(stable([[0], [0]], [[[0, 1]]], [1], seed=seed).pairs[0, 0]) for seed in range(20)}

    assert drawn == kept == {0, 1}


def test_whom_a_mentor_likes_as_well_as_their_own_blocks_nothing():
    mine, theirs = [[0], [0]], [[[0, 1]]]
    answer = stable(mine, theirs, [1])

    assert blocking_pairs(answer, mine, theirs, [1]) == []
    assert blocking_pairs(stable([[], []], theirs, [1]), mine, theirs, [0]) == []
    assert len(blocking_pairs(stable([[], []], theirs, [1]), mine, theirs, [1])) == 2


@pytest.mark.parametrize(("square", "heaped", "quick"), [(20, 3, 1), (19, 3, 0), (20, 2, 0), (9, 2, 0)])
def test_few_people_in_arrays_take_the_quick_way(rng, monkeypatch, square, heaped, quick):
    module, ways = import_module("pairing.stable"), []
    monkeypatch.setattr(rankings, "SQUARE", square)
    monkeypatch.setattr(module, "HEAPED", heaped)
    monkeypatch.setattr(module, "defer", lambda *given: ways.append(1) or deferral.defer(*given))
    mine, theirs = np.argsort(rng.random((5, 4)), axis=1), np.argsort(rng.random((4, 5)), axis=1)

    assert stable(mine, theirs, [1, 3, 1, 1]).people == 5
    assert len(ways) == quick


def test_nobody_ranks_nobody():
    assert stable(np.zeros((0, 0), int), np.zeros((0, 0), int), []).pairs.shape == (0, 2)
    assert stable([], [], []).pairs.shape == (0, 2)
    assert stable([[], []], [[]], [1]).people == 0


@pytest.mark.parametrize(
    ("proposing", "pairs"),
    [
        ("mentees", [[0, 2], [1, 0], [3, 2], [4, 1], [5, 1], [6, 0]]),
        ("mentors", [[0, 1], [2, 2], [3, 0], [4, 1], [5, 2], [6, 0]]),
    ],
)
def test_lots_fall_alike_in_every_version_or_no_old_round_could_be_decided_again(proposing, pairs):
    everybody, all_of_them = [list(range(3))], [list(range(7))]
    answer = stable([everybody] * 7, [all_of_them] * 3, [2, 2, 2], proposing=proposing, seed=3)

    assert answer.pairs.tolist() == pairs
