"""An address with the one character that no database keeps leads nowhere: none of our links holds it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

NUL = "%00"


class PlainAddresses:
    """Answer 404 to a question behind an address that no row could be found by."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if NUL in request.META.get("QUERY_STRING", ""):
            raise Http404
        return self.get_response(request)
