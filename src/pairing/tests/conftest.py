"""Small random markets, and every answer there is to them."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import strategies as st


@st.composite
def markets(draw, most=4, several=False, fractions=False):
    """Fits, places, demand and allowed pairs of a small market."""
    people, mentors = draw(st.integers(0, most)), draw(st.integers(0, most))
    number = st.floats(-2, 5, allow_nan=False) if fractions else st.integers(-2, 5)
    cells = draw(st.lists(number, min_size=people * mentors, max_size=people * mentors))
    open_pairs = draw(
        st.lists(st.sampled_from([True, True, False]), min_size=len(cells), max_size=len(cells))
    )
    return (
        np.array(cells, dtype=float).reshape(people, mentors),
        np.array(draw(st.lists(st.integers(0, 2), min_size=mentors, max_size=mentors)), dtype=int),
        np.array(
            draw(st.lists(st.integers(0, 2 if several else 1), min_size=people, max_size=people)), dtype=int
        ),
        np.array(open_pairs, dtype=bool).reshape(people, mentors),
    )


def every_answer(fit, capacity, demand, allowed):
    """All choices of pairs that keep to places and demand."""
    mine = [
        [choice for size in range(wanted + 1) for choice in combinations(np.flatnonzero(row), size)]
        for wanted, row in zip(demand, allowed, strict=True)
    ]
    for choices in product(*mine):
        pairs = [(mentee, int(mentor)) for mentee, choice in enumerate(choices) for mentor in choice]
        load = np.bincount([mentor for _, mentor in pairs], minlength=len(capacity))
        if (load <= capacity).all():
            yield pairs


@pytest.fixture
def rng():
    """Chance that is the same every time."""
    return np.random.default_rng(7)
