"""The same people, weights, rules and seed give the same pairs; each aim gives what it promises."""

from __future__ import annotations

import pytest

import pairing
from alongside.matching import problem
from alongside.matching.problem import Asked, GoalSkill, Mentee, Mentor, People, Tag, deciding
from alongside.programmes.programmes import weights

SKILL = 1


def mentee(key, target=3, **more) -> Mentee:
    return Mentee(key=key, goals=(GoalSkill(skill=SKILL, own=1, target=target, priority=3),), **more)


def mentor(key, level=3, **more) -> Mentor:
    return Mentor(key=key, levels={SKILL: level}, **more)


PEOPLE = People(
    tuple(mentee(key, organisations=(9,)) for key in (1, 2, 3)),
    (mentor(11, 4), mentor(12, 2, organisations=(9,)), mentor(13, 3)),
)


def pairs(**asked):
    return [tuple(pair[:2]) for pair in problem.decide(PEOPLE, Asked(**asked)).pairs]


def test_the_programme_keeps_to_the_bounds_and_the_usual_weights_of_the_engine():
    assert dict(pairing.BOUNDS) == dict(weights.BOUNDS)
    assert pairing.Weights(**weights.USUAL) == pairing.Weights()
    assert tuple(weights.LABELS) == problem.PARTS


@pytest.mark.parametrize("aim", ["total", "worst-off", "stable"])
def test_every_aim_gives_the_same_pairs_whatever_the_order(aim):
    shuffled = People(PEOPLE.mentees[::-1], PEOPLE.mentors[::-1])
    first = problem.decide(PEOPLE, Asked(aim=aim, seed=3))
    again = problem.decide(
        problem.people_of(problem.text_of(shuffled.mentees, shuffled.mentors)), Asked(aim=aim, seed=3)
    )

    assert first == again
    assert first.digest == again.digest
    assert len(first.pairs) == 3
    assert all(sum(parts) == fit for _one, _other, fit, parts in first.pairs)


def test_worst_off_raises_the_lowest_fit_and_says_what_it_costs():
    second = (
        GoalSkill(skill=2, own=1, target=3, priority=3),
        GoalSkill(skill=SKILL, own=1, target=3, priority=1),
    )
    wants = Mentee(key=2, goals=second, wanted=(Tag("industry", "fintech"),))
    people = People(
        (mentee(1), wants), (Mentor(key=11, levels={1: 3, 2: 2}), Mentor(key=12, levels={1: 2, 2: 2}))
    )
    by_total, by_worst = (problem.decide(people, Asked(aim=aim)).kept() for aim in ("total", "worst-off"))

    assert [pair[:2] for pair in by_total["pairs"]] == [[1, 11], [2, 12]]
    assert [pair[:2] for pair in by_worst["pairs"]] == [[1, 12], [2, 11]]
    assert by_worst["worst"] > by_total["worst"]
    assert by_worst["total"] < by_total["total"]


@pytest.mark.parametrize("aim", ["total", "worst-off", "stable"])
def test_pairs_that_must_be_and_must_not_be_are_kept_to(aim):
    found = pairs(aim=aim, rules={"must": [[1, 12]], "never": [[2, 11]], "floor": 20})

    assert (1, 12) in found
    assert (2, 11) not in found


def test_everything_must_be():
    assert pairs(aim="worst-off", rules={"must": [[1, 11], [2, 12], [3, 13]]}) == [(1, 11), (2, 12), (3, 13)]


def test_who_is_ranked_by_both_sides_comes_first_in_a_stable_round():
    assert (3, 12) in pairs(aim="stable", mentee_rankings={3: [12, 99]}, mentor_rankings={12: [3], 98: [1]})


