"""The versions of a worksheet."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.practice.worksheets.content import read
from alongside.practice.worksheets.models import Version, Worksheet
from alongside.practice.worksheets.rules import can_edit
from alongside.practice.worksheets.writing import content_of, tool_for, version_of

from . import actions, forms, queries
from .differences import between


def _found(request: PersonRequest, code: str) -> Worksheet:
    return get_object_or_404(Worksheet.objects.visible_to(request.person).with_people(), code=code)


def _version(request: PersonRequest, code: str, number: int) -> Version:
    worksheet = _found(request, code)
    try:
        return version_of(worksheet, number)
    except Version.DoesNotExist as missing:
        raise Http404 from missing


@person_required
@require_POST
def undo(request: PersonRequest, code: str) -> HttpResponse:
    """Go back by one change."""
    actions.undo(_found(request, code), by=request.person)
    return redirect("worksheets.show", code)


@person_required
@require_GET
def index(request: PersonRequest, code: str) -> HttpResponse:
    """All versions, the newest first."""
    worksheet = _found(request, code)
    context = {"worksheet": worksheet, "versions": queries.versions(worksheet)}
    return page(request, "practice/versions/index.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def show(request: PersonRequest, code: str, number: int) -> HttpResponse:
    """What has changed since a version; and its name."""
    version = _version(request, code, number)
    worksheet = version.worksheet
    form = forms.Name(request.POST if request.method == "POST" else None, there={"title": version.name})
    if request.method == "POST" and form.is_valid():
        actions.name(version, form.cleaned_data["title"], by=request.person)
        return redirect("versions.index", code)
    tool, then = tool_for(worksheet), read(version.content).sheet
    context = {
        "worksheet": worksheet, "tool": tool, "version": version, "form": form,
        "difference": between(tool, then, content_of(worksheet).sheet), "may_edit": can_edit(request.person, worksheet),
    }  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return page(request, "practice/versions/show.html", context, status=status)


@person_required
@require_POST
def restore(request: PersonRequest, code: str, number: int) -> HttpResponse:
    """Bring a version back."""
    actions.restore(_version(request, code, number), by=request.person)
    messages.success(request, _("Brought back. The version before it is kept too."))
    return redirect("worksheets.show", code)
