"""The one character that no database keeps is passed over in the question of an address, such as ?words=."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

NUL = "%00"


class PlainAddresses:
    """Take the character out before anybody reads the question: no row could be found by it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.META.get("QUERY_STRING", "")
        while NUL in asked:  # what is left of "%0%000" may be another
            asked = asked.replace(NUL, "")
        request.META["QUERY_STRING"] = asked
        return self.get_response(request)
