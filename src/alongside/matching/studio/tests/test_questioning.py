"""A coordinator questions a frozen round; what the pages say is what the engine finds."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.growth.skills.models import SkillLevel
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.latest import Latest
from alongside.matching import problem
from alongside.matching.conftest import as_mentee, take_part
from alongside.matching.problem import Asked
from alongside.matching.publishing.actions import decide
from alongside.matching.publishing.running import work_on
from alongside.matching.rounds.actions import freeze
from alongside.matching.studio import actions, working
from alongside.matching.studio.asking import balanced, setting_of
from alongside.matching.studio.comparing import effect
from alongside.matching.studio.models import Pin, Scenario
from alongside.matching.studio.working import Studio
from alongside.programmes.programmes.weights import BOUNDS, USUAL

TRIED = {"aim": "total", **USUAL, "goals": 60, "values": 0}
PAGES = ["show", "balance", "curve", "unmatched", "aims", "scenarios", "find_pair"]


def url(name, *args):
    return reverse(f"studio.{name}", args=args)


@pytest.fixture
def studio(frozen):
    return Studio(frozen)


@pytest.mark.parametrize("name", PAGES)
def test_who_runs_the_round_opens_every_page_and_nobody_else(as_, crowd, frozen, name):
    assert as_(crowd.cleo).get(url(name, frozen.code), TRIED).status_code == 200
    assert as_(crowd.eve).get(url(name, frozen.code)).status_code == 404
    assert as_(crowd.ben).get(url(name, frozen.code)).status_code == 403


def test_a_round_that_is_not_frozen_says_what_to_do(as_, crowd, round):
    response = as_(crowd.cleo).get(url("show", round.code))

    assert response.status_code == 422
    assert "Freeze it, then question it" in response.content.decode()


def test_what_cannot_be_read_is_answered_kindly_and_kept(as_, crowd, frozen):
    typed = TRIED | {"goals": "many", "floor": "500", "above_least": "3", "above_most": "1"}

    response = as_(crowd.cleo).get(url("show", frozen.code), typed)
    part = as_(crowd.cleo).get(url("show", frozen.code), typed, headers={"HX-Request": "true"})

    assert (response.status_code, part.status_code) == (422, 422)
    text = response.content.decode()
    assert "Enter a whole number from 15 to 70" in text
    assert 'value="500"' in text
    assert "The most cannot be less than the least" in part.content.decode()


def test_the_effect_is_what_the_engine_finds(studio, crowd, frozen):
    asked = studio.asked(setting_of(frozen))
    today = studio.worked(asked)
    mentor = {today.pairs[key]: key for key in today.pairs}[crowd.ada.pk]

    found = effect(today, studio.worked(problem.with_rules(asked, never=[(mentor, crowd.ada.pk)])))

    rules = {**asked.rules, "never": [*asked.rules["never"], (mentor, crowd.ada.pk)]}
    people = problem.people_of(studio.snapshot.content)
    engine = problem.decide(people, Asked(weights=asked.weights, rules=rules, seed=frozen.seed))
    assert found.after.total == engine.total
    assert found.after.people == len(engine.pairs)
    assert found.total == sum(change.gain for change in found.changes)
    assert mentor in {change.mentee for change in found.changes}


def test_the_balance_is_that_of_the_engine(studio):
    worked = studio.today()
    found = studio.balance(worked)

    engine = problem.balance(worked)
    assert (found.blocking, found.audit.load) == (engine.blocking, {1: 2})
    assert {group.size for group in found.sides.values()} == {None}  # two people are too few to show
    steps = problem.curve(studio.base, worked.asked, steps=3)
    assert [step.people for step in steps] == [2] * len(steps)


def test_the_same_question_is_answered_once(studio):
    assert studio.today() is studio.today()
    kept = Latest(1)
    assert [kept.get(key, lambda: len(kept.answers)) for key in "aba"] == [0, 1, 1]


def test_the_fits_of_some_are_those_of_everybody(studio, crowd, frozen):
    mentees, mentors = sorted(studio.mentees), sorted(studio.mentors)
    asked = studio.asked(setting_of(frozen))
    pair = next(iter(studio.today().pairs.items()))
    worked = studio.worked(
        problem.with_rules(asked, must=[pair], never=[(one, mentors[0]) for one in mentees if one != pair[0]])
    )
    rows, columns = worked.problem.columns.row, worked.problem.pool.columns.row
    cells = worked.problem.table().cells

    for some, others in ((mentees, mentors), (mentees[1:], mentors[:1]), ([pair[0]], [pair[1]])):
        wanted = [[max(-1, int(cells[rows[one], columns[other]])) for other in others] for one in some]
        assert worked.block(some, others) == wanted


@pytest.fixture
def large(monkeypatch):
    monkeypatch.setattr(working, "AT_ONCE", 1)


SLOW = [{"aim": "worst-off"}, {"aim": "stable"}, {"inside_least": "10"}, {"one_per_team": "on"}]


@pytest.mark.parametrize("slow", SLOW)
def test_what_takes_long_in_a_large_round_is_not_worked_out_while_somebody_waits(
    as_, crowd, frozen, large, slow
):
    typed = TRIED | slow

    tried = as_(crowd.cleo).get(url("show", frozen.code), typed)
    kept = as_(crowd.cleo).post(url("keep", frozen.code), {"name": "Fair", "setting": urlencode(typed)})

    assert (tried.status_code, kept.status_code) == (422, 422)
    assert "Let the round be decided by it" in tried.content.decode()
    assert "longer than a page may" in kept.content.decode()
    assert not Scenario.objects.exists()
    with pytest.raises(Refused, match="longer than a page may"):
        Studio(frozen).worked(replace(Studio(frozen).asked(setting_of(frozen)), aim="worst-off"))


def test_what_a_large_round_would_give_is_compared_for_what_takes_no_time(as_, crowd, frozen, large):
    page = as_(crowd.cleo).get(url("aims", frozen.code)).content.decode()

    assert page.count("With a mentor") == 1
    assert "“Worst-off first” and “stable” take longer" in page


@pytest.mark.parametrize("slow", SLOW)
def test_the_job_decides_a_large_round_by_what_takes_long_and_the_studio_shows_it(
    as_, crowd, frozen, large, slow
):
    by_it = {"setting": urlencode(TRIED | slow)}
    assert as_(crowd.cleo).post(url("use", frozen.code), by_it).status_code == 302
    before = as_(crowd.cleo).get(url("show", frozen.code)).content.decode()

    frozen.refresh_from_db()
    small = problem.Worked(Studio(frozen).base, Studio(frozen).asked(setting_of(frozen)))
    work_on(decide(frozen, by=crowd.cleo).pk)
    frozen.refresh_from_db()
    after = as_(crowd.cleo).get(url("show", frozen.code)).content.decode()

    assert "Until then the studio shows it by total fit" in before
    assert "Until then" not in after
    studio = Studio(frozen)
    assert studio.today().pairs == small.pairs == studio.worked(studio.asked(setting_of(frozen))).pairs
    assert (studio.today().fits, studio.today().priced) == (small.fits, False)
    other = replace(studio.asked(setting_of(frozen)), seed=99), studio.asked(setting_from_goals(frozen))
    assert all(map(studio.is_for_the_job, other))


def setting_from_goals(frozen):
    return replace(setting_of(frozen), weights=dict(USUAL))


@pytest.mark.parametrize(
    "wanted",
    [
        dict.fromkeys(BOUNDS, 0), {**USUAL, "goals": 70}, dict.fromkeys(BOUNDS, 15), USUAL,
        {**dict.fromkeys(BOUNDS, 0), "goals": 70, "readiness": 15},
    ],
)  # fmt: skip
def test_sliders_are_brought_to_a_hundred_within_their_bounds(wanted):
    points = balanced(wanted)

    assert sum(points.values()) == 100
    assert all(low <= points[name] <= high for name, (low, high) in BOUNDS.items())
    assert points == USUAL if wanted == USUAL else True


@pytest.mark.parametrize("mentor", ["ada", "hal"])
def test_any_two_people_are_explained(as_, crowd, frozen, studio, mentor):
    pairs = studio.today().pairs
    mentee = crowd.ben if crowd.ben.pk in pairs else crowd.fay
    browser = as_(crowd.cleo)

    page = browser.get(url("pair", frozen.code, mentee.code, getattr(crowd, mentor).code)).content.decode()
    chosen = browser.get(
        url("find_pair", frozen.code), {"mentee": mentee.code, "mentor": getattr(crowd, mentor).code}
    )

    assert "the mentee stands at" in page
    assert "Lead a release" not in page
    assert ("Lock this pair" in page) == (pairs[mentee.pk] == getattr(crowd, mentor).pk)
    assert ("Pick this pair by hand" in page) != ("Lock this pair" in page)
    assert chosen.status_code == 302
    assert as_(crowd.eve).get(url("pair", frozen.code, mentee.code, crowd.ada.code)).status_code == 404
    assert browser.get(url("find_pair", frozen.code), {"mentee": "x"}).status_code == 422


def test_a_pair_is_forbidden_and_taken_back(as_, crowd, frozen, studio):
    mentee = next(
        one for one in (crowd.ben, crowd.fay, crowd.gus) if studio.today().pairs.get(one.pk) == crowd.ada.pk
    )
    address = url("pin", frozen.code, mentee.code, crowd.ada.code)

    assert as_(crowd.eve).post(address, {"kind": "forbid"}).status_code == 404
    assert as_(crowd.ben).post(address, {"kind": "forbid"}).status_code == 403
    assert as_(crowd.cleo).post(address, {"kind": "adopt"}).status_code == 422
    assert as_(crowd.cleo).post(address, {"kind": "forbid"}).status_code == 302

    pin = Pin.objects.get()
    assert Event.objects.filter(verb="pin.added", by=crowd.cleo).count() == 1
    assert Studio(frozen).today().pairs.get(mentee.pk) != crowd.ada.pk
    page = as_(crowd.cleo).get(url("pair", frozen.code, mentee.code, crowd.ada.code)).content.decode()
    assert "kept apart, by a rule or by one of them" in page
    assert "Forbidden" in page
    assert as_(crowd.eve).post(url("unpin", pin.code)).status_code == 404
    assert as_(crowd.cleo).post(url("unpin", pin.code)).status_code == 302
    assert not Pin.objects.exists()
    assert Event.objects.filter(verb="pin.removed").count() == 1


def test_a_contradiction_is_named_and_nothing_is_kept(crowd, frozen):
    actions.pin(frozen, (crowd.ben, crowd.ada), "lock", by=crowd.cleo)

    with pytest.raises(Refused, match=r"Ada.*locked as a pair"):
        actions.pin(frozen, (crowd.fay, crowd.ada), "pick", by=crowd.cleo)
    with pytest.raises(Refused, match="not in the frozen round"):
        actions.pin(frozen, (crowd.dev, crowd.ada), "lock", by=crowd.cleo)


def test_a_swap_crosses_two_pairs(as_, crowd, frozen):
    for mentee, mentor in ((crowd.ben, crowd.ada), (crowd.fay, crowd.hal)):
        actions.pin(frozen, (mentee, mentor), "pick", by=crowd.cleo)
    codes = [crowd.ben.code, crowd.ada.code, crowd.fay.code, crowd.hal.code]
    address = url("swap", frozen.code, *codes)

    assert as_(crowd.ben).post(address).status_code == 403
    assert as_(crowd.cleo).post(address).status_code == 302

    today = Studio(frozen).today().pairs
    assert (today[crowd.ben.pk], today[crowd.fay.pk]) == (crowd.hal.pk, crowd.ada.pk)
    assert Event.objects.filter(verb="round.swapped").count() == 1
    with pytest.raises(Refused, match="two mentees with two mentors"):
        actions.swap(frozen, (crowd.ben, crowd.ada), (crowd.ben, crowd.hal), by=crowd.cleo)


def test_a_scenario_is_kept_compared_and_thrown_away(as_, crowd, frozen):
    tried = "&".join(f"{name}={value}" for name, value in TRIED.items())
    browser, address = as_(crowd.cleo), url("keep", frozen.code)

    assert as_(crowd.ben).post(address, {"name": "Goals", "setting": tried}).status_code == 403
    assert browser.post(address, {"name": "", "setting": tried}).status_code == 422
    assert browser.post(address, {"name": "Goals", "setting": tried}).status_code == 302
    twice = browser.post(address, {"name": "Goals", "setting": tried})

    kept = Scenario.objects.get()
    assert twice.status_code == 422
    assert "name already" in twice.content.decode()
    assert kept.weights["goals"] > 35
    assert kept.result["people"] == 2
    assert Event.objects.filter(verb="scenario.kept").count() == 1
    assert "Goals" in browser.get(url("scenarios", frozen.code)).content.decode()
    freeze(frozen, by=crowd.cleo)
    assert as_(crowd.eve).post(url("drop", kept.code)).status_code == 404
    assert browser.post(url("drop", kept.code)).status_code == 302
    assert not Scenario.objects.exists()


def test_no_more_scenarios_than_can_be_compared(crowd, frozen):
    for number in range(actions.SCENARIOS_AT_MOST):
        actions.keep(frozen, f"No. {number}", setting_of(frozen), by=crowd.cleo)
    with pytest.raises(Refused, match="Twenty"):
        actions.keep(frozen, "One more", setting_of(frozen), by=crowd.cleo)


def test_the_round_takes_on_what_is_tried(as_, crowd, frozen):
    rules = {"one_per_team": "on", "floor": 10, "above_least": 1, "inside_least": 20}
    tried = "&".join(f"{name}={value}" for name, value in (TRIED | rules).items())

    assert as_(crowd.ben).post(url("use", frozen.code), {"setting": tried}).status_code == 403
    assert as_(crowd.cleo).post(url("use", frozen.code), {"setting": tried}).status_code == 302

    frozen.refresh_from_db()
    assert frozen.rules == {"floor": 10, "inside": [0.2, 1], "one_per_team": True, "seniority": [1, 20]}
    page = as_(crowd.cleo).get(url("show", frozen.code)).content.decode()
    assert "The round as it stands" in page


@pytest.mark.parametrize(
    "rules", [{"floor": 100}, {"aim": "stable", "one_per_team": "on"}, {"inside_least": 100}]
)
def test_what_leaves_nobody_or_cannot_be_says_so(as_, crowd, frozen, rules):
    response = as_(crowd.cleo).get(url("show", frozen.code), TRIED | rules)

    text = response.content.decode()
    assert response.status_code in (200, 422)
    assert any(said in text for said in ("No pair is possible like this", "Switch these rules off", "gain,"))


def test_who_has_nobody_is_told_why_and_whom_to_recruit(as_, crowd, frozen):
    SkillLevel.objects.filter(person=crowd.hal).delete()
    freeze(frozen, by=crowd.cleo)

    page = as_(crowd.cleo).get(url("unmatched", frozen.code)).content.decode()

    assert "Whom to recruit" in page
    assert "Where one more place would help most" in page
    assert "not ahead in any goal skill" in page


def test_groups_are_told_beside_everybody_else_and_never_when_they_are_small(as_, crowd, programme, round):
    programme.groups = ["New", "Elsewhere"]
    programme.save()
    for number in range(9):
        person = Person.objects.create(
            name=f"N{number}", email=f"n{number}@example.org", agreed_conduct_at=now()
        )
        as_mentee(person)
        take_part(programme, person, "mentee")
    parts = list(programme.participations.filter(side="mentee").order_by("pk"))
    for part in parts[:6]:
        part.groups = ["New"]
        part.save()
    parts[0].groups = ["New", "Elsewhere"]
    parts[0].save()
    freeze(round, by=crowd.cleo)

    page = " ".join(as_(crowd.cleo).get(url("balance", round.code)).content.decode().split())
    new, elsewhere = page.split("<h3>New</h3>")[1].split("<h3>Elsewhere</h3>")
    assert '<th scope="row">New</th><td class="number">6</td>' in new
    assert '<th scope="row">Everybody else</th><td class="number">6</td>' in new
    assert elsewhere.split("</table>")[0].count("too few to show") == 2
