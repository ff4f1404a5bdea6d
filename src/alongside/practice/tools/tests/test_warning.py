"""Each warning of domain.md §4 that a sheet can earn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alongside.practice.tools.registry import TOOLS
from alongside.practice.tools.tool import Row, Sheet


def sheet(*rows: dict, **settings) -> Sheet:
    return Sheet(tuple(Row(f"r{at}", row) for at, row in enumerate(rows)), settings)


def keys(tool: str, *rows: dict, **settings) -> set[str]:
    made, found = sheet(*rows, **settings), TOOLS[tool]
    return {caution.key for caution in found.warn(made, found.compute(made))}


MUST = {"item": "A", "effort": 50.0, "category": "M", "reason": "law"}
SURE = {"accurate": True, "known": True, "performing": True, "low_risk": True}
RICE = {"idea": "A", "reach": 10.0, "impact": "1", "confidence": 100.0, "effort": 1.0}
WSJF = {"job": "A", "value": "2", "time": "13", "risk": "2", "size": "20"}
OKR = {"result": "Launch it", "objective": "O", "start": 0.0, "target": 10.0, "current": 10.0}


@pytest.mark.parametrize(
    ("tool", "rows", "settings", "expected"),
    [
        ("moscow", [MUST], {"capacity": 40.0}, {"too_much_must", "no_contingency", "infeasible", "empty_wont"}),
        ("moscow", [MUST], SURE, {"no_contingency", "empty_wont"}),
        ("moscow", [MUST | {"effort": None, "reason": ""}], {}, {"counted", "empty_wont", "must_without_reason"}),
        ("moscow", [MUST | {"category": "S"}], {"capacity": 40.0}, {"no_contingency", "over_capacity", "empty_wont"}),
        ("moscow", [MUST], SURE | {"ended": "2026-11-20", "ordered": "2026-11-06"}, {"no_contingency", "empty_wont", "not_reordered"}),
        ("moscow", [MUST], SURE | {"ended": "2026-11-20"}, {"no_contingency", "empty_wont", "not_reordered"}),
        ("moscow", [MUST], SURE | {"ended": "2026-11-20", "ordered": "2026-11-20"}, {"no_contingency", "empty_wont"}),
        ("rice", [RICE, RICE | {"reach": 9.0}], {"base": 9.0}, {"no_period", "over_base", "tie"}),
        ("rice", [RICE | {"confidence": 20.0, "must": True}], {"period": "Q"}, {"moonshot", "must_scored"}),
        ("rice", [RICE | {"confidence": 0.0}], {"period": "Q"}, {"moonshot"}),
        ("ice", [{"idea": "A", "confidence": 5.0, "scorers": 2.0, "spread": far} for far in (3.0, 4.0)], {"mode": "mean"}, {"far_apart"}),
        ("ice", [{"idea": "A", "confidence": 5.0, "scorers": 2.0, "spread": 3.0}], {"mode": "mean"}, set()),
        ("ice", [{"idea": "A", "confidence": 9.0}], {}, {"sure_without_evidence", "one_scorer", "no_mode"}),
        ("wsjf", [WSJF, WSJF], {}, {"no_one", "too_large", "all_urgent"}),
        (
            "cost-of-delay",
            [{"job": "A", "cost": 9.0, "weeks": 1.0, "deadline": "2027-01-01", "after": "B"}, {"job": "B", "cost": 1.0, "weeks": 1.0}],
            {}, {"no_unit", "cliff", "dependency"},
        ),
        ("kano", [{"feature": "A", "there": "like", "missing": "like", "segment": s} for s in "xy"], {}, {"few", "questionable", "segments"}),
        ("opportunity-score", [{"need": "Add a button", "importance": "1 1", "satisfaction": "5 5"}], {}, {"no_segment", "feature", "over_served"}),
        ("value-effort", [{"idea": i, "value": 9.0, "effort": 1.0, "after": "B"} for i in "ABC"], {}, {"one_quadrant", "no_source", "dependency"}),
        ("roadmap", [{"problem": "Build it", "lane": "later", "date": "2027-01-01", "touched": "2026-01-01"}], {"today": "2026-11-01"}, {"later_dated", "feature", "untouched"}),
        ("roadmap", [{"problem": p, "lane": "now"} for p in "ABCDEF"], {}, {"no_measure", "too_much_now", "no_goal"}),
        ("okr", [OKR], {}, {"task", "too_easy", "no_guard"}),
        ("okr", [OKR | {"result": "Calls", "start": 10.0, "kind": "committed"}], {}, {"no_move", "no_guard"}),
        ("opportunity-tree", [{"name": "A", "kind": "need", "under": "B", "target": True}, {"name": "B", "kind": "solution", "under": "A"}], {}, {"circle", "outcomes", "few_solutions", "few_sources", "odd_place", "untested"}),
        ("stakeholder-map", [{"who": "A", "power": 5.0, "interest": 5.0, "talked": "2026-01-01"}], {"today": "2026-11-01"}, {"no_owner", "quiet", "real_people"}),
        ("raci", [{"decision": "A", "a": "X, Y", "c": "A, B, C, D"}], {}, {"not_one", "nobody_does", "many_consulted"}),
        ("pr-faq", [{"question": "A"}], {"headline": "The best"}, {"missing", "praise", "no_hard_question"}),
        ("positioning", [{"part": "A"}], {"statement": "A dynamic word " * 30}, {"no_role", "empty", "too_long", "hollow"}),
        ("decision-log", [{"question": "A", "options": "One", "confidence": 80.0, "outcome": "yes"}], {}, {"one_option", "no_review", "few"}),
        ("premortem", [{"reason": r, "likelihood": 5.0, "impact": 5.0, "who": "A"} for r in "ABC"], {"committed": True}, {"undefined", "no_action", "one_voice", "too_late"}),
        ("pitch", [{"criterion": "A", "score": "2"}], {"limit": 5.0, "taken": 9.0, "ask": "This?\nThat?"}, {"many_asks", "over_time", "no_downside", "objection", "one_judge"}),
        ("career-matrix", [{"criterion": "A", "weight": 50.0, "gate": 5.0, "a": 3.0, "b": 3.0}], {}, {"not_100", "tie", "gate", "no_evidence", "same"}),
        ("interview-stories", [{"title": "A", "action": "we we I built it", "year": 2020.0}], {"year": 2026.0}, {"no_result", "we", "built", "old", "secret"}),
        ("interview-stories", [{"title": "A", "result": "R", "skills": "X, Y, Z", "cleared": True}], {"targets": "X, Y, Z"}, {"everywhere"}),
        ("interview-stories", [{"title": "A", "result": "R", "skills": "X, Y", "cleared": True}], {"targets": "X, Y, Z"}, set()),
        ("interview-stories", [{"title": "A", "result": "R", "skills": "X, Y", "cleared": True}], {"targets": "X, Y"}, set()),
        ("brag-doc", [{"what": w, "month": "2026-01-01", "project": "P", "skill": "X"} for w in "ABC"], {"targets": "Y"}, {"no_outcome", "one_project", "recent", "alone", "unmapped"}),
        ("transition-plan", [{"goal": g, "phase": "30", "kind": "promise"} for g in "ABCD"], {}, {"too_many", "no_listening", "early_promise", "unchecked"}),
        ("portfolio", [{"case": "A", "result": "B", "secret": True}], {}, {"no_otherwise", "secret", "no_team"}),
        ("bridge", [{"experience": "A", "skill": "User focus"}], {}, {"title", "users"}),
    ],
)  # fmt: skip
def test_a_sheet_earns_its_warnings(tool, rows, settings, expected):
    assert keys(tool, *rows, **settings) == expected


ONE_A = {"r": "X", "a": "X", "i": "X, Y, Z, W"}


@pytest.mark.parametrize(
    ("tool", "rows", "settings", "expected"),
    [
        ("kano", [{"feature": "A", "there": t, "missing": m} for t, m in [("like", "neutral"), ("like", "dislike")]], {}, "mixed"),
        ("okr", [OKR | {"current": 5.0, "kind": "committed"}], {}, "committed"),
        ("okr", [OKR] * 6, {}, "too_many"),
        ("okr", [OKR | {"objective": name} for name in "ABCD"], {}, "too_many"),
        ("opportunity-tree", [{"name": "Revenue", "kind": "outcome"}], {}, "business_metric"),
        ("raci", [ONE_A | {"decision": name} for name in "ABC"], {}, "heavy"),
        ("raci", [ONE_A | {"decision": "A"}], {}, "all_informed"),
        ("raci", [ONE_A | {"decision": "A"}], {"map": "x\nY"}, "not_mapped"),
        ("pr-faq", [], {"headline": "word " * 600}, "too_long"),
        ("pr-faq", [], {"headline": "word " * 60}, "long_sentences"),
        ("decision-log", [{"question": name, "confidence": 80.0} for name in "ABCD"], {}, "same_confidence"),
        ("pitch", [{"criterion": "A"}], {}, "no_ask"),
        ("career-matrix", [{"criterion": str(at)} for at in range(11)], {}, "too_many"),
        ("interview-stories", [{"title": "A", "situation": "word " * 30, "action": "I " * 20}], {}, "slow_start"),
        ("interview-stories", [{"title": "A", "action": "I " * 301}], {}, "long"),
    ],
)  # fmt: skip
def test_a_warning_comes_of_its_own_cause(tool, rows, settings, expected):
    assert expected in keys(tool, *rows, **settings)


THREE = [{"criterion": f"At {weight}", "weight": weight, "a": 3.0, "b": 4.0} for weight in (50.0, 30.0, 20.0)]


@pytest.mark.parametrize(
    ("change", "marked"),
    [
        ({"weight": 51.0}, True), ({"weight": None}, False), ({"a": 5.0}, False), ({"evidence": "Seen"}, False),
    ],
)  # fmt: skip
def test_a_weight_that_is_changed_when_the_totals_are_known_is_remembered(change, marked):
    tool, before = TOOLS["career-matrix"], sheet(*THREE)
    first, *others = before.rows
    after = replace(before, rows=(replace(first, cells={**first.cells, **change}), *others))

    assert bool(tool.marks(before, after)) == marked
    assert not tool.marks(sheet(*THREE[:2]), sheet(THREE[0] | {"weight": 1.0}, THREE[1])), (
        "still being filled in"
    )
    assert not tool.marks(before, sheet(*THREE, {"criterion": "D", "weight": 40.0})), (
        "a new criterion moves none"
    )
    assert not tool.marks(before, sheet(*[row | {"weight": row["weight"] * 2} for row in THREE]))
    told = {
        one.key for one in tool.cautions(replace(after, marks=frozenset(["weights"])), tool.compute(after))
    }
    assert "weights_changed" in told


@pytest.mark.parametrize(
    ("change", "marked"),
    [
        ({"outcome": "no"}, True),
        ({"confidence": 95.0}, True),
        ({"expect": "More"}, True),
        ({"review": ""}, False),
    ],
)
def test_a_decision_that_is_changed_when_its_outcome_is_known_is_remembered(change, marked):
    tool = TOOLS["decision-log"]
    said = {"question": "A", "expect": "Ten", "confidence": 80.0}
    open_one, known = sheet(said), sheet(said | {"outcome": "yes"})
    after = sheet(said | {"outcome": "yes"} | change)

    assert list(tool.marks(known, after)) == (["r0"] if marked else [])
    assert not tool.marks(open_one, after), "nothing was known yet"
    told = {one.key for one in tool.cautions(replace(after, marks=frozenset(["r0"])), tool.compute(after))}
    assert "edited" in told
