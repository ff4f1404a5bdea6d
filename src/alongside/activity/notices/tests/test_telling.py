"""Tell a person, count what they have not read, read it."""

from __future__ import annotations

import pytest

from alongside.accounts.memberships.models import Membership
from alongside.activity.events.models import Event
from alongside.activity.notices import actions
from alongside.activity.notices.actions import tell
from alongside.activity.notices.models import Notice
from alongside.kit.errors import Forbidden


@pytest.fixture
def told(cast):
    return tell(cast.ben, kind="request.accepted", text="Ada has accepted", url="/accounts/settings/")


def test_a_notice_waits_and_is_counted_without_a_query_of_its_own(as_, cast, told, django_assert_num_queries):
    browser = as_(cast.ben)
    with django_assert_num_queries(1):  # all about who is asking
        page = browser.get("/accounts/settings/")

    assert page.context["request"].unread == 1


def test_it_is_counted_for_who_belongs_nowhere_too(as_, cast, told):
    Membership.objects.filter(person=cast.ben).delete()

    assert as_(cast.ben).get("/accounts/settings/").context["request"].unread == 1


def test_opening_it_marks_it_read_and_leads_on(as_, cast, told):
    browser = as_(cast.ben)
    assert "Ada has accepted" in browser.get("/notices/").content.decode()
    answer = browser.post(f"/notices/{told.code}/open/")

    told.refresh_from_db()
    assert (answer.url, told.read_at is not None) == ("/accounts/settings/", True)
    assert [event.verb for event in Event.objects.all()] == ["notice.read"]
    browser.post(f"/notices/{told.code}/open/")
    assert Event.objects.count() == 1


@pytest.mark.parametrize("url", ["https://evil.example/", "//evil.example", ""])
def test_a_notice_leads_nowhere_else(as_, cast, url):
    notice = tell(cast.ben, kind="test", text="Hello", url=url)

    assert as_(cast.ben).post(f"/notices/{notice.code}/open/").url == "/notices/"


def test_all_are_read_at_once(as_, cast, told):
    tell(cast.ben, kind="test", text="Another")
    browser = as_(cast.ben)

    assert browser.post("/notices/read/").url == "/notices/"
    assert browser.get("/notices/").context["request"].unread == 0
    actions.read_all(by=cast.ben)
    assert [event.verb for event in Event.objects.all()] == ["notices.read"]


@pytest.mark.parametrize("who", ["ada", "eve", "dev"])
def test_nobody_else_sees_or_reads_it(as_, cast, told, who):
    other = getattr(cast, who)

    assert as_(other).post(f"/notices/{told.code}/open/").status_code == 404
    assert "Ada has accepted" not in as_(other).get("/notices/").content.decode()
    with pytest.raises(Forbidden):
        actions.read(told, by=other)


def test_who_was_told_nothing_reads_what_would_be_here(as_, cast):
    assert b"Nothing yet" in as_(cast.ben).get("/notices/").content


def test_a_notice_is_one_line(cast):
    assert len(tell(cast.ben, kind="test", text="x" * 500).text) == 300
    assert Notice.objects.visible_to(cast.ben).count() == 1


def test_an_open_page_learns_that_something_new_waits(as_, cast, told, django_assert_num_queries):
    browser = as_(cast.ben)
    with django_assert_num_queries(2):  # one each: who is asking
        known = browser.get("/notices/bell/?shown=1")
        new = browser.get("/notices/bell/?shown=0")

    assert (known.status_code, new.status_code, b'class="dot">1<' in new.content) == (204, 200, True)
