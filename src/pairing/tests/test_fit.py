"""The fit: parts add up, explanations agree with the columns, gates speak, order does not matter."""

from datetime import UTC, date, time
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pairing
from pairing import (
    PARTS,
    Gate,
    GoalSkill,
    InputError,
    Mentee,
    Mentor,
    Problem,
    Tag,
    Weights,
    different_angle,
    explain_pair,
    free_week,
    overlap_hours,
    prepare,
    ranked,
    score_all,
    shortlist,
    words,
)
from pairing.columns import MenteeColumns
from pairing.fit import lots, score_block
from pairing.shares import split
from pairing.week import SLOTS, as_bits

SKILLS, LANGUAGES, CHANNELS = ["A1", "B2", "C3", "D4"], ["en", "de", "fr"], ["video", "chat", "mail"]
TAGS = [Tag("industry", "fintech", 2019), Tag("transition", "engineer_to_pm", 2015), Tag("stage", "idea")]
WISHES = ["listen", "rehearse", "review", "connect", "advise", "ask"]
levels = st.integers(1, 5)
sliders = st.none() | st.tuples(*[st.none() | st.integers(-2, 2)] * 8)


def some(words, most=4):
    return st.lists(st.sampled_from(words), unique=True, max_size=most).map(tuple)


common = {
    "values": sliders,
    "free": st.none() | st.integers(0, 2**12 - 1),
    "asynchronous": st.booleans(),
    "languages": some(LANGUAGES),
    "channels": some(CHANNELS),
    "formats": some(["long", "flash"]),
    "organisations": some(["acme", "guild"]),
    "wishes": some(WISHES, 6),
    "traits": some(WISHES),
    "ranking": st.lists(st.integers(0, 9), max_size=7, unique=True).map(tuple),
    "opted_in": st.booleans() | st.just(True),
    "text": st.none() | st.integers(0, 2**64 - 1),
    "blocked": st.frozensets(st.integers(0, 9), max_size=1),
    "managers": st.frozensets(st.integers(0, 9), max_size=1),
}
goal_lists = st.lists(
    st.builds(GoalSkill, skill=st.sampled_from([*SKILLS, "Z9"]), own=st.none() | levels,
              target=st.none() | levels, priority=st.integers(1, 3)),
    max_size=3, unique_by=lambda goal: goal.skill).map(tuple)  # fmt: skip
mentees = st.builds(
    Mentee, key=st.integers(0, 9), goals=goal_lists, wanted=some([*TAGS, Tag("size", "1-10")]),
    cadence_days=st.sampled_from([None, 7, 14]), reach=st.sampled_from(["inside", "outside", "both"]),
    complete=st.booleans(), **common)  # fmt: skip
mentor_rows = {
    "levels": st.dictionaries(st.sampled_from(SKILLS), levels), "tags": some(TAGS),
    "cadences": st.sampled_from([(), (7,), (14, 28), (28, 14)]), "capacity": st.integers(0, 3),
    "taken": st.integers(0, 2), "trained": st.booleans(),
    "replies": st.sampled_from([None, "often", "sometimes", "seldom"]), **common}  # fmt: skip
pools = st.lists(
    st.builds(Mentor, key=st.integers(0, 9), **mentor_rows), max_size=6, unique_by=lambda m: m.key
)


@st.composite
def weights(draw):
    moves = draw(st.lists(st.sampled_from(PARTS), min_size=2, max_size=2, unique=True))
    points = {"goals": 35, "values": 25, "context": 15, "logistics": 10, "preferences": 10, "readiness": 5}
    points[moves[0]], points[moves[1]] = points[moves[0]] + 5, points[moves[1]] - 5
    return Weights(**points)


@given(mentees, pools, weights())
@settings(max_examples=80, deadline=None)
def test_every_explanation_says_exactly_what_the_columns_score(mentee, mentors, weight):
    scores = score_all(mentee, prepare(mentors), weight)

    assert scores.parts.sum(axis=0).tolist() == scores.total.tolist()
    for place, mentor in enumerate(mentors):
        why = explain_pair(mentee, mentor, weight)
        assert [part.points for part in why.parts] == scores.parts[:, place].tolist()
        assert why.total == scores.total[place]
        assert sum(closed.gate for closed in why.closed) == scores.closed[place]
        assert 0 <= why.confidence <= 1
        for part in why.parts:
            assert 0 <= part.points <= part.worth == weight.worth(part.name)
            assert sum(gap.missing for gap in part.gaps) == part.worth - part.points
            assert all(words(said) for said in (*part.reasons, *part.gaps, *why.closed))


