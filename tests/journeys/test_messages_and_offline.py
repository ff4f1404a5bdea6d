"""Two write to each other with both pages open; one of them then reads the agenda and a draft without a network."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from alongside.kit.clock import now
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.messages import actions as messages
from alongside.people.offers.models import Offer

pytestmark = pytest.mark.django_db(transaction=True)
KEPT = "async () => (await (await caches.open('mine')).keys()).length"
READY = """async () => {
  const known = await navigator.serviceWorker.getRegistration();
  const filesOf = async (name) => (await (await caches.open(name)).keys()).length;
  const kept = await Promise.all((await caches.keys()).map(filesOf));
  return Boolean(known && known.active && known.active.state === "activated" && kept.includes(3));
}"""
PHONE = {"width": 320, "height": 700}


def wait_until(it_is_so):
    """The worker of a page does its work beside it."""
    ends = time.monotonic() + 30
    while not it_is_so():
        assert time.monotonic() < ends
        time.sleep(0.1)


@pytest.fixture
def pair(transactional_db, cast):
    """Ada mentors Ben; they meet tomorrow."""
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead a discovery cycle alone")
    meetings.plan_one(pair, now() + dt.timedelta(days=1), by=cast.ben)
    return pair


def test_two_write_to_each_other_and_see_it_at_once(sit, cast, pair):
    ada, ben = sit(cast.ada, viewport=PHONE), sit(cast.ben)
    thread = f"/mentoring/messages/of/{pair.code}/"
    ada.go(thread, "Messages")
    ben.go(thread, "Messages")
    with ben.page.expect_response("**/draft/") as kept:
        ben.page.get_by_label("Your message").press_sequentially("The board said yes")
    assert kept.value.status == 204
    ben.page.get_by_label("Attach files").set_input_files(
        {"name": "plan.txt", "mimeType": "text/plain", "buffer": b"Ship in May"}
    )
    ben.press("Send")
    ben.scan("Messages")

    ada.page.get_by_text("The board said yes").wait_for()  # her page was open all the time
    assert ada.page.get_by_role("link", name="plan.txt").is_visible()
    ada.scan("Messages")
    ben.page.get_by_text("Read by Ada Lindqvist").wait_for()
    ben.press("Shared shelf")
    ben.scan("Shared shelf")
    ben.go("/notices/choose/", "What comes to you")
    ben.scan("What comes to you")


def test_the_agenda_and_drafts_are_read_without_a_network_until_one_signs_out(sit, cast, pair):
    messages.keep_draft(pair, "I wanted to ask", by=cast.ben)
    ben = sit(cast.ben, service_workers="allow")
    ben.go("/today/")
    wait_until(lambda: ben.page.evaluate(KEPT) == 1)
    ben.page.context.set_offline(True)
    ben.go("/find/", "Your coming days")
    text = ben.page.inner_text("main")
    assert ("Ada Lindqvist · 45 minutes" in text, "I wanted to ask" in text) == (True, True)
    ben.scan("Your coming days")
    ben.page.context.set_offline(False)
    ben.go("/today/")
    ben.page.locator("summary").first.click()
    ben.press("Sign out")
    wait_until(
        lambda: ben.page.evaluate(READY)
    )  # signing out sent the worker away, and this page let it in anew
    assert ben.page.evaluate(KEPT) == 0
    ben.page.context.set_offline(True)
    ben.page.goto(ben.base + "/today/")

    ben.scan("No network")
    ben.page.context.set_offline(False)


def test_it_can_be_installed(sit, cast):
    ben = sit(cast.ben, service_workers="allow")
    ben.go("/today/")
    asked = ben.page.context.new_cdp_session(ben.page)
    errors = [one["errorId"] for one in asked.send("Page.getInstallabilityErrors")["installabilityErrors"]]

    assert set(errors) <= {"in-incognito"}  # every test's browser is


def test_a_device_that_may_not_ring_says_so(sit, cast):
    ben = sit(cast.ben, service_workers="allow")
    ben.go("/notices/choose/", "What comes to you")
    ben.page.get_by_role("button", name="Let this device ring").click()
    ben.page.get_by_text("This browser did not allow it").wait_for()
    ben.scan("What comes to you")

    assert all("incognito" in wrong for wrong in ben.wrongs)  # every test's browser is
    ben.wrongs.clear()
