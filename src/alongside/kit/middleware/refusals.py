"""A refusal becomes a page that says what to do next and keeps what was typed."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from psycopg.errors import UniqueViolation

from alongside.kit.addresses import came_from
from alongside.kit.errors import Refused
from alongside.kit.pages import page

NOT_SHOWN = {"csrfmiddlewaretoken", "once", "password", "password1", "password2", "oldpassword"}
GONE = _(
    "This was removed in the same moment, in another tab or by somebody else. Go back and look at what is there."
)
TWICE = _("This was sent twice in the same moment. Go back and look at what is there.")
log = logging.getLogger(__name__)


class Refusals:
    """Answer ``Refused`` with 422, the sentence, and the typed text, so that nothing is lost."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a refusal into its page; leave every other exception alone."""
        refused = exception if isinstance(exception, Refused) else _crossed(request, exception)
        if refused is None:
            return None
        typed = [value for key, value in request.POST.items() if key not in NOT_SHOWN and len(value) > 20]
        context = {"refused": refused, "typed": typed, "back": came_from(request)}
        return page(request, "kit/refused.html", context, status=422)


def _crossed(request: HttpRequest, exception: Exception) -> Refused | None:
    """What two who send in the same moment do to each other: a row is gone, or stands there already.

    Actions lock what they must, so this is the last net; each catch stands in the log, where a fault of ours shows.
    """
    twice = isinstance(exception.__cause__, UniqueViolation)
    if request.method != "POST" or not (twice or _is_gone(exception)):
        return None
    where = request.resolver_match and request.resolver_match.view_name
    log.warning("Two at once at %s: %s", where, type(exception).__qualname__)  # its text may repeat the row
    return Refused(TWICE if twice else GONE)


def _is_gone(exception: Exception) -> bool:
    """Whether a row was not found again, or an update found none; a missing part of a row is a fault of ours."""
    if isinstance(exception, ObjectDoesNotExist):
        return not isinstance(exception, AttributeError)
    return type(exception) is DatabaseError and exception.__cause__ is None
