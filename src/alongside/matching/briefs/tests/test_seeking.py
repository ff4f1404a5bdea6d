"""A mentee says what they seek: one question a screen, kept as they go, resumed half-way."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.growth.skills.queries import default_skills
from alongside.kit.errors import Forbidden, Refused
from alongside.matching.briefs import actions, steps
from alongside.matching.briefs.models import Brief
from alongside.people.profiles.models import Profile
from alongside.people.profiles.values import VALUES


@pytest.fixture
def brief(cast):
    Profile.objects.create(person=cast.ben, languages=["en"], channels=["video"], values=[1] * 8)
    return actions.begin(by=cast.ben)


def address(brief, key: str) -> str:
    return reverse("briefs.step", args=[brief.code, key])


def answers() -> dict[str, dict[str, object]]:
    codes = [skill.code for skill in default_skills()]
    return {
        "kind": {"kind": "skill"},
        "goal": {"goal": "Lead a release"},
        "why": {"why_now": "The role opens in spring"},
        "tried": {"tried": "Two books"},
        "skills": {"skill_1": codes[6], "target_1": "4", "skill_2": codes[0], "target_2": "2"},
        "move": {"move": "engineer_to_pm"},
        "context": {"industry": "fintech"},
        "help": {"helps": ["advise", "review"]},
        "rhythm": {"hours_a_month": "4", "cadence": "14"},
        "channels": {"channels": ["video"]},
        "languages": {"languages": ["en", "de"]},
        "reach": {"reach": "both"},
        "values": {key: "-1" for key, _left, _right in VALUES},
    }


def test_one_question_leads_to_the_next_and_every_answer_is_kept(as_, cast, brief):
    browser = as_(cast.ben)
    places = [browser.post(address(brief, key), said).headers["Location"] for key, said in answers().items()]
    browser.post(reverse("briefs.finish", args=[brief.code]))
    summary = browser.get(reverse("briefs.show", args=[brief.code])).content.decode()

    told = Brief.objects.get()
    assert places == [
        *(address(brief, key) for key in steps.KEYS[1:]),
        reverse("briefs.show", args=[brief.code]),
    ]
    assert (told.why_now, told.cadence, told.values) == ("The role opens in spring", 14, [-1] * 8)
    assert [(row.priority, row.target) for row in told.goal_skills.all()] == [(3, 4), (2, 2)]
    assert (told.finished_at is not None, "Two books" in summary) == (True, True)
    assert Event.objects.filter(verb="brief.answered").count() == len(steps.KEYS)


def test_what_the_profile_knows_is_filled_in(brief):
    assert (brief.languages, brief.channels, brief.values) == (["en"], ["video"], [1] * 8)


def test_a_brief_left_half_way_goes_on_where_it_was(as_, cast, brief):
    browser = as_(cast.ben)
    browser.post(address(brief, "kind"), {"kind": "skill"})
    browser.post(address(brief, "goal"), {"goal": "Lead a release"})

    assert browser.post(reverse("briefs.begin")).headers["Location"] == address(brief, "why")
    assert 'value="Lead a release"' in browser.get(address(brief, "goal")).content.decode()
    assert Brief.objects.count() == 1


@pytest.mark.parametrize(
    ("key", "said", "told"),
    [
        ("kind", {}, "Choose what you would like from mentoring"),
        ("goal", {"goal": ""}, "Enter your goal in one sentence"),
        ("goal", {"goal": "x" * 201}, "Your goal must be 200 characters or less"),
        ("rhythm", {"hours_a_month": "many"}, "Enter the hours as a whole number"),
        ("why", {"why_now": "x" * 2001}, "must be 2,000 characters or less"),
        ("reach", {"reach": "mars"}, "There is a problem"),
    ],
)
def test_an_answer_that_makes_no_sense_is_kept_and_told(as_, cast, brief, key, said, told):
    answer = as_(cast.ben).post(address(brief, key), said)

    assert (answer.status_code, told in answer.content.decode()) == (422, True)


def test_a_skill_is_chosen_once(as_, cast, brief):
    code = default_skills()[0].code
    answer = as_(cast.ben).post(address(brief, "skills"), {"skill_1": code, "skill_2": code})

    assert (answer.status_code, "Choose each skill once" in answer.content.decode()) == (422, True)


def test_a_brief_is_seen_by_its_person_alone(as_, cast, brief):
    for outsider in (cast.ada, cast.cleo, cast.dev, cast.eve):
        assert as_(outsider).get(address(brief, "why")).status_code == 404
        for verb in ("finish", "close", "copy"):
            assert as_(outsider).post(reverse(f"briefs.{verb}", args=[brief.code])).status_code == 404
    with pytest.raises(Forbidden):
        actions.answer(brief, "goal", {"goal": "x"}, by=cast.ada)


def test_a_question_that_is_none_is_not_found(as_, cast, brief):
    assert as_(cast.ben).get(address(brief, "star-sign")).status_code == 404


def test_it_is_not_complete_without_a_kind_and_a_goal(as_, cast, brief):
    answer = as_(cast.ben).post(reverse("briefs.finish", args=[brief.code]))

    assert (answer.status_code, Brief.objects.get().finished_at) == (422, None)


def test_an_old_brief_stays_and_a_new_one_begins_from_it(as_, cast, brief):
    browser = as_(cast.ben)
    for key, said in answers().items():
        browser.post(address(brief, key), said)
    browser.post(reverse("briefs.close", args=[brief.code]))
    brief.refresh_from_db()
    with pytest.raises(Refused, match="put away"):
        actions.answer(brief, "goal", {"goal": "Another"}, by=cast.ben)
    browser.post(reverse("briefs.copy", args=[brief.code]))

    new = Brief.objects.latest("pk")
    assert (new.goal, new.closed_at, new.goal_skills.count()) == ("Lead a release", None, 2)
    assert browser.get(reverse("briefs.index")).content.decode().count("Lead a release") == 2
