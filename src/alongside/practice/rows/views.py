"""The rows of a worksheet."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.practice.desk.page import entry_of, page_of, theirs_in_words
from alongside.practice.desk.queries import around
from alongside.practice.worksheets.crossing import Crossed, seen_of
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of, tool_for

from . import actions

SHOW = "practice/desk/show.html"


def _found(request: PersonRequest, code: str) -> Worksheet:
    return get_object_or_404(Worksheet.objects.visible_to(request.person).with_people(), code=code)


def _back(code: str, row: str = "") -> HttpResponse:
    return redirect(reverse("worksheets.show", args=[code]) + (f"?row={row}" if row else ""))


@person_required
@require_POST
def add(request: PersonRequest, code: str) -> HttpResponse:
    """Add a row."""
    worksheet = _found(request, code)
    sheet = content_of(worksheet).sheet
    tool = tool_for(worksheet).called(sheet)
    form = entry_of(tool.columns, None, sheet, tool, request.POST)
    if form.is_valid():
        actions.add(worksheet, [form.cells()], by=request.person)
        return _back(code)
    context = page_of(worksheet, request.person) | around(worksheet, request.person) | {"add_form": form}
    return page(request, SHOW, context, part="sheet", status=422)


@person_required
@require_POST
def change(request: PersonRequest, code: str, row: str) -> HttpResponse:
    """Change a row; what somebody else typed meanwhile into the same cell is shown beside."""
    worksheet = _found(request, code)
    content = content_of(worksheet)
    tool = tool_for(worksheet).called(content.sheet)
    form = entry_of(tool.columns, content.row(row), content.sheet, tool, request.POST)
    more: dict[str, object] = {"row_form": form}
    if form.is_valid():
        try:
            seen = seen_of(request.POST, worksheet)
            actions.change(worksheet, row, form.cells(), by=request.person, seen=seen)
            return _back(code, "" if "done" in request.POST else row)
        except Crossed as crossed:
            more["theirs"] = theirs_in_words(tool.columns, crossed.theirs)
    context = page_of(worksheet, request.person, opened=row) | around(worksheet, request.person) | more
    return page(request, SHOW, context, part="sheet", status=422)


@person_required
@require_POST
def move(request: PersonRequest, code: str, row: str) -> HttpResponse:
    """Move a row to another part of the board."""
    actions.move(_found(request, code), row, request.POST.get("to", ""), by=request.person)
    return redirect(reverse("worksheets.show", args=[code]) + "?board")


@person_required
@require_POST
def lift(request: PersonRequest, code: str, row: str) -> HttpResponse:
    """Move a row one place up."""
    actions.lift(_found(request, code), row, by=request.person)
    return _back(code, row)


@person_required
@require_POST
def remove(request: PersonRequest, code: str, row: str) -> HttpResponse:
    """Take a row away."""
    actions.remove(_found(request, code), row, by=request.person)
    return _back(code)
