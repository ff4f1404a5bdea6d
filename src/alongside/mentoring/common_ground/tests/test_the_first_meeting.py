"""Before the first meeting: written apart, read together, and a guide that goes onto the agenda."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.common_ground import actions
from alongside.mentoring.common_ground.models import CommonGround
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import AgendaItem, Meeting
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.careers.models import Position, Transition
from alongside.people.profiles.models import Profile

MINE = {
    "came": "From support",
    "glad": "The till",
    "hard": "Two",
    "away": "I row",
    "ticked": ["aloud", "walk"],
}
THEIRS = {"came": "From engineering", "glad": "The depot", "hard": "Hiring", "ticked": ["aloud", "paper"]}


def address(verb: str, pair) -> str:
    return reverse(f"common_ground.{verb}", args=[pair.code])


def text(answer) -> str:
    return answer.content.decode()


def test_each_writes_apart_and_then_reads_what_both_share(as_, cast, pair, tell_everyone, letters):
    ada, ben = as_(cast.ada), as_(cast.ben)
    ben.post(address("write", pair), MINE)
    before = text(ada.get(address("show", pair)))
    ada.post(address("write", pair), THEIRS)
    tell_everyone()

    page = text(ada.get(address("show", pair)))
    assert (["I row" in before, "I think aloud" in before], "I row" in page) == ([False, False], True)
    shared = page[page.index("What you all ticked") :].split("</section>")[0]
    assert ("I think aloud" in shared, "walking" in shared, "before I talk" in shared) == (True, False, False)
    verbs = (
        Event.objects.filter(verb__startswith="common_ground").order_by("pk").values_list("verb", flat=True)
    )
    assert list(verbs) == ["common_ground.written", "common_ground.completed"]
    assert cast.ada.notices.get(kind="common_ground.written").url == address("show", pair)
    assert cast.ben.notices.filter(kind="common_ground.completed").exists()
    assert not CommonGround.objects.visible_to(cast.eve).exists()


def test_what_was_written_is_changed_until_the_other_has_written(as_, cast, pair):
    ben = as_(cast.ben)
    for came in ("From support", "From sales"):
        ben.post(address("write", pair), {**MINE, "came": came})
    assert ("From sales" in text(ben.get(address("write", pair))), CommonGround.objects.count()) == (True, 1)
    actions.write(pair, by=cast.ada, texts=THEIRS)
    answer = ben.post(address("write", pair), {**MINE, "came": "Kept words"})
    assert (answer.status_code, "stays as it is" in text(answer), "Kept words" in text(answer)) == (
        422,
        True,
        True,
    )


def test_whoever_writes_it_better_asks_the_others_only_once(tell_everyone, cast, pair):
    for came in ("From support", "From sales", "From a shop"):
        actions.write(pair, by=cast.ben, texts={**MINE, "came": came})
    tell_everyone()

    assert cast.ada.notices.filter(kind="common_ground.written").count() == 1


def test_what_is_missing_is_said_and_the_rest_kept(as_, cast, pair):
    answer = as_(cast.ben).post(address("write", pair), {**MINE, "hard": ""})
    assert (answer.status_code, "Enter a few words" in text(answer), "I row" in text(answer)) == (
        422,
        True,
        True,
    )
    assert not CommonGround.objects.exists()


def test_nobody_else_comes_near_it_and_nothing_is_written_after_the_end(as_, cast, pair):
    for person in (cast.eve, cast.cleo, cast.dev):
        for verb in ("show", "write"):
            assert as_(person).get(address(verb, pair)).status_code == 404
        assert as_(person).post(address("prepare", pair)).status_code == 404
    with pytest.raises(Forbidden):
        actions.write(pair, by=cast.eve, texts=MINE)
    mentorships.end(pair, by=cast.ben)
    with pytest.raises(Refused, match="has ended"):
        actions.write(pair, by=cast.ben, texts=MINE)


def test_facts_are_what_both_records_hold_and_the_reader_may_see(as_, cast, pair):
    for person, languages in ((cast.ada, ["sv", "en"]), (cast.ben, ["en", "yo"])):
        Profile.objects.update_or_create(
            person=person, defaults={"languages": languages, "findable_by": ["companies"]}
        )
        Position.objects.create(person=person, title="PM", company="Paylark", industry="logistics")
        Transition.objects.create(person=person, move="return_to_work")
    Position.objects.create(person=cast.ada, title="Lead", company="Zebra")
    page = text(as_(cast.ben).get(address("show", pair)))
    facts = page[page.index("In both your records") :].split("</section>")[0]
    assert [word in facts for word in ("English", "Paylark", "logistics", "Moves", "Zebra", "Swedish")] == [
        True, True, True, True, False, False,
    ]  # fmt: skip

    Profile.objects.filter(person=cast.ada).update(findable_by=[])
    assert "Nothing yet that each may see" in text(as_(cast.ben).get(address("show", pair)))


def test_the_guide_goes_onto_the_agenda_once(as_, cast, pair):
    ben = as_(cast.ben)
    assert ben.post(address("prepare", pair)).status_code == 404
    meeting = meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)
    for _ in range(2):
        ben.post(address("prepare", pair))
    assert AgendaItem.objects.filter(meeting=meeting).count() == 5
    assert "Open the meeting" in text(ben.get(address("show", pair)))


def test_the_workspace_leads_to_it_until_a_meeting_was_held(as_, cast, pair):
    ben, workspace = as_(cast.ben), reverse("mentorships.show", args=[pair.code])
    assert address("show", pair) in text(ben.get(workspace))
    meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)
    Meeting.objects.update(state="held")
    assert address("show", pair) not in text(ben.get(workspace))


def test_the_page_asks_few_questions(as_, cast, pair, django_assert_max_num_queries):
    actions.write(pair, by=cast.ben, texts=MINE)
    actions.write(pair, by=cast.ada, texts=THEIRS)
    meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)
    ben = as_(cast.ben)
    ben.get(address("show", pair))
    with django_assert_max_num_queries(10):
        ben.get(address("show", pair))
