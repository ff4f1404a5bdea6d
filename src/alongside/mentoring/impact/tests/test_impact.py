"""Impact: what became of Ada's advice, blind themes of at least three mentees, a certificate to check."""

from __future__ import annotations

import datetime as dt
import sys

import pytest
from django.test import Client
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.impact import actions, queries
from alongside.mentoring.impact.models import Certificate
from alongside.mentoring.leading import actions as leading
from alongside.mentoring.learning import actions as learning
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.pulse import actions as pulses
from alongside.mentoring.pulse.models import Pulse

INDEX, ISSUE = reverse("impact.index"), reverse("impact.issue")
RECORD, ON_PAPER = reverse("impact.record"), reverse("impact.record_paper")


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


def test_ada_prints_her_record_in_figures_and_words_and_names_nobody(as_, cast, helped):
    learning.note(helped, "A silent critique", by=cast.ada)
    leading.keep(by=cast.ada, did="Cut our reviews", effect="Two hours a week", day=now().date())
    page = text(as_(cast.ada).get(RECORD))

    for word in (
        "Hours together",
        "Show two dates",
        "She moved the date",
        "A silent critique",
        "Two hours a week",
    ):
        assert word in page
    assert (cast.ben.name in page, RECORD in text(as_(cast.ada).get(INDEX))) == (False, True)
    assert "She moved the date" not in text(as_(cast.ben).get(RECORD))
    assert "Nothing was written yet" in text(as_(cast.eve).get(RECORD))


def test_record_and_certificate_are_fetched_as_pdf_where_the_engine_is(as_, cast, certificate, monkeypatch):
    pytest.importorskip("weasyprint")
    certified, ada = reverse("impact.certificate_paper", args=[certificate.code]), as_(cast.ada)
    for address, page in ((ON_PAPER, RECORD), (certified, INDEX)):
        answer = ada.get(address)
        assert (answer.headers["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
        assert address in text(ada.get(page))
    assert [as_(one).get(certified).status_code for one in (cast.ben, cast.eve, cast.cleo, cast.dev)] == [
        404
    ] * 4

    monkeypatch.setitem(sys.modules, "weasyprint", None)  # as where it is not installed
    assert [ada.get(address).status_code for address in (ON_PAPER, certified)] == [404] * 2
    assert [ON_PAPER in text(ada.get(RECORD)), certified in text(ada.get(INDEX))] == [False] * 2


def test_a_withdrawn_certificate_is_no_file(as_, cast, certificate):
    actions.withdraw(certificate, by=cast.ada)
    address = reverse("impact.certificate_paper", args=[certificate.code])

    assert as_(cast.ada).get(address).status_code == 404
    assert address not in text(as_(cast.ada).get(INDEX))
