"""A refusal becomes a page that says what to do next and keeps what was typed."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from alongside.kit.addresses import came_from
from alongside.kit.errors import Refused
from alongside.kit.pages import page

NOT_SHOWN = {"csrfmiddlewaretoken", "once", "password", "password1", "password2", "oldpassword"}


class Refusals:
    """Answer ``Refused`` with 422, the sentence, and the typed text, so that nothing is lost."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a refusal into its page; leave every other exception alone."""
        if not isinstance(exception, Refused):
            return None
        typed = [value for key, value in request.POST.items() if key not in NOT_SHOWN and len(value) > 20]
        context = {"refused": exception, "typed": typed, "back": came_from(request)}
        return page(request, "kit/refused.html", context, status=422)
