"""The buttons of a browser that rings."""

from __future__ import annotations

import pytest

from alongside.activity.devices.models import Device

ELSEWHERE = "https://push.example/send/abc"


def test_a_browser_rings_and_is_silent_again(as_, cast):
    browser = as_(cast.ben)
    silent = ("forget", 0, "silent from now on")
    for verb, left, told in [("add", 1, "1 device rings for you"), silent, silent]:
        answer = browser.post(f"/devices/{verb}/", {"address": ELSEWHERE}, follow=True)
        assert (answer.redirect_chain[0][0], Device.objects.count()) == ("/notices/choose/", left)
        assert told in answer.content.decode()


def test_silence_for_all_of_them(as_, cast):
    browser = as_(cast.ben)
    browser.post("/devices/add/", {"address": ELSEWHERE})
    as_(cast.eve).post("/devices/forget/all/")
    as_(cast.eve).post("/devices/forget/", {"address": ELSEWHERE})
    assert Device.objects.count() == 1
    assert "All your devices" in browser.post("/devices/forget/all/", follow=True).content.decode()
    assert Device.objects.count() == 0


@pytest.mark.parametrize("address", ["", "x" * 2001, "http://127.0.0.1/", "https://[::1"])
def test_what_is_no_address_of_a_push_service_is_answered_kindly(as_, cast, address):
    answer = as_(cast.ben).post("/devices/add/", {"address": address})

    assert (answer.status_code, Device.objects.count()) == (422, 0)
    assert "This browser gave" in answer.content.decode()
