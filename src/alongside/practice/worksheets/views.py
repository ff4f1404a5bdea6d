"""A worksheet as a whole: renamed, shared, set up, its warnings dismissed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.mentoring.mentorships.models import Mentorship
from alongside.practice.desk.page import page_of, settings_of, theirs_in_words
from alongside.practice.desk.queries import around, pairs_of
from alongside.practice.versions.differences import between

from . import actions, forms
from .crossing import Crossed, seen_of
from .models import Worksheet
from .writing import content_of, tool_for

SHOW = "practice/desk/show.html"
MOST_SAID = 12
"""So many changes of one press are told one by one."""


def _found(request: PersonRequest, code: str) -> Worksheet:
    return get_object_or_404(Worksheet.objects.visible_to(request.person).with_people(), code=code)


@person_required
@require_POST
def set_up(request: PersonRequest, code: str) -> HttpResponse:
    """Change the settings."""
    worksheet = _found(request, code)
    tool = tool_for(worksheet)
    form = settings_of(tool, content_of(worksheet).sheet, request.POST)
    more: dict[str, object] = {"settings_form": form, "settings_open": True}
    if form.is_valid():
        try:
            actions.set_up(worksheet, form.cells(), by=request.person, seen=seen_of(request.POST, worksheet))
            return redirect("worksheets.show", code)
        except Crossed as crossed:
            more["theirs"] = theirs_in_words(tool.settings, crossed.theirs)
    context = page_of(worksheet, request.person) | around(worksheet, request.person) | more
    return page(request, SHOW, context, part="sheet", status=422)


@person_required
@require_http_methods(["GET", "POST"])
def rename(request: PersonRequest, code: str) -> HttpResponse:
    """Give it another title, share it, or remove it."""
    worksheet = _found(request, code)
    form = forms.Rename(request.POST or None, there={"title": worksheet.title})
    if request.method == "POST" and form.is_valid():
        actions.rename(worksheet, form.cleaned_data["title"], by=request.person)
        return redirect("worksheets.show", code)
    context = {"worksheet": worksheet, "form": form} | around(worksheet, request.person)
    status = 422 if request.method == "POST" else 200
    return page(request, "practice/worksheets/about.html", context, status=status)


@person_required
@require_POST
def share(request: PersonRequest, code: str) -> HttpResponse:
    """Share it with a mentorship."""
    worksheet = _found(request, code)
    form = forms.Share(request.POST, pairs=pairs_of(request.person))
    if not form.is_valid():
        context = {"worksheet": worksheet, "share_form": form} | around(worksheet, request.person)
        return page(request, "practice/worksheets/about.html", context, status=422)
    pairs = Mentorship.objects.visible_to(request.person).with_people()
    pair = get_object_or_404(pairs, code=form.cleaned_data["mentorship"])
    actions.share(worksheet, pair, by=request.person)
    messages.success(request, _("Shared. You can both work on it now."))
    return redirect("worksheets.show", code)


@person_required
@require_POST
def unshare(request: PersonRequest, code: str) -> HttpResponse:
    """Take it back."""
    actions.unshare(_found(request, code), by=request.person)
    messages.success(request, _("Only you see it now."))
    return redirect("worksheets.show", code)


@person_required
@require_POST
def remove(request: PersonRequest, code: str) -> HttpResponse:
    """Remove it."""
    actions.remove(_found(request, code), by=request.person)
    messages.success(request, _("Removed."))
    return redirect("worksheets.index")


@person_required
@require_http_methods(["GET", "POST"])
def dismiss(request: PersonRequest, code: str, name: str) -> HttpResponse:
    """Dismiss a warning, with a reason."""
    worksheet = _found(request, code)
    form = forms.Dismiss(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.dismiss(worksheet, name, form.cleaned_data["why"], by=request.person)
        return redirect("worksheets.show", code)
    cautions = page_of(worksheet, request.person)["cautions"]
    caution = next((one for one in cautions if one.key == name), None)
    context = {"worksheet": worksheet, "form": form, "caution": caution}
    status = 422 if request.method == "POST" else 200
    return page(request, "practice/worksheets/dismiss.html", context, status=status)


@person_required
@require_POST
def mend(request: PersonRequest, code: str, name: str) -> HttpResponse:
    """Put right what a warning is about, and say what changed."""
    worksheet = _found(request, code)
    before = content_of(worksheet).sheet
    actions.mend(worksheet, name, by=request.person)
    worksheet.refresh_from_db(fields=["number"])
    changed = between(tool_for(worksheet), before, content_of(worksheet).sheet).cells
    said = "; ".join(f"{one.row}: {one.before} → {one.after}" for one in changed[:MOST_SAID])
    messages.success(request, _("%(changes)s. Undo takes it back.") % {"changes": said})
    return redirect("worksheets.show", code)


@person_required
@require_POST
def recall(request: PersonRequest, code: str, name: str) -> HttpResponse:
    """Take a dismissed warning seriously again."""
    actions.recall(_found(request, code), name, by=request.person)
    return redirect("worksheets.show", code)
