"""Who comes: answered by a button, or by the link in a letter without signing in."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.clock import now, travel
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.attendance import actions
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings import replying
from alongside.mentoring.meetings.models import Attendance, Series


@pytest.fixture
def meeting(cast, pair):
    return meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)


def said(meeting) -> dict[str, str]:
    return dict(Attendance.objects.filter(meeting=meeting).values_list("person__name", "answer"))


def test_who_plans_comes_and_the_other_says_so_on_the_page(as_, cast, meeting, tell_everyone, letters):
    browser = as_(cast.ada)
    for word in ("no", "no", "yes"):
        browser.post(reverse("attendance.say", args=[meeting.code]), {"answer": word})
        tell_everyone()
    html = as_(cast.ben).get(reverse("meetings.show", args=[meeting.code])).text

    assert said(meeting) == {"Ada Lindqvist": "yes", "Ben Okafor": "yes"}
    assert html.count("Comes</span>") == 2
    assert [one.subject for one in letters(cast.ben) if "come" in one.subject] == [
        "Ada Lindqvist cannot come to your meeting"
    ]
    assert Event.objects.filter(verb="attendance.answered").count() == 2


def test_a_new_time_is_a_new_question(cast, meeting):
    meetings.move(meeting, now() + dt.timedelta(days=4), by=cast.ada)

    assert said(meeting) == {"Ada Lindqvist": "yes"}


def test_the_link_in_the_letter_answers_by_a_press_and_not_by_a_look(
    client, cast, tell_everyone, letters, meeting
):
    tell_everyone()
    link = replying.link(meeting, cast.ada)
    path = link.partition("/mentoring/")[2]
    looked = client.get(f"/mentoring/{path}").text
    before = said(meeting)
    pressed = client.post(f"/mentoring/{path}", {"answer": "maybe"}).text

    assert link in letters(cast.ada)[0].text
    assert ("Do you come?" in looked, before) == (True, {"Ben Okafor": "yes"})
    assert ("Your answer is kept" in pressed, said(meeting)["Ada Lindqvist"]) == (True, "maybe")
    assert meeting.mentorship.purpose not in looked


def test_the_link_of_a_series_answers_for_all_that_is_to_come(client, cast, pair):
    meetings.plan_series(
        pair, by=cast.ben, every_days=7, starts_on=now().date() + dt.timedelta(days=1), at=dt.time(9),
        zone="Europe/London", minutes=45, until=now().date() + dt.timedelta(days=20),
    )  # fmt: skip
    token = replying.token_of(Series.objects.get(), cast.ada)
    client.post(reverse("attendance.answer", args=[token]), {"answer": "yes"})

    assert Attendance.objects.filter(person=cast.ada, answer="yes").count() == 3


def test_a_link_that_was_not_made_here_opens_nothing(client, cast, meeting):
    good = replying.token_of(meeting, cast.ada)
    kind, code, person, signature = good.split(".")
    forged = [
        "x", "...", f"{kind}.{code}.{cast.ben.code}.{signature}", f"s.{code}.{person}.{signature}",
        good[:-1], f"{kind}.{code}.{person}.",
        replying.token_of(meeting, cast.eve),
    ]  # fmt: skip
    answers = [client.get(reverse("attendance.answer", args=[one])) for one in forged]
    type(cast.ada).objects.filter(pk=cast.ada.pk).update(is_active=False)

    assert [one.status_code for one in answers] == [404] * 6 + [200]
    assert "nothing to answer" in answers[-1].text
    assert client.get(reverse("attendance.answer", args=[good])).status_code == 404


def test_what_is_over_or_cancelled_is_not_answered(as_, client, cast, meeting):
    path = reverse("attendance.answer", args=[replying.token_of(meeting, cast.ada)])
    with travel(meeting.starts_at + dt.timedelta(hours=2)):
        late = client.post(path, {"answer": "yes"}).text
        refused = as_(cast.ada).post(reverse("attendance.say", args=[meeting.code]), {"answer": "yes"})
    meetings.cancel(meeting, by=cast.ada)

    assert ("nothing to answer" in late, refused.status_code) == (True, 422)
    with pytest.raises(Refused, match="not planned"):
        actions.answer(meeting, "no", by=cast.ada)


def test_it_is_hidden_from_outsiders_and_nonsense_is_answered_kindly(
    as_, client, cast, meeting, tell_everyone
):
    path = reverse("attendance.say", args=[meeting.code])
    bad = client.post(
        reverse("attendance.answer", args=[replying.token_of(meeting, cast.ada)]), {"answer": "x"}
    )
    actions.answer(meeting, "no", by=cast.ada)
    meetings.cancel(meeting, by=cast.ada)
    tell_everyone()

    assert as_(cast.eve).post(path, {"answer": "yes"}).status_code == 404
    assert (as_(cast.ada).post(path, {"answer": "x"}).status_code, bad.status_code) == (422, 422)
    with pytest.raises(Forbidden):
        actions.answer(meeting, "yes", by=cast.eve)
