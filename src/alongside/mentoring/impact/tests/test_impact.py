"""Impact: what became of Ada's advice, blind themes of at least three mentees, a certificate to check."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.impact import actions, queries
from alongside.mentoring.impact.models import Certificate
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.pulse import actions as pulses
from alongside.mentoring.pulse.models import Pulse

INDEX, ISSUE = reverse("impact.index"), reverse("impact.issue")


@pytest.fixture
def helped(cast, pair):
    """They have met once, and Ben told what came of Ada's advice."""
    meeting = meetings.log(pair, now() - dt.timedelta(hours=2), by=cast.ben, minutes=60)
    heard = advice.give(meeting, "Show two dates", by=cast.ben)
    advice.decide(heard, "do", "Right", by=cast.ben)
    advice.report(heard, "She moved the date", by=cast.ben)
    advice.give(meeting, "Ask sales", by=cast.ben)
    return pair


@pytest.fixture
def certificate(cast, helped) -> Certificate:
    return actions.issue(by=cast.ada)


def text(answer) -> str:
    return answer.content.decode()


def check(certificate) -> str:
    return reverse("impact.check", args=[certificate.code])


def answer_pulse(cast, mentee, numbers, days_ago: int) -> None:
    pair = mentorships.begin(cast.ada, mentee, by=cast.ada, purpose="Learn")
    at = now() - dt.timedelta(days=days_ago)
    pulse = Pulse.objects.create(
        mentorship=pair, number=1, closes_at=now() + dt.timedelta(days=1), created_at=at
    )
    pulses.answer(pulse, by=mentee, numbers=numbers, word="Only mine")


def test_ada_reads_what_her_help_led_to(as_, cast, helped):
    figures = queries.impact_of(cast.ada).figures

    assert {key: figures[key] for key in ("people", "meetings", "hours", "advice", "results")} == {
        "people": 1, "meetings": 1, "hours": 1, "advice": 2, "results": 1,
    }  # fmt: skip
    assert "She moved the date" in text(as_(cast.ada).get(INDEX))
    for other in (cast.ben, cast.eve, cast.cleo, cast.dev):
        assert "She moved the date" not in text(as_(other).get(INDEX))


def test_themes_need_three_mentees_and_are_rounded(as_, cast):
    for mentee, first in ((cast.ben, 5), (cast.cleo, 4)):
        answer_pulse(cast, mentee, [first] + [3] * 5, days_ago=120)
    assert "at least three of your mentees" in text(as_(cast.ada).get(INDEX))
    answer_pulse(cast, cast.dev, [1] + [3] * 5, days_ago=120)

    assert queries.blind_themes(cast.ada, now()) == [3.5, 3, 3, 3, 3, 3]
    page = text(as_(cast.ada).get(INDEX))
    assert ["<td>3.5</td>" in page, "Only mine" in page, "Cleo" in page] == [True, False, False]


def test_an_answer_of_this_quarter_changes_no_theme(cast):
    for mentee in (cast.ben, cast.cleo, cast.dev):
        answer_pulse(cast, mentee, [3] * 6, days_ago=120)
    before = queries.blind_themes(cast.ada, now() - dt.timedelta(days=100))
    answer_pulse(cast, cast.eve, [1] * 6, days_ago=10)

    assert queries.blind_themes(cast.ada, now() - dt.timedelta(days=100)) == before == [3] * 6


def test_a_certificate_is_checked_by_anybody_who_has_its_link(as_, cast, helped):
    as_(cast.ada).post(ISSUE)
    certificate = Certificate.objects.get()

    page = text(Client().get(check(certificate)))
    assert ["Ada Lindqvist" in page, "as it was issued" in page, "Ben" in page] == [True, True, False]
    assert Client().get(reverse("impact.check", args=["nothing"])).status_code == 404
    assert Event.objects.filter(verb="certificate.issued", by=cast.ada).count() == 1


def test_a_changed_or_withdrawn_certificate_is_not_confirmed(as_, cast, certificate):
    Certificate.objects.update(figures={"hours": 900})
    assert Client().get(check(certificate)).status_code == 410

    Certificate.objects.update(figures=certificate.figures)
    assert Client().get(check(certificate)).status_code == 200
    for _time in range(2):
        as_(cast.ada).post(reverse("impact.withdraw", args=[certificate.code]))
    assert Client().get(check(certificate)).status_code == 410
    assert Event.objects.filter(verb="certificate.withdrawn").count() == 1
    assert "withdrawn" in text(as_(cast.ada).get(INDEX))


def test_only_its_person_withdraws_it(as_, cast, certificate):
    url = reverse("impact.withdraw", args=[certificate.code])
    assert [as_(one).post(url).status_code for one in (cast.ben, cast.eve, cast.cleo, cast.dev)] == [404] * 4


def test_there_is_nothing_to_certify_before_the_first_meeting(as_, cast, pair):
    answer = as_(cast.ada).post(ISSUE)
    assert (answer.status_code, "nothing to certify" in text(answer)) == (422, True)
    with pytest.raises(Refused):
        actions.issue(by=cast.eve)
