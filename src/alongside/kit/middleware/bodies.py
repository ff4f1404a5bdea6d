"""A body that is far too large is refused by its announced length, before a byte of it is read."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

LARGEST = 25 * 1024 * 1024
"""A little more than the largest file that nearly any form takes, so that the form itself can say so."""


class LargeBodies:
    """Answer 413 to what is too large; a length that is no number counts as too large."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdigit() and (int(length) <= LARGEST or int(length) <= _most(request)):
            return self.get_response(request)
        return render(request, "413.html", status=413)


def _most(request: HttpRequest) -> int:
    """What this page takes of somebody who is signed in: a cookie that was made up opens nothing."""
    most = settings.LARGE_BODIES.get(request.path, LARGEST)
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    if most == LARGEST or not key:
        return LARGEST
    session = import_module(settings.SESSION_ENGINE).SessionStore(key)
    return most if SESSION_KEY in session else LARGEST
