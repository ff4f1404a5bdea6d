"""Read the letters that do not leave this machine: the demo's, and those of an instance without a mail server."""

from __future__ import annotations

from typing import cast

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET

from alongside.accounts.middleware import PersonRequest
from alongside.activity.mail import mailbox
from alongside.activity.mail.html import policy_of, shown_in_frame
from alongside.activity.mail.models import Letter, LetterQuerySet
from alongside.activity.mail.queries import search
from alongside.kit.middleware.security import let_frame
from alongside.kit.pages import page
from alongside.kit.text import one_line

A_PAGE = 50


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The letters, newest first."""
    words = one_line(request.GET.get("words", ""))
    letters = search(_letters(request), words)
    shown = Paginator(letters, A_PAGE).get_page(request.GET.get("page"))
    return page(request, "front/mailbox/index.html", {"letters": shown, "words": words})


@require_GET
def show(request: HttpRequest, code: str) -> HttpResponse:
    """One letter as its reader gets it."""
    letter = get_object_or_404(_letters(request), code=code)
    return let_frame(request, page(request, "front/mailbox/show.html", {"letter": letter}))


@require_GET
@xframe_options_sameorigin
def show_page(request: HttpRequest, code: str) -> HttpResponse:
    """The HTML of a letter, in a frame that runs nothing and loads nothing."""
    letter = get_object_or_404(_letters(request), code=code)
    response = HttpResponse(shown_in_frame(letter.html))
    response.headers["Content-Security-Policy"] = policy_of(letter.html)
    return response


def _letters(request: HttpRequest) -> LetterQuerySet:
    """The letters that the reader may see; for who may see none there is no such page."""
    person = cast(PersonRequest, request).person
    if not mailbox.is_open_to(person):
        raise Http404
    return Letter.objects.visible_to(person)
