"""The list of worksheets, and the page of one."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.practice.comments.queries import talk
from alongside.practice.worksheets.models import Worksheet

from . import queries
from .page import page_of

SHOW = "practice/desk/show.html"


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """One's own worksheets, and those that somebody shares."""
    return page(request, "practice/desk/index.html", queries.listed(request.person))


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One worksheet, perhaps with one row open, as a table or as a board."""
    worksheet = get_object_or_404(Worksheet.objects.visible_to(request.person).with_people(), code=code)
    context = page_of(
        worksheet, request.person, opened=request.GET.get("row", ""), talk=talk(worksheet, request.person)
    )
    context |= queries.around(worksheet, request.person)
    return page(request, SHOW, context | {"as_board": "board" in request.GET}, part="sheet")


@person_required
@require_GET
def print_out(request: PersonRequest, code: str) -> HttpResponse:
    """The worksheet on paper."""
    worksheet = get_object_or_404(Worksheet.objects.visible_to(request.person).with_people(), code=code)
    return page(request, "practice/desk/print.html", page_of(worksheet, request.person))