@given(st.lists(mentees, max_size=4, unique_by=lambda m: m.key), pools, st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_people_changes_nothing(people, mentors, chance):
    pool = prepare(mentors)
    shuffled = chance.sample(mentors, len(mentors))
    again = prepare(shuffled)
    block = score_block(MenteeColumns.of(people, pool.columns.words), pool)

    for row, mentee in enumerate(people):
        one, other = score_all(mentee, pool), score_all(mentee, again)
        places = [again.columns.row[mentor.key] for mentor in mentors]
        assert one.total.tolist() == other.total[places].tolist() == block.total[row].tolist()
        assert one.closed.tolist() == other.closed[places].tolist() == block.closed[row].tolist()
        assert shortlist(mentee, pool, seed=3) == shortlist(mentee, again, seed=3) or one.total.size > 1


BEN = Mentee(
    key="ben",
    goals=(GoalSkill(skill="B2", own=2, target=4, priority=3), GoalSkill(skill="A1", own=3, priority=1)),
    values=(2, 1, 0, -1, -2, 0, 1, 2),
    wanted=(Tag("transition", "engineer_to_pm"), Tag("industry", "fintech")),
    free=0b1111,
    languages=("en",),
    cadence_days=14,
    channels=("video", "chat"),
    wishes=("rehearse",),
    traits=("keeps_notes",),
)
ADA = Mentor(
    key="ada",
    levels={"B2": 4, "A1": 4},
    values=(2, 1, 0, -1, -2, 0, 1, 0),
    tags=(Tag("transition", "engineer_to_pm", 2019, vouched=True),),
    free=0b0110,
    languages=("de", "en"),
    cadences=(7, 28),
    channels=("video",),
    wishes=("keeps_notes",),
    traits=("rehearse",),
    trained=True,
    replies="sometimes",
)


def test_a_known_pair_has_the_points_of_the_formula():
    why = explain_pair(BEN, ADA)

    assert {part.name: part.points for part in why.parts} == {
        "goals": 2625 + 613,  # three quarters of 35 in full, the other quarter at 70 %
        "values": 2500 - 156,  # one slider two steps apart: half of an eighth
        "context": 750,
        "logistics": 150 + 100 + 100,  # an hour of four; weekly for fortnightly; one of two channels
        "preferences": 1000,
        "readiness": 200 + 100 + 100,
    }
    assert (why.closed, why.confidence) == ((), 1.0)
    made = why.parts[2].reasons[0]
    assert (made.kind, made.values["year"], made.values["vouched"]) == ("tag_met", 2019, True)
    assert [gap.kind for gap in why.parts[2].gaps] == ["tag_missing"]


@pytest.mark.parametrize(
    ("mentee", "mentor", "gate"),
    [
        ({"opted_in": False}, {}, Gate.NOT_OPEN),
        ({}, {"opted_in": False}, Gate.NOT_OPEN),
        ({}, {"taken": 1}, Gate.FULL),
        ({"languages": ("en",)}, {"languages": ("de",)}, Gate.NO_LANGUAGE),
        ({"free": 1}, {"free": 2}, Gate.NO_HOURS),
        ({"managers": frozenset({2})}, {}, Gate.REPORTING_LINE),
        ({}, {"managers": frozenset({1})}, Gate.REPORTING_LINE),
        ({"blocked": frozenset({2})}, {}, Gate.BLOCKED),
        ({}, {"blocked": frozenset({1})}, Gate.BLOCKED),
        ({"goals": (GoalSkill(skill="A1", own=3),)}, {"levels": {"A1": 3}}, Gate.NOT_AHEAD),
        ({"wanted": (Tag("size", "1-10"),)}, {}, Gate.NOT_AHEAD),
        ({"formats": ("flash",)}, {"formats": ("long",)}, Gate.NO_FORMAT),
        ({"reach": "inside"}, {}, Gate.OUT_OF_REACH),
        ({"reach": "outside", "organisations": ("o",)}, {"organisations": ("o",)}, Gate.OUT_OF_REACH),
        ({"key": 2}, {}, Gate.SAME_PERSON),
    ],
)
def test_every_gate_closes_by_name(mentee, mentor, gate):
    one, other = Mentee(**{"key": 1, **mentee}), Mentor(**{"key": 2, **mentor})

    assert score_all(one, prepare([other])).closed.tolist() == [gate]
    assert [closed.gate for closed in explain_pair(one, other).closed] == [gate]
    assert score_all(Mentee(key=1), prepare([Mentor(key=2)])).closed.tolist() == [0]


def test_two_who_work_asynchronously_need_no_shared_hour():
    one, other = Mentee(key=1, free=1, asynchronous=True), Mentor(key=2, free=2, asynchronous=True)

    assert score_all(one, prepare([other])).closed.tolist() == [0]
    assert explain_pair(one, other).parts[3].reasons[0].kind == "asynchronous"


def test_silence_counts_half_and_is_named():
    why = explain_pair(Mentee(key=1), Mentor(key=2))

    assert [part.points for part in why.parts] == [1750, 1252, 1500, 500, 1000, 200]
    assert sorted({(g.kind, g.values.get("of")) for part in why.parts for g in part.gaps}, key=str) == [
        ("not_trained", None), ("unknown", "cadence"), ("unknown", "channels"), ("unknown", "free_time"),
        ("unknown", "goal_skills"), ("unknown", "replies"), ("unknown", "values")]  # fmt: skip
    assert why.confidence == pytest.approx(0.2804)


def test_the_short_list_ends_with_a_different_angle_and_shuffles_equals():
    twin = {"levels": {"A1": 5}, "values": (2,) * 8}
    mentors = [Mentor(key=f"twin {n}", **twin) for n in range(6)]
    mentors.append(Mentor(key="other", levels={"A1": 5}, values=(-2,) * 8))
    mentee = Mentee(key="m", goals=(GoalSkill(skill="A1", own=2),), values=(2,) * 8)
    pool = prepare(mentors)

    lists = {shortlist(mentee, pool, count=3, seed=seed) for seed in range(20)}

    assert {(len(chosen), chosen[-1]) for chosen in lists} == {(3, "other")}
    assert len(lists) > 5
    assert different_angle(score_all(mentee, pool), shown=[6]) is None
    assert shortlist(mentee, pool, count=1, seed=1)[0].startswith("twin")
    assert shortlist(mentee, pool, count=2, seed=1)[1] == "other"
    assert shortlist(mentee, prepare([]), count=3) == ()


def test_a_different_angle_is_open_and_high_enough_on_the_goals():
    alike, unlike = {"values": (2,) * 8}, {"values": (-2,) * 8}
    mentors = [
        Mentor(key="a", levels={"A1": 5}, **alike),
        Mentor(key="b", levels={"A1": 5}, **alike),
        Mentor(key="away", levels={"A1": 5}, opted_in=False, **unlike),
        Mentor(key="low", levels={"A1": 2, "B3": 4}, **unlike),
    ]
    goals = (GoalSkill(skill="A1", own=2, priority=3), GoalSkill(skill="B3", own=2, priority=1))
    mentee = Mentee(key="m", goals=goals, **alike)

    assert set(shortlist(mentee, prepare(mentors), count=2)) == {"a", "b"}


def test_a_different_angle_has_another_track_record_and_of_equals_the_better_total():
    goal, health = (GoalSkill(skill="A1", own=2),), Tag("industry", "health")
    mentee = Mentee(key="m", goals=goal, values=(2,) * 8, wanted=(health,))
    same = {"levels": {"A1": 4}, "values": (2,) * 8}
    mentors = [Mentor(key="shown", tags=(health,), **same), Mentor(key="plain", **same),
               Mentor(key="trained", trained=True, **same), Mentor(key="later", trained=True, **same)]  # fmt: skip

    scores = score_all(mentee, prepare(mentors))

    assert different_angle(scores, shown=[0]) == 2
    assert different_angle(scores, shown=[0], enough=1.0) == 2
    assert different_angle(scores, shown=[0], enough=1.1) is None
    assert different_angle(scores, shown=[1]) is None


def test_many_pairs_at_once_have_the_parts_of_each_with_both_rankings():
    mentees = [
        Mentee(key=f"m{n}", free=(1 << 36) - 1, ranking=(f"M{n % 3}", "M2")[: 2 - n % 3 // 2])
        for n in range(4)
    ]
    mentors = [Mentor(key=f"M{n}", free=15 << 33, ranking=(f"m{n + 1}",)[: n < 3]) for n in range(4)]
    problem = Problem(mentees, mentors)
    rows, columns = np.divmod(np.arange(16), 4)

    parts = problem.parts(rows, columns)

    said = [explain_pair(one, other).parts for one in mentees for other in mentors]
    assert parts.T.tolist() == [[part.points for part in each] for each in said]


def test_lots_belong_to_people_and_seeds():
    assert lots(["a", "b"], 1).tolist() == lots(["b", "a"], 1)[::-1].tolist() != lots(["a", "b"], 2).tolist()
    assert ranked(np.array([1, 3, 2], dtype=np.int32), "abc", 0).tolist() == [1, 2, 0]


def test_a_lot_is_the_same_in_every_version_or_no_old_round_could_be_decided_again():
    assert lots(["ada", 7], 3).tolist() == [15457104186335212905, 11706579879282483122]
    assert lots(["ada"], -1).tolist() == [642461206242641462]


def test_a_week_follows_the_zones_and_summer_time():
    office = [(weekday, time(9), time(12)) for weekday in range(5)]
    berlin = free_week(office, ZoneInfo("Europe/Berlin"), date(2026, 3, 23))
    changed = free_week(office, ZoneInfo("Europe/Berlin"), date(2026, 3, 30))
    auckland = free_week([(0, time(1), time(0))], ZoneInfo("Pacific/Auckland"), date(2026, 1, 5))

    assert berlin == changed << 2
    assert overlap_hours(berlin, changed) == 10
    assert overlap_hours(auckland, None) is None
    assert (auckland >> (SLOTS - 24)).bit_count() + (auckland & (2**24 - 1)).bit_count() == 46
    assert free_week([(0, time(9), time(8))], UTC, date(2026, 1, 5)) == 0


def test_a_week_comes_as_a_number_as_half_hours_or_as_quarters():
    quarters = np.zeros(2 * SLOTS, bool)
    quarters[2:5] = True

    assert as_bits(quarters) == as_bits(quarters.reshape(SLOTS, 2).all(axis=1)) == 0b10


@given(st.integers(0, 9999), st.lists(st.integers(0, 5), min_size=1, max_size=6))
def test_no_hundredth_is_lost_in_a_split(worth, shares):
    parts = split(worth, [shares])[0]

    assert parts.sum() == (worth if any(shares) else 0)
    assert all(part >= 0 for part in parts)


def test_sliders_become_weights_that_add_up():
    assert Weights.scaled(goals=1, values=1, context=1, logistics=0, preferences=0, readiness=0) == Weights(
        goals=34, values=33, context=33, logistics=0, preferences=0, readiness=0)  # fmt: skip
    assert Weights.scaled() == Weights()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Weights(goals=90), "weight"),
        (lambda: Weights(goals=36), "weights"),
        (lambda: Weights.scaled(goals=-1), "weights"),
        (lambda: Weights.scaled(goals=float("nan")), "weights"),
        (lambda: GoalSkill(skill="A", own=6), "level"),
        (lambda: GoalSkill(skill="A", priority=0), "priority"),
        (lambda: Mentee(key=1, goals=(GoalSkill(skill="A"),) * 2), "twice"),
        (lambda: Mentee(key=1, values=(3,) * 8), "values"),
        (lambda: Mentee(key=1, values=(0,)), "values"),
        (lambda: Mentee(key=1, cadence_days=0), "cadence"),
        (lambda: Mentee(key=1, mentors=-1), "demand"),
        (lambda: Mentor(key=1, ranking=(2, 2)), "twice"),
        (lambda: Mentor(key=1, levels={"A": 9}), "level"),
        (lambda: Mentor(key=1, capacity=-1), "capacity"),
        (lambda: Mentor(key=1, cadences=(0,)), "cadence"),
        (lambda: Mentor(key=1, wishes=tuple("abcdefghijklm")), "wishes"),
        (lambda: prepare([Mentor(key=1), Mentor(key=1)]), "duplicate"),
        (lambda: prepare([Mentor(key=1, free=-1)]), "week"),
        (lambda: prepare([Mentor(key=1, free=np.ones(5, bool))]), "week"),
        (lambda: shortlist(Mentee(key=1), prepare([]), count=0), "count"),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(make, code):
    with pytest.raises(InputError) as refusal:
        make()

    assert refusal.value.code == code
    assert str(refusal.value).endswith(".")


def test_what_the_guide_shows_can_be_run():
    guide = Path(pairing.__file__).parents[2] / "docs" / "matching.md"
    shown = guide.read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]

    run = {}
    exec(shown, run)  # noqa: S102  # our own guide

    assert run["score_all"](run["ben"], run["pool"]).total.tolist() == [
        sum(part.points for part in run["explain_pair"](run["ben"], run["ada"]).parts)
    ]


def test_the_door_is_complete():
    assert all(getattr(pairing, name).__doc__ for name in pairing.__all__)
    assert all(hasattr(pairing, name) for name in pairing.__all__)
    assert len(pairing.__all__) == len(set(pairing.__all__))


def test_a_hundred_points_are_the_most_anyone_can_have():
    free = 2**20 - 1
    best = Mentor(key=2, levels={"A": 5}, values=(1,) * 8, tags=(Tag("x", "y"),), free=free, cadences=(7,),
                  channels=("v",), traits=("t",), wishes=("w",), trained=True, replies="often")  # fmt: skip
    mentee = Mentee(key=1, goals=(GoalSkill(skill="A", own=2),), values=(1,) * 8, wanted=(Tag("x", "y"),),
                    free=free, cadence_days=7, channels=("v",), wishes=("t",), traits=("w",))  # fmt: skip

    assert explain_pair(mentee, best).total == score_all(mentee, prepare([best])).total[0] == 10_000
