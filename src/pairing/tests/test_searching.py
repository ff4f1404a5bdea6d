"""A crowd in codes and bitmaps gives the same fits, gates and best people as the full table."""

# ruff: noqa: S311 - people by chance, the same every time

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from pairing import Crowd, Gathering, GoalSkill, InputError, Mentee, Mentor, Tag, Weights, ask, bitmaps
from pairing.fit import different_angle, prepare, score_all
from pairing.gates import Gate

TAGS = [Tag("industry", name) for name in ("fintech", "health", "games")] + [Tag("transition", "to_pm", 2019)]
LANGUAGES, CHANNELS, HELPS = ("en", "de", "fr"), ("video", "mail", "chat"), ("ask", "listen", "advise")


def some(dice: Random, words, most=2):
    return tuple(dice.sample(words, dice.randint(0, min(most, len(words)))))


def mentor(key: int, dice: Random) -> Mentor:
    return Mentor(
        key=key, levels={skill: dice.randint(1, 5) for skill in some(dice, range(8), 6)},
        values=dice.choice([None, tuple(dice.choice([-2, -1, 0, 1, 2, None]) for _ in range(8))]),
        tags=some(dice, TAGS, 3), free=dice.choice([None, dice.getrandbits(336) & dice.getrandbits(336)]),
        asynchronous=dice.random() < 0.3, languages=some(dice, LANGUAGES), channels=some(dice, CHANNELS),
        cadences=some(dice, (7, 14, 28)), formats=some(dice, ("long", "flash")), traits=some(dice, HELPS),
        capacity=dice.randint(0, 3), taken=1, trained=dice.random() < 0.5, opted_in=dice.random() < 0.9,
        replies=dice.choice(["often", "sometimes", "seldom", None]), organisations=some(dice, ("acme", "guild")),
        text=dice.choice([None, dice.getrandbits(64)]),
    )  # fmt: skip


def mentee(dice: Random) -> Mentee:
    return Mentee(
        key="me", values=dice.choice([None, tuple(dice.choice([-2, 0, 1, None]) for _ in range(8))]),
        goals=tuple(
            GoalSkill(skill=skill, own=dice.choice([None, 0, 2, 5]), priority=dice.randint(1, 3))
            for skill in some(dice, range(9), 3)
        ),
        wanted=some(dice, TAGS, 3), free=dice.choice([None, 0, dice.getrandbits(336) & dice.getrandbits(336)]),
        asynchronous=dice.random() < 0.3, languages=some(dice, LANGUAGES), channels=some(dice, CHANNELS),
        cadence_days=dice.choice([None, 7, 28]), formats=some(dice, ("long", "flash")),
        wishes=some(dice, HELPS), organisations=some(dice, ("acme", "guild")), complete=dice.random() < 0.5,
        reach=dice.choice(["both", "inside", "outside"]), opted_in=dice.random() < 0.9,
        text=dice.choice([None, dice.getrandbits(64)]),
    )  # fmt: skip


def gathered(mentors, block=64) -> Crowd:
    gathering = Gathering()
    for start in range(0, len(mentors), block):
        gathering.add(mentors[start : start + block])
    return gathering.done()


@pytest.mark.parametrize("seed", range(60))
def test_fits_gates_and_the_best_are_those_of_the_full_table(seed):
    dice = Random(seed)
    mentors = [mentor(key, dice) for key in range(dice.choice([1, 63, 200]))]
    me, size = mentee(dice), len(mentors)
    weights = dice.choice(
        [Weights(), Weights(goals=30, values=20, context=20, logistics=20, preferences=10, readiness=0)]
    )
    full, asked = score_all(me, prepare(mentors), weights), ask(me, gathered(mentors), weights)

    rows = np.arange(size)
    assert asked.fit.of(rows).tolist() == full.total.tolist()
    inside = bitmaps.of_flags(
        np.array([bool(set(one.organisations) & set(me.organisations)) for one in mentors])
    )
    for gate, shut in asked.closed(inside).items():
        assert bitmaps.has(shut, rows).tolist() == (full.closed & gate > 0).tolist(), gate
    assert asked.closed().keys() <= asked.closed(inside).keys()
    mask = rng_mask(dice, size)
    best, fits = asked.best(mask, 5)
    allowed = bitmaps.rows_of(mask)
    bar = sorted(full.total[allowed])[-5:][:1]
    assert sorted(best) == [row for row in allowed if full.total[row] >= bar[0]]
    assert fits.tolist() == full.total[best].tolist()
    only = np.where(bitmaps.has(mask, rows) & (full.closed == 0), 0, 1).astype(np.uint16)
    open_ones, shown = bitmaps.of_flags(only == 0), best[:2]
    expected = different_angle(type(full)(full.total, full.parts, only), weights, shown=shown.tolist())
    assert asked.different_angle(open_ones, shown) == expected


def rng_mask(dice: Random, size: int):
    return bitmaps.of_flags(np.array([dice.random() < 0.8 for _ in range(size)]))


def test_among_very_many_whoever_cannot_reach_the_bar_is_dropped_and_nobody_else(rng):
    few = [mentor(key, Random(key)) for key in range(640)]
    small = gathered(few)
    places = rng.integers(0, 640, 140_000)
    wide = {name: _repeated(array, places, small.size) for name, array in small.arrays.items()}
    asked = ask(mentee(Random(3)), Crowd(places.size, small.words, wide))
    mask = bitmaps.everybody(places.size)

    rows, fits = asked.best(mask, 10)
    every = asked.fit.of(np.arange(places.size))
    assert (bitmaps.of_rows(np.arange(places.size), places.size) == mask).all()
    assert sorted(rows) == np.flatnonzero(every >= np.sort(every)[-10]).tolist()
    assert (fits.min(), bitmaps.count(asked.free_together())) == (np.sort(every)[-10], 0)


def _repeated(array, places, size):
    if array.dtype == np.uint8 or array.shape[-1] == size:
        return array[:, places]
    return bitmaps.of_flags(
        np.array([bitmaps.has(row, np.arange(size))[places] for row in array]).reshape(len(array), -1)
    )


def test_nobody_at_all_is_a_crowd_too():
    asked = ask(mentee(Random(1)), Gathering().done())

    assert (len(asked.crowd), asked.best(bitmaps.nobody(0), 3)[0].size) == (0, 0)
    assert asked.different_angle(bitmaps.nobody(0), np.empty(0, dtype=np.int64)) is None
    assert Gate.OUT_OF_REACH not in asked.closed()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (lambda: Gathering().add([Mentor(key=1, wishes=("a",))]), "crowd"),
        (lambda: gathered([Mentor(key=1), Mentor(key=2)], block=1), "block"),
        (lambda: gathered([Mentor(key=n, cadences=(n + 1,)) for n in range(257)], block=512), "cadence"),
        (lambda: ask(Mentee(key=1, ranking=(2,)), Gathering().done()), "ranking"),
        (lambda: ask(Mentee(key=1), Gathering().done()).best(bitmaps.nobody(0), 0), "count"),
    ],
)
def test_what_a_crowd_cannot_keep_is_refused(wrong, code):
    with pytest.raises(InputError) as refused:
        wrong()
    assert refused.value.code == code