def test_a_stable_round_leaves_no_two_who_would_both_rather_have_each_other():
    found = problem.decide(PEOPLE, Asked(aim="stable"))
    fit = {(one, other): points for one, other, points, _parts in found.pairs}
    whole = problem.problem_of(PEOPLE, Asked()).table().cells
    mine = {one: points for (one, _other), points in fit.items()}
    theirs = {other: points for (_one, other), points in fit.items()}
    blocking = [
        (one.key, other.key)
        for row, one in enumerate(PEOPLE.mentees)
        for place, other in enumerate(PEOPLE.mentors)
        if whole[row, place] > mine[one.key] and whole[row, place] > theirs[other.key]
    ]

    assert blocking == []


def test_nobody_on_one_side_is_a_round_without_pairs():
    for aim in ("total", "worst-off", "stable"):
        assert problem.decide(People(PEOPLE.mentees, ()), Asked(aim=aim)).unmatched == [1, 2, 3]
        assert problem.decide(People((), PEOPLE.mentors), Asked(aim=aim)).pairs == []


def test_everybody_forbidden_is_a_round_without_pairs():
    never = [[one.key, other.key] for one in PEOPLE.mentees for other in PEOPLE.mentors]

    assert pairs(rules={"never": never}) == []


@pytest.mark.parametrize("aim", ["total", "worst-off", "stable"])
def test_one_mentor_for_a_thousand_who_are_all_alike_is_drawn_by_lot(aim):
    """Whoever waits longest comes first; among equals the lot decides, and it is another lot with another seed."""
    crowd = tuple(mentee(key) for key in range(1, 1001))
    drawn = {
        seed: problem.decide(People(crowd, (mentor(2000, capacity=1),)), Asked(aim=aim, seed=seed)).pairs[0][
            0
        ]
        for seed in (1, 2, 3)
    }
    waits = (*crowd, mentee(1500, waiting=30))
    first = problem.decide(People(waits, (mentor(2000, capacity=1),)), Asked(seed=1)).pairs[0][0]

    assert len(set(drawn.values())) > 1
    assert first == 1500


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"rules": {"must": [[1, 11]], "never": [[1, 11]]}}, "contradiction"),
        ({"rules": {"must": [[1, 99]]}}, "stranger"),
        ({"rules": {"inside": [0.9, 0.1]}}, "inside"),
        ({"rules": {"seniority": [3, 1]}}, "seniority"),
        ({"rules": {"one_per_team": True}, "aim": "stable"}, "stable"),
        ({"rules": {"inside": [0.5, 1]}, "aim": "stable"}, "stable"),
        ({"weights": weights.USUAL | {"goals": 90}}, "weight"),
    ],
)
def test_what_cannot_be_is_refused_by_name(asked, code):
    with pytest.raises(problem.InputError) as refusal:
        pairs(**asked)

    assert refusal.value.code == code


def test_a_large_round_is_certified_to_a_millionth(monkeypatch):
    monkeypatch.setattr(deciding, "EXACT_UP_TO", 0)
    found = problem.decide(PEOPLE, Asked())

    assert (len(found.pairs), found.gap <= deciding.TOLERANCE) == (3, True)


def test_reasons_come_from_the_snapshot_alone():
    text = problem.text_of(PEOPLE.mentees, PEOPLE.mentors)
    found = problem.explained(text, 1, 11, {})

    assert found.total == sum(part.points for part in found.parts)
    assert found.total == problem.problem_of(PEOPLE, Asked()).explain(1, 11).total


def test_everything_that_people_said_survives_the_text():
    told = mentee(
        1, values=(1, None, 0, 2, -1, 0, 0, 1), wanted=(Tag("transition", "a", 2019, True),), free=2**300 + 5,
        languages=("en",), blocked=frozenset({4, 3}), managers=frozenset({7}), complete=False, waiting=4,
    )  # fmt: skip
    told_mentor = mentor(
        11, tags=(Tag("industry", "fintech"),), cadences=(7, 14), trained=True, replies="often"
    )
    again = problem.people_of(problem.text_of([told], [told_mentor]))

    assert again == People((told,), (told_mentor,))
