"""A form that is sent twice acts once; one that was refused can be sent again; nothing breaks on a hostile mark."""

from __future__ import annotations

import pytest
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from alongside.accounts.organisations.models import Organisation
from alongside.activity.once.middleware import Once
from alongside.activity.once.models import Once as Mark


@pytest.fixture
def send(cast):
    """Send one form to a view that founds something and gives this answer."""

    def sent(answer: HttpResponse, once: str = "token") -> HttpResponse:
        def view(request):
            Organisation.objects.create(name="Made by the form", kind="company")
            return answer

        request = RequestFactory().post("/somewhere/", {"once": once})
        request.user = cast.ben
        return Once(view)(request)

    return sent


def made() -> int:
    return Organisation.objects.filter(name="Made by the form").count()


def test_the_second_sending_follows_the_first(send):
    answers = [send(HttpResponseRedirect("/there/")) for _ in range(2)]

    assert ([one.headers["Location"] for one in answers], made()) == (["/there/", "/there/"], 1)


@pytest.mark.parametrize("status", [403, 422, 500])
def test_a_refusal_takes_everything_back_and_can_be_mended(send, status):
    send(HttpResponse(status=status))
    refused = (made(), Mark.objects.count())
    send(HttpResponseRedirect("/there/"))

    assert (refused, made()) == ((0, 0), 1)


def test_what_a_page_shows_at_once_is_kept(send):
    send(HttpResponse("Here is your address", status=200))

    assert (made(), Mark.objects.count()) == (1, 0)


def test_a_mark_that_cannot_be_kept_is_mended(send):
    assert send(HttpResponseRedirect("/there/"), "a\x00b").status_code == 302
