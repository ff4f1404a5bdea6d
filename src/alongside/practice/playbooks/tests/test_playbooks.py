"""Playbooks: one for each skill, on the agenda, as homework, and one's own."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.growth.skills.models import Skill
from alongside.kit.clock import now
from alongside.mentoring.advice.models import Action
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import AgendaItem
from alongside.practice.playbooks import actions
from alongside.practice.playbooks.models import Playbook
from alongside.practice.playbooks.shipped import guides
from alongside.practice.tools.registry import TOOLS

SAID = {
    "title": "Silent start", "when": "Meetings begin with an opinion", "exercise": "Read for five minutes",
    "tool": "pr-faq", "first_question": "Who spoke first?", "second_question": "Who did not speak?",
}  # fmt: skip


@pytest.fixture
def meeting(cast, pair):
    return meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)


@pytest.fixture
def playbook(cast) -> Playbook:
    return actions.write(SAID, by=cast.ada, organisation=cast.northwind)


def address(verb: str, *args: str) -> str:
    return reverse(f"playbooks.{verb}", args=args)


def text(answer) -> str:
    return answer.content.decode()


def test_every_skill_of_the_framework_has_a_whole_guide(db):
    skills = set(Skill.objects.filter(framework__is_default=True).values_list("key", flat=True))
    for guide in guides().values():
        assert len(guide.questions) == 2
        assert guide.tool in TOOLS
        assert all(len(part) >= 25 for part in (guide.when, guide.exercise, *guide.questions))

    assert {guide.skill for guide in guides().values()} == skills
    assert len(skills) == 24


def test_ada_puts_a_guide_on_the_agenda_and_gives_another_as_homework(as_, cast, meeting):
    ada = as_(cast.ada)
    ada.post(address("show", "b3"), {"meeting": meeting.code, "way": "agenda"})
    ada.post(address("show", "c3"), {"meeting": meeting.code, "way": "homework"})

    item, action = AgendaItem.objects.get(), Action.objects.get()
    assert (item.topic, item.question) == (guides()["b3"].title, guides()["b3"].questions[0])
    assert (action.owner, guides()["c3"].exercise in action.text) == (cast.ben, True)
    assert action.due_on == meeting.starts_at.astimezone(cast.ben.zone).date()


def test_who_has_no_meeting_reads_it_all_the_same(as_, cast, meeting):
    said = {"meeting": meeting.code, "way": "agenda"}

    assert "No meeting to use it in" in text(as_(cast.eve).get(address("show", "a1")))
    assert as_(cast.eve).post(address("show", "a1"), said).status_code == 422
    assert as_(cast.ben).get(address("show", "nothing")).status_code == 404


def test_what_ada_writes_is_used_by_her_organisation_and_changed_by_her_alone(as_, cast):
    ada = as_(cast.ada)
    ada.post(address("write"), SAID | {"shared": cast.northwind.code})
    playbook = Playbook.objects.get()
    shown = ada.get(address("change", playbook.code))
    assert "Silent start" in text(shown)
    assert "Silent start" in text(as_(cast.ben).get(address("index")))
    assert "Who did not speak?" in text(as_(cast.ben).get(address("show", playbook.code)))
    assert "Silent start" not in text(as_(cast.eve).get(address("index")))
    assert as_(cast.eve).get(address("show", playbook.code)).status_code == 404
    for verb in ("change", "remove"):
        assert as_(cast.eve).post(address(verb, playbook.code), SAID).status_code == 404
        assert as_(cast.ben).post(address(verb, playbook.code), SAID).status_code == 403
    ada.post(address("change", playbook.code), SAID | {"title": "Read first", "shared": ""})
    assert as_(cast.ben).get(address("show", playbook.code)).status_code == 404
    assert ada.get(address("change", playbook.code)).status_code == 200
    ada.post(address("remove", playbook.code))

    assert not Playbook.objects.exists()
    verbs = Event.objects.filter(verb__startswith="playbook.").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["playbook.written", "playbook.changed", "playbook.removed"]


def test_an_administrator_removes_what_is_shared(as_, cast, playbook):
    as_(cast.dev).post(address("remove", playbook.code))

    assert not Playbook.objects.exists()


@pytest.mark.parametrize("verb", ["write", "change"])
def test_what_is_missing_is_said_and_the_rest_kept(as_, cast, playbook, verb):
    wrong = SAID | {"exercise": "", "title": "Kept title"}
    answer = as_(cast.ada).post(address(verb, *([playbook.code] if verb == "change" else [])), wrong)

    assert answer.status_code == 422
    assert "Enter the exercise" in text(answer)
    assert "Kept title" in text(answer)


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_costs_the_same_however_long(as_, cast, count, django_assert_max_num_queries):
    for _time in range(count):
        actions.write(SAID, by=cast.ada, organisation=cast.northwind)
    ben = as_(cast.ben)
    ben.get(address("index"))
    with django_assert_max_num_queries(5):
        ben.get(address("index"))
