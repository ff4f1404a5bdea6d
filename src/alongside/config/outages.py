"""When the database does not answer: say so and when to come back, instead of an error without a reason."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import server_error

from alongside.kit.addresses import came_from
from alongside.kit.middleware.refusals import NOT_SHOWN

AWAY = (OperationalError, InterfaceError)
BACK_IN_SECONDS = 5


def answer(request: HttpRequest) -> HttpResponse:
    """503 with the typed text while the database is away; Django's own answer to every other fault."""
    if not isinstance(sys.exc_info()[1], AWAY):
        return server_error(request)
    typed = [value for key, value in request.POST.items() if key not in NOT_SHOWN and len(value) > 20]
    back = request.path if request.method == "GET" else came_from(request)
    page = render_to_string("503.html", {"typed": typed, "back": back})
    return HttpResponse(page, status=503, headers={"Retry-After": str(BACK_IN_SECONDS)})
