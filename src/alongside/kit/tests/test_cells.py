"""What stands in a cell is a text and no formula, and comes back as it was."""

from __future__ import annotations

import pytest

from alongside.kit.cells import FORMULA_STARTS, as_typed, harmless


@pytest.mark.parametrize("start", [*FORMULA_STARTS, *(f"'{start}" for start in FORMULA_STARTS), "''="])
def test_a_formula_stands_behind_a_quote_and_comes_back(start):
    text = f"{start}cmd|' /C calc'!A0"

    assert (harmless(text), as_typed(harmless(text))) == (f"'{text}", text)


@pytest.mark.parametrize("text", ["", "'", "'tis", "Ada", "3 = 3", "O'Neill"])
def test_every_other_text_stays_as_it_is(text):
    assert (harmless(text), as_typed(text)) == (text, text)
