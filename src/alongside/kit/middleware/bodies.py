"""A body that is far too large is refused by its announced length, before a byte of it is read."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
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
        known = settings.SESSION_COOKIE_NAME in request.COOKIES  # who comes without a session sends no files
        most = settings.LARGE_BODIES.get(request.path, LARGEST) if known else LARGEST
        if length.isdigit() and int(length) <= most:
            return self.get_response(request)
        return render(request, "413.html", status=413)
