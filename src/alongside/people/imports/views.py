"""Bringing a career or a roster along: upload, preview, apply."""

from __future__ import annotations

import csv

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.cells import harmless
from alongside.kit.errors import Refused
from alongside.kit.pages import page

from . import actions, forms
from .career import from_json
from .models import Import
from .plan import career_plan, roster_plan


@person_required
@require_http_methods(["GET", "POST"])
def index(request: PersonRequest) -> HttpResponse:
    """Choose a file with a career."""
    form = forms.Career(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            brought = actions.bring_career(
                form.cleaned_data["file"], form.cleaned_data["kind"], by=request.person
            )
            return redirect("imports.show", brought.code)
        except Refused as no:
            form.add_error("file", str(no.sentence))
    status = 422 if request.method == "POST" else 200
    return page(request, "people/imports/index.html", {"form": form}, status=status)


@person_required
@require_http_methods(["GET", "POST"])
def roster(request: PersonRequest) -> HttpResponse:
    """Choose a file with a roster, for the organisation that one looks through."""
    here = request.membership
    if here is None or not (here.is_coordinator or here.is_administrator):
        raise Http404
    form = forms.Roster(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            brought = actions.bring_roster(form.cleaned_data["file"], here.organisation, by=request.person)
            return redirect("imports.show", brought.code)
        except Refused as no:
            form.add_error("file", str(no.sentence))
    status = 422 if request.method == "POST" else 200
    return page(request, "people/imports/roster.html", {"form": form, "here": here}, status=status)


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """What would change."""
    brought = get_object_or_404(Import.objects.visible_to(request.person), code=code)
    if brought.applied_at:
        return page(request, "people/imports/applied.html", {"brought": brought})
    if brought.kind == Import.Kind.ROSTER:
        return page(request, "people/imports/roster_preview.html", _roster_context(brought))
    plan = career_plan(from_json(brought.read), request.person, brought.kind)
    return page(request, "people/imports/preview.html", {"brought": brought, "plan": plan})


def _roster_context(brought: Import) -> dict[str, object]:
    initial = {name: "" if place is None else place for name, place in brought.mapping.items()}
    columns = forms.Columns(header=brought.read["header"], initial=initial)
    shown = {"brought": brought, "columns": columns, "plan": roster_plan(brought)}
    return shown | {"sample": brought.read["people"][:8], "first_problems": brought.problems[:20]}


@person_required
@require_POST
def columns(request: PersonRequest, code: str) -> HttpResponse:
    """Say which column means what."""
    brought = get_object_or_404(Import.objects.visible_to(request.person).rosters(), code=code)
    form = forms.Columns(request.POST, header=brought.read.get("header", []))
    if form.is_valid():
        actions.map_columns(brought, form.cleaned_data, by=request.person)
        return redirect("imports.show", brought.code)
    context = _roster_context(brought) | {"columns": form}
    return page(request, "people/imports/roster_preview.html", context, status=422)


@person_required
@require_POST
def apply(request: PersonRequest, code: str) -> HttpResponse:
    """Apply it, whole or not at all."""
    brought = get_object_or_404(Import.objects.visible_to(request.person), code=code)
    if brought.kind == Import.Kind.ROSTER:
        invited, placed = actions.apply_roster(brought, by=request.person)
        text = _("%(invited)d invited, %(placed)d placed.") % {"invited": invited, "placed": placed}
        messages.success(request, text)
        return redirect("imports.show", brought.code)
    count = actions.apply_career(brought, request.POST.getlist("job"), by=request.person)
    told = ngettext("%(count)d position is up to date.", "%(count)d positions are up to date.", count)
    messages.success(request, told % {"count": count})
    return redirect("me.show")


@person_required
@require_POST
def drop(request: PersonRequest, code: str) -> HttpResponse:
    """Throw it away."""
    actions.drop(get_object_or_404(Import.objects.visible_to(request.person), code=code), by=request.person)
    messages.success(request, _("Thrown away; nothing was changed."))
    return redirect("imports.index")


@person_required
@require_GET
def problems(request: PersonRequest, code: str) -> HttpResponse:
    """The rows that cannot be used, as a file to mend beside the roster."""
    brought = get_object_or_404(Import.objects.visible_to(request.person), code=code)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="rows-to-mend.csv"'
    writer = csv.writer(response)
    writer.writerow([_("row"), _("column"), _("what to mend")])
    for one in brought.problems:
        writer.writerow([one["row"], one["column"], harmless(one["text"])])
    return response
