"""The vectors of practice-vectors.json that no practice tool computes, and that none of the file is left untested."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from alongside.mentoring.goals.gas import t_score
from alongside.mentoring.reviews.recommending import NetPromoters, net_promoters

TOOLS = Path(__file__).parents[1] / "src/alongside/practice/tools/tests"
VECTORS = json.loads((TOOLS / "vectors.json").read_text("utf-8"))


def test_goal_attainment() -> None:
    for told in VECTORS["gas"]:
        pairs = zip(told["w"], told["x"], strict=True)
        assert t_score(pairs) == pytest.approx(told["T"], abs=1e-2)


def test_net_promoters() -> None:
    told = VECTORS["nps"]
    found = NetPromoters(told["promoters"], told["passives"], told["detractors"])
    assert found.score == told["score"]
    assert net_promoters([9, 10] * 3 + [7, 8, 8] + [0, 6, 3]) == found


def test_every_vector_is_read_by_a_test() -> None:
    read = re.compile(r"""VECTORS\["(\w+)"\]""")
    tests = [Path(__file__), TOOLS / "test_computing.py"]
    assert {name for test in tests for name in read.findall(test.read_text("utf-8"))} == set(VECTORS)
