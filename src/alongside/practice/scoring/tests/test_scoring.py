"""Each scores apart, unseen; then both see where they differ most, and settle."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.kit.errors import Refused
from alongside.mentoring.mentorships import actions as mentorships
from alongside.practice.scoring import actions
from alongside.practice.scoring.gaps import distance, gaps
from alongside.practice.scoring.models import ScoringRound
from alongside.practice.tools.registry import TOOLS
from alongside.practice.tools.tool import Column, Kind, Row, Sheet
from alongside.practice.worksheets import actions as worksheets
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of, version_of

IDEAS = Sheet((Row("r1", {"idea": "Night mode"}), Row("r2", {"idea": "Offline"})))
CHOICE = Column("c", "C", Kind.CHOICE, choices=(("a", "A"), ("b", "B"), ("c", "C")))


@pytest.fixture
def ideas(cast, pair):
    return worksheets.start(TOOLS["ice"], by=cast.ben, title="Ideas", sheet=IDEAS, mentorship=pair)


@pytest.fixture
def scoring(cast, ideas):
    return actions.begin(ideas, by=cast.ben)


def text(answer) -> str:
    return answer.content.decode()


def judged(one, other):
    rows = {"r1": (one, 5, 5), "r2": (other, 5, 5)}
    keys = ("impact", "confidence", "ease")
    return {
        f"{row}-{key}": str(value)
        for row, values in rows.items()
        for key, value in zip(keys, values, strict=True)
    }


def test_they_score_unseen_compare_and_settle(as_, cast, ideas, to):
    ben, ada = as_(cast.ben), as_(cast.ada)
    ben.post(to("scoring.begin", ideas))
    ben.post(to("scoring.judge", ideas), judged(2, 8) | {"done": "1"})
    ada.post(to("scoring.judge", ideas), judged(9, 7))
    assert "Still scoring: Ada Lindqvist" in text(ben.get(to("scoring.compare", ideas)))
    assert "Ben Okafor: 2" not in text(ada.get(to("scoring.compare", ideas)))
    assert 'value="9"' in text(ada.get(to("scoring.judge", ideas)))
    assert ben.post(to("scoring.settle", ideas)).status_code == 422
    ada.post(to("scoring.judge", ideas), judged(9, 7) | {"done": "1"})
    html = text(ada.get(to("scoring.compare", ideas)))
    assert html.index("Ben Okafor: 2") < html.index("Ben Okafor: 8") < html.index("Ben Okafor: 5")

    agreed = {"r1-impact": "7", "r2-impact": "8", "why.r1.impact": "Four of five drive at night"}
    assert ada.post(to("scoring.settle", ideas), {"r1-impact": "99"}).status_code == 422
    ada.post(to("scoring.settle", ideas), agreed)
    ideas = Worksheet.objects.get()
    assert content_of(ideas).row("r1").number("impact") == 7
    assert version_of(ideas, ideas.number).name == "Settled together"
    html = text(ben.get(to("scoring.compare", ideas)))
    assert ("Four of five drive at night" in html, "Ben Okafor, Ada Lindqvist" in html) == (True, True)
    assert ben.get(to("worksheets.show", ideas)).status_code == 200
    verbs = Event.objects.filter(verb__startswith="scoring.").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["scoring.begun", *["scoring.judged"] * 3, "scoring.settled"]


def test_a_score_out_of_range_is_said_and_kept(as_, cast, ideas, scoring, to):
    answer = as_(cast.ada).post(to("scoring.judge", ideas), judged(11, 7))

    assert (answer.status_code, "“Impact” is 10 or less" in text(answer), 'value="11"' in text(answer)) == (
        422, True, True,
    )  # fmt: skip


def test_scores_from_a_second_tab_do_not_replace_those_of_the_first(as_, cast, ideas, scoring, to):
    ben, page = as_(cast.ben), to("scoring.judge", ideas)
    marks = {f"{row.key}-seen": form["seen"].value() for row, _name, form in ben.get(page).context["parts"]}
    ben.post(page, judged(2, 8) | marks)
    crossed = ben.post(page, judged(3, 8) | marks)

    assert (crossed.status_code, "elsewhere in between" in text(crossed)) == (422, True)
    assert 'value="2"' in text(ben.get(page))


def test_what_was_finished_stays_and_one_round_is_enough(cast, ideas, scoring):
    actions.judge(scoring, {}, by=cast.ben, done=True)
    with pytest.raises(Refused, match="finished already"):
        actions.judge(scoring, {}, by=cast.ben, done=False)
    with pytest.raises(Refused, match="scoring apart already"):
        actions.begin(ideas, by=cast.ada)
    actions.judge(scoring, {}, by=cast.ada, done=True)
    actions.settle(scoring, {"r1": {"impact": 5.0}}, {}, by=cast.ada)
    with pytest.raises(Refused, match="and once"):
        actions.settle(scoring, {}, {}, by=cast.ada)


def test_an_empty_sheet_is_not_scored(cast, pair):
    empty = worksheets.start(TOOLS["ice"], by=cast.ben, title="Ideas", mentorship=pair)
    with pytest.raises(Refused, match="Add the rows first"):
        actions.begin(empty, by=cast.ben)


@pytest.mark.parametrize("name", ["begin", "judge", "settle"])
def test_rounds_are_hidden_from_others_and_rest_after_the_end(as_, cast, ideas, scoring, to, name):
    for outsider in (cast.eve, cast.cleo, cast.dev):
        assert as_(outsider).post(to(f"scoring.{name}", ideas)).status_code == 404
    mentorships.end(ideas.mentorship, by=cast.ben)
    assert as_(cast.ada).post(to(f"scoring.{name}", ideas), judged(1, 2)).status_code == 403


def test_without_a_round_there_is_nothing_to_compare(as_, cast, ideas, to):
    assert as_(cast.ada).get(to("scoring.compare", ideas)).status_code == 404
    assert ScoringRound.objects.count() == 0


@pytest.mark.parametrize(
    ("values", "size"),
    [([None, ""], 0), (["a", None], 1), (["a", "a"], 0), (["a", "c"], 1), (["a", "b"], 0.5), (["z", "y"], 0)],
)
def test_choices_differ_by_steps(values, size):
    assert distance(CHOICE, values, 0) == size


@given(st.lists(st.floats(0, 10), min_size=2, max_size=4))
def test_numbers_differ_by_the_width_of_their_scale(values):
    free, scaled = Column("n", "N", Kind.NUMBER), Column("n", "N", Kind.NUMBER, low=0, high=10)
    assert distance(scaled, values, 0) == pytest.approx((max(values) - min(values)) / 10)
    assert 0 <= distance(free, values, max(values)) <= 1


def test_the_largest_difference_comes_first():
    one = {"r1": {"impact": 1.0}, "r2": {"impact": 5.0}}
    other = {"r1": {"impact": 2.0}, "r2": {"impact": 9.0}}
    found = gaps(TOOLS["ice"], IDEAS, {"Ben": one, "Ada": other})
    assert [gap.row.key for gap in found] == ["r2", "r1"]


def test_taking_the_worksheet_back_opens_nothing_that_was_scored_unseen(as_, cast, ideas, scoring, to):
    ben, ada = as_(cast.ben), as_(cast.ada)
    ada.post(to("scoring.judge", ideas), judged(9, 7))
    ben.post(to("worksheets.unshare", ideas))

    assert ben.get(to("scoring.compare", ideas)).status_code == 404
    assert "Ada Lindqvist" not in text(ben.post(to("scoring.settle", ideas)))


@pytest.mark.parametrize("settles", [True, False])
def test_who_it_is_shared_with_next_does_not_read_what_the_last_ones_scored(
    as_, cast, ideas, scoring, to, settles
):
    ben, ada, cleo = as_(cast.ben), as_(cast.ada), as_(cast.cleo)
    for browser in (ben, ada):
        browser.post(to("scoring.judge", ideas), judged(9, 7) | {"done": "1"})
    if settles:
        ben.post(to("scoring.settle", ideas), {"r1-impact": "7"})
    other = mentorships.begin(cast.cleo, cast.ben, by=cast.cleo, purpose="Something else")
    ben.post(to("worksheets.unshare", ideas))
    ben.post(to("worksheets.share", ideas), {"mentorship": other.code})
    if not settles:
        cleo.post(to("scoring.judge", ideas), judged(1, 1) | {"done": "1"})

    page = text(cleo.get(to("scoring.compare", ideas)))

    assert ("Compare" in page, "Ada Lindqvist" in page, "Ada" in text(ben.get(to("scoring.compare", ideas)))) == (
        True, False, False,
    )  # fmt: skip


def test_the_options_of_a_decision_are_called_by_their_names(as_, cast, pair, to):
    begun = {"option_a": "Paylark", "option_b": "Hallvard"}
    sheet = Sheet((Row("r1", {"criterion": "Scope", "weight": 100.0, "a": 3.0, "b": 4.0}),), begun)
    career = worksheets.start(
        TOOLS["career-matrix"], by=cast.ben, title="Where", sheet=sheet, mentorship=pair
    )
    round_ = actions.begin(career, by=cast.ben)
    ada = as_(cast.ada)

    pages = [text(ada.get(to(name, career))) for name in ("worksheets.show", "scoring.judge", "what_if.play")]
    for person, score in ((cast.ben, 3), (cast.ada, 5)):
        actions.judge(round_, {"r1": {"a": score, "b": 4.0}}, by=person, done=True)
    pages.append(text(ada.get(to("scoring.compare", career))))

    assert [("Paylark" in one, "Option A" in one) for one in pages] == [(True, False)] * 4
    assert "Option C" in pages[1]
    assert "Paylark" in text(ada.get(to("tables.take", career, "csv")))


def test_two_of_one_name_are_both_compared(as_, cast, ideas, scoring, to):
    Person.objects.filter(pk=cast.ada.pk).update(name=cast.ben.name)
    as_(cast.ben).post(to("scoring.judge", ideas), judged(2, 8) | {"done": "1"})
    as_(cast.ada).post(to("scoring.judge", ideas), judged(9, 7) | {"done": "1"})

    html = text(as_(cast.ben).get(to("scoring.compare", ideas)))
    assert sorted(re.findall(r"Ben Okafor(?: \(2\))?: [29]\b", html)) == [
        "Ben Okafor (2): 9",
        "Ben Okafor: 2",
    ]
