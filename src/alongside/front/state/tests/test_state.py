"""Whoever runs the instance sees what does not get through, and nobody else does."""

from __future__ import annotations

import datetime as dt

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from alongside.activity.devices import actions as devices
from alongside.activity.devices.models import Device
from alongside.activity.mail.models import Letter
from alongside.kit.clock import now, travel

PAGE = "/-/state/"


@pytest.fixture
def refused(cast):
    for number, service in enumerate(("push.example", "push.example", "bell.example")):
        device = devices.add(f"https://{service}/{number}", by=cast.ben)
        Device.objects.filter(pk=device.pk).update(refused_at=now(), refused_with=403)


def test_refused_rings_stand_by_service_without_whose_they_are(as_, cast, refused):
    page = as_(cast.dev).get(PAGE).content.decode()
    first = page.index("push.example</th><td>403</td><td>2</td>")

    assert first < page.index("bell.example</th><td>403</td><td>1</td>")
    assert ["Ben" in page, "push.example/1" in page] == [False, False]
    his = as_(cast.ben).get("/notices/choose/").content.decode()
    assert "3 of them are refused" in his
    assert as_(cast.dev).get("/accounts/settings/").content.decode().count(PAGE) == 1


def test_letters_that_wait_or_were_given_up_are_counted(as_, cast, settings):
    settings.SMTP_HOST = "mail.example.org"
    with travel(now() - dt.timedelta(hours=2)):
        for number, state in enumerate(("waiting", "failed", "sent")):
            Letter.objects.create(to="a@example.org", message_id=str(number), state=state, problem="550 no")
    Letter.objects.create(to="a@example.org", message_id="new")
    page = as_(cast.dev).get(PAGE).content.decode()

    assert [word in page for word in ("1 letter has waited", "1 letter was given up", "550 no")] == [True] * 3
    assert "a@example.org" not in page


def test_without_a_mail_server_no_letter_is_late(as_, cast):
    with travel(now() - dt.timedelta(hours=2)):
        Letter.objects.create(to="a@example.org", message_id="1")
    page = as_(cast.dev).get(PAGE).content.decode()

    assert ["No mail server is set" in page, "has waited" in page] == [True, False]


def test_all_is_well_on_the_first_day(as_, cast, settings):
    settings.SMTP_HOST = "mail.example.org"
    page = as_(cast.dev).get(PAGE).content.decode()
    assert [
        word in page for word in ("leave in time", "No push service refuses", "Nothing was given up")
    ] == [True] * 3
    assert not ProcrastinateJob.objects.filter(status="failed").exists()


@pytest.mark.parametrize("who", ["ben", "cleo", "eve"])
def test_nobody_else_sees_it(as_, cast, who):
    assert as_(getattr(cast, who)).get(PAGE).status_code == 404
    assert PAGE not in as_(getattr(cast, who)).get("/accounts/settings/").content.decode()
