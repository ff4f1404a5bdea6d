"""Tables into and out of a worksheet."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.practice.rows import actions
from alongside.practice.tools.tool import Sheet, Tool
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of, tool_for

from . import forms, preview, taking
from .reading import Table

TEMPLATE = "practice/tables/bring.html"


def _found(request: PersonRequest, code: str) -> Worksheet:
    return get_object_or_404(Worksheet.objects.visible_to(request.person).with_people(), code=code)


@person_required
@require_http_methods(["GET", "POST"])
def bring(request: PersonRequest, code: str) -> HttpResponse:
    """Paste or upload, look at how its columns are matched, and bring the rows."""
    worksheet, posted = _found(request, code), request.method == "POST"
    sheet = content_of(worksheet).sheet
    tool = tool_for(worksheet).called(sheet)
    form = forms.Bring(request.POST if posted else None, request.FILES or None, tool=tool)
    context = {"worksheet": worksheet, "tool": tool, "form": form}
    if not posted or not form.is_valid() or form.read is None:
        return page(request, TEMPLATE, context, status=422 if posted else 200)
    columns, looked = _looked(
        request, preview.dressed(tool_for(worksheet), form.read, sheet), form.read, sheet
    )
    if "bring" in request.POST and looked.rows and not looked.wrong:
        actions.add(worksheet, looked.rows, by=request.person, settings=looked.settings)
        messages.success(
            request, _("%(count)s rows brought. Undo takes them away again.") % {"count": len(looked.rows)}
        )
        return redirect("worksheets.show", code)
    form = forms.Bring(initial={"table": form.cleaned_data["text"]}, tool=tool)
    context |= {"tool": columns.tool, "form": form, "columns": columns, "looked": looked}
    return page(request, TEMPLATE, context, status=422 if looked.wrong else 200)


def _looked(
    request: PersonRequest, tool: Tool, table: Table, sheet: Sheet
) -> tuple[forms.Columns, preview.Look]:
    """How the columns are matched, and what would be brought so."""
    mapped = any(name.startswith("to-") for name in request.POST)
    columns = forms.Columns(request.POST if mapped else None, tool=tool, table=table)
    places = columns.places() if not mapped or columns.is_valid() else {}
    return columns, preview.look(tool, table, places, sheet)


@person_required
@require_GET
def take(request: PersonRequest, code: str, way: str) -> HttpResponse:
    """Take it out as CSV, Markdown or JSON."""
    worksheet = _found(request, code)
    if way not in taking.WAYS:
        raise Http404
    kind, write = taking.WAYS[way]
    text = write(tool_for(worksheet), content_of(worksheet).sheet)
    name = slugify(worksheet.title) or worksheet.tool
    headers = {"Content-Disposition": f'attachment; filename="{name}.{way}"'}
    return HttpResponse(text, content_type=f"{kind}; charset=utf-8", headers=headers)
