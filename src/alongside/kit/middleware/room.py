"""Room on Python's stack for the page, whatever its depth."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from alongside.kit.stack import roomy


def room(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer as before, in one piece of stack."""
    return roomy(get_response)
