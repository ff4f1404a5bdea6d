"""``Problem``, ``explain`` and ``rematch``: rules kept, contradictions named, losses never understated."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pairing import (
    Changes,
    Gate,
    GoalSkill,
    InputError,
    Mentee,
    Mentor,
    Problem,
    Rules,
    Weights,
    assign,
    explain,
    rematch,
    table,
    words,
)

from .conftest import every_answer, markets
from .test_fit import mentees, pools


def people(rng, many=12, few=5, **same):
    skills = "ABC"
    mentees = [
        Mentee(key=f"m{n}", goals=(GoalSkill(skill=str(rng.choice(list(skills))), own=int(rng.integers(1, 4))),),
               values=tuple(int(v) for v in rng.integers(-2, 3, 8)), organisations=(("acme", "guild")[n % 2],),
               team=n % 3 or None, seniority=int(rng.integers(1, 4)), waiting=n, **same)
        for n in range(many)]  # fmt: skip
    mentors = [
        Mentor(key=f"M{n}", levels={skill: int(rng.integers(2, 6)) for skill in skills}, capacity=3,
               values=tuple(int(v) for v in rng.integers(-2, 3, 8)), organisations=(("acme", "guild")[n % 2],),
               seniority=int(rng.integers(2, 7)))
        for n in range(few)]  # fmt: skip
    return mentees, mentors


@given(st.lists(mentees, max_size=4, unique_by=lambda m: m.key), pools, st.sampled_from(["people", "fit"]))
@settings(max_examples=50, deadline=None)
def test_a_round_is_the_best_of_all_and_its_fits_are_the_explained_ones(some, mentors, first):
    problem = Problem(some, mentors)
    cells = problem.table().cells
    answer = problem.assign(first=first)
    ways = every_answer(cells, problem.capacity, [1] * len(some), cells >= 0)
    best = max((len(pairs) * (first == "people"), sum(int(cells[pair]) for pair in pairs)) for pairs in ways)

    assert (len(answer.pairs) * (first == "people"), round(100 * answer.total)) == best
    parts = problem.parts(answer.pairs[:, 0], answer.pairs[:, 1])
    assert parts.sum(axis=0).tolist() == np.rint(100 * answer.fits).tolist()
    for place, (mentee, mentor) in enumerate(problem.named(answer)):
        found = problem.explain(mentee, mentor)
        assert found.closed == ()
        assert [part.points for part in found.parts] == parts[:, place].tolist()


@pytest.mark.parametrize("candidates", [False, True])
def test_the_order_of_people_changes_nothing(rng, candidates, monkeypatch):
    if candidates:
        for name in ("WHOLE", "TIED", "DENSE"):
            monkeypatch.setattr(f"pairing.settling.{name}", 0)
        monkeypatch.setattr("pairing.settling.EACH", 1)
    mentees, mentors = people(rng)
    one, other = Problem(mentees, mentors), Problem(mentees[::-1], mentors[::-1])

    assert sorted(one.named(one.assign(seed=5))) == sorted(other.named(other.assign(seed=5)))


def test_rules_are_kept(rng):
    mentees, mentors = people(rng)
    free = Problem(mentees, mentors)
    pair = free.named(free.assign())[0]

    def pairs(**rules):
        problem = free.changed(rules=Rules(**rules))
        return problem, problem.named(problem.assign())

    assert pair not in pairs(never=(pair, ("m0", "gone")))[1]
    assert pair in pairs(must=(pair,), floor=99)[1]
    problem, made = pairs(own_organisation=True, waived=Gate.NOT_AHEAD)
    assert all(problem.mentee(a).organisations == problem.mentor(b).organisations for a, b in made)
    problem, made = pairs(seniority=(1, 3))
    assert all(1 <= problem.mentor(b).seniority - problem.mentee(a).seniority <= 3 for a, b in made)
    problem, made = pairs(one_per_team=True)
    teams = [(problem.mentee(a).team, b) for a, b in made if problem.mentee(a).team]
    assert len(teams) == len(set(teams)) > 5
    assert all(problem.explain(a, b).total >= 6000 for a, b in pairs(floor=60)[1])
    assert len(made) <= len(free.assign().pairs)


@pytest.mark.parametrize(
    ("share", "low", "high"), [((0.9, 1.0), 0.9, 1.0), ((0.0, 0.2), 0.0, 0.2), ((0, 1), 0, 1)]
)
def test_shares_inside_are_kept_at_the_least_price(rng, share, low, high):
    mentees, mentors = people(rng)
    problem = Problem(mentees, mentors, rules=Rules(inside=share, waived=Gate.NOT_AHEAD))
    made = problem.named(problem.assign())
    inside = [problem.mentee(a).organisations == problem.mentor(b).organisations for a, b in made]

    assert low <= np.mean(inside) <= high
    assert len(made) == 12


def test_a_share_that_cannot_be_is_refused(rng):
    mentees, mentors = people(rng)
    rules = Rules(inside=(0.9, 1.0), never=tuple((a.key, b.key) for a in mentees for b in mentors
                                                 if a.organisations == b.organisations))  # fmt: skip
    with pytest.raises(InputError) as refusal:
        Problem(mentees, mentors, rules=rules).assign()

    assert refusal.value.code == "inside"


def test_a_contradiction_is_named_and_not_dropped(rng):
    mentees, mentors = people(rng)
    with pytest.raises(InputError, match="m0 and M0 must be a pair, but a rule says never"):
        Rules(must=(("m0", "M0"),), never=(("m0", "M0"),))
    with pytest.raises(InputError, match=r"m0 and M1 must be a pair, but not in one organisation\."):
        Problem(
            mentees, mentors, rules=Rules(must=(("m0", "M1"),), own_organisation=True, waived=Gate.NOT_AHEAD)
        )


@pytest.mark.parametrize(
    "wrong", [{"inside": (0.5, 0.2)}, {"inside": (0, 2)}, {"seniority": (3, 1)}, {"must": (("gone", "M0"),)},
              {"must": (("m0", "gone"),)}],
)  # fmt: skip
def test_rules_that_cannot_be_meant_are_refused(rng, wrong):
    with pytest.raises(InputError):
        Problem(*people(rng), rules=Rules(**wrong))


def test_why_not_is_never_more_than_the_true_loss(rng):
    mentees, mentors = people(rng)
    problem = Problem(mentees, mentors)
    answer = problem.assign()
    own = problem.named(answer)

    for mentee in mentees:
        for mentor in mentors:
            why = explain(problem, answer, mentee.key, mentor.key)
            assert why.together == ((mentee.key, mentor.key) in own)
            if why.loss is not None:
                assert why.people_lost or why.loss_at_least <= why.loss + 1e-9
                assert (mentee.key in {move[0] for move in why.moves}) == (not why.together)
            else:
                assert why.together or why.closed
    quick = explain(
        problem, answer, "m0", next(b.key for b in mentors if ("m0", b.key) not in own), exact=False
    )
    assert quick.loss is None


def test_a_pair_that_displaces_somebody_says_so():
    mentors = [Mentor(key="M", levels={"A": 4})]
    one, two = (Mentee(key=key, goals=(GoalSkill(skill="A", own=own),)) for key, own in (("a", 1), ("b", 3)))
    problem = Problem([one, two], mentors)
    answer = problem.assign()

    why = explain(problem, answer, "b", "M")

    assert explain(problem, answer, "a").together
    assert (why.people_lost, why.loss, why.loss_at_least) == (0, pytest.approx(10.5), 0)
    assert why.moves == (("a", ("M",), ()), ("b", (), ("M",)))
    nobody = explain(problem, answer, "b")
    assert (nobody.mentor, nobody.nearest, nobody.needed) == (None, "M", pytest.approx(10.5))
    assert explain(problem, answer, "b", exact=False).needed == 0


def test_somebody_whom_every_gate_shuts_out_hears_which():
    problem = Problem([Mentee(key="a", languages=("fr",))], [Mentor(key="M", languages=("en",))])
    why = explain(problem, problem.assign(), "a")

    assert (why.closed, why.nearest) == ({Gate.NO_LANGUAGE: 1}, None)
    with pytest.raises(InputError, match="no mentee x"):
        explain(problem, problem.assign(), "x")


def test_a_place_that_must_pairs_hold_has_no_exact_loss():
    mentees = [Mentee(key="a"), Mentee(key="b")]
    problem = Problem(mentees, [Mentor(key="M")], rules=Rules(must=(("a", "M"),)))

    assert explain(problem, problem.assign(), "b", "M").loss is None


def test_circles_get_several_mentors(rng):
    mentees, mentors = people(rng, many=3, few=4, mentors=2)
    problem = Problem(mentees, mentors)
    answer = problem.assign()

    assert np.bincount(answer.pairs[:, 0]).tolist() == [2, 2, 2]
    assert explain(problem, answer, "m0", "M3").mentor == "M3"


def test_people_as_columns_have_parts_and_no_words(rng):
    rows = Problem(*people(rng))
    columns = Problem(rows.columns, rows.pool.columns)

    assert columns.assign().pairs.tolist() == rows.assign().pairs.tolist()
    with pytest.raises(InputError, match="as columns"):
        columns.explain("m0", "M0")


def test_weights_and_rules_change_without_reading_anybody_again(rng):
    problem = Problem(*people(rng))
    other = problem.changed(weights=Weights(goals=60, values=0))

    assert other.pool is problem.pool
    assert other.assign().total != problem.assign().total
    assert problem.weights == Weights()


@given(markets(most=4), markets(most=4), st.data())
@settings(max_examples=80, deadline=None)
def test_rematching_never_breaks_a_kept_pair(before, after, data):
    fit, capacity, demand, allowed = before
    old = assign(fit, capacity, allowed=allowed, demand=demand)
    now = np.where(np.isfinite(after[0]), after[0], 0)
    rows = [who if who < len(now) and data.draw(st.booleans()) else -1 for who in range(len(fit))]
    columns = [who if who < now.shape[1] else -1 for who in range(len(capacity))]
    late = Changes(now, np.full(now.shape[1], 2), mentees=rows, mentors=columns)
    still = {(rows[a], columns[b]) for a, b in old.pairs if rows[a] >= 0 and columns[b] >= 0}

    new = rematch(old, late)

    assert still <= {tuple(pair) for pair in new.pairs.tolist()}
    assert new.total == pytest.approx(sum(now[tuple(pair)] for pair in new.pairs))


def test_a_stay_bonus_moves_fewer_people(rng):
    fit = rng.random((40, 20))
    old = assign(fit, np.full(20, 2))
    later = Changes(
        np.vstack([fit, rng.random((3, 20))]), np.r_[0, np.full(19, 3)], mentors=[-1, *range(1, 20)]
    )
    pairs = {tuple(pair) for pair in old.pairs.tolist() if pair[1]}

    loose, firm = (rematch(old, later, keep=(), stay=bonus) for bonus in (0.0, 1.0))
    kept = [len(pairs & {tuple(pair) for pair in new.pairs.tolist()}) for new in (loose, firm)]
    accepted = sorted(pairs)[:5]

    assert kept[0] < kept[1] == len(pairs)
    assert loose.total >= firm.total
    assert set(accepted) <= {tuple(pair) for pair in rematch(old, later, keep=accepted).pairs.tolist()}
    with pytest.raises(InputError):
        rematch(old, Changes(fit, np.full(20, 2), mentees=[1]))
    with pytest.raises(InputError, match="must be made and must not"):
        rematch(old, Changes(fit, np.full(20, 2), allowed=np.zeros((40, 20))))


def test_every_gate_has_words():
    problem = Problem([Mentee(key="a", organisations=("x",), seniority=1)], [Mentor(key="M", seniority=1)],
                      rules=Rules(never=(("a", "M"),), own_organisation=True, seniority=(1, 2), floor=99))  # fmt: skip

    assert [words(gate) for gate in problem.explain("a", "M").closed] == [
        "a rule says never", "not in one organisation", "too near or too far apart in seniority",
        "below the least fit of this round"]  # fmt: skip
    for rungs in (None, 2):
        near = Problem([Mentee(key="a", seniority=1)], [Mentor(key="M", seniority=rungs)],
                       rules=Rules(seniority=(1, 2)))  # fmt: skip
        assert near.explain("a", "M").closed == ()
    assert problem.closed()[0, 0] == Gate.NEVER | Gate.OTHER_ORGANISATION | Gate.SENIORITY | Gate.BELOW_FLOOR


def test_a_round_seen_from_some_mentees_has_the_same_rows(rng):
    mentees, mentors = people(rng)
    rules = Rules(must=((mentees[2].key, "M1"), (mentees[4].key, "M2")), never=(("m5", "M0"),), floor=60)
    whole = Problem(mentees, mentors, Weights(goals=45, values=15), rules)

    some = whole.of(["m5", mentees[2].key])

    assert (some.table().cells == whole.table().cells[[5, 2]]).all()
    assert (some.closed() == whole.closed()[[5, 2]]).all()
    assert some.must == [(1, 1)]


def test_who_has_fewer_to_choose_from_than_wanted_chooses_all():
    rows, places = table._largest(np.array([[3, 1], [2, 5]]), 5)

    assert list(zip(rows.tolist(), places.tolist(), strict=True)) == [(0, 0), (0, 1), (1, 0), (1, 1)]
