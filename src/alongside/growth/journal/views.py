"""The pages of one's journal."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page

from . import forms, queries, writing
from .models import Entry
from .situations import BY_KEY, EVERY, FIELDS, FREE


def _entry(request: PersonRequest, code: str) -> Entry:
    return get_object_or_404(Entry.objects.visible_to(request.person).for_list(), code=code)


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """What one wrote, and what one may write about."""
    entries = Entry.objects.visible_to(request.person).for_list()
    shown = Paginator(entries, 20).get_page(request.GET.get("page"))
    context = {"shown": shown, "entries": queries.readable(shown), "situations": EVERY}
    return page(request, "growth/journal/index.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def write(request: PersonRequest) -> HttpResponse:
    """Write about a situation."""
    situation = request.GET.get("about", FREE.key)
    if situation not in BY_KEY:
        raise Http404
    found = BY_KEY[situation]
    form = forms.Write(request.POST if request.method == "POST" else None, situation=found)
    if form.is_valid():
        entry = writing.write(situation, form.cleaned_data, by=request.person)
        messages.success(request, _("Kept. Nobody but you reads it."))
        return redirect("journal.show", entry.code)
    context = {"form": form, "situation": found}
    return page(request, "growth/journal/write.html", context, status=422 if form.is_bound else 200)


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One entry."""
    return page(request, "growth/journal/show.html", {"one": queries.shown(_entry(request, code))})


@person_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, code: str) -> HttpResponse:
    """Change an entry, or say what it taught."""
    entry = _entry(request, code)
    found = queries.shown(entry).situation
    typed = {name: getattr(entry, name) for name in (*FIELDS, "lesson")}
    data = request.POST if request.method == "POST" else None
    form = forms.Write(data, there=typed, situation=found, later=True)
    if form.is_valid():
        writing.change(entry, form.cleaned_data, by=request.person)
        return redirect("journal.show", code)
    context = {"form": form, "situation": found, "entry": entry}
    return page(request, "growth/journal/write.html", context, status=422 if form.is_bound else 200)


@person_required
@require_POST
def tear_up(request: PersonRequest, code: str) -> HttpResponse:
    """Remove an entry."""
    writing.tear_up(_entry(request, code), by=request.person)
    messages.success(request, _("The entry is gone for good."))
    return redirect("journal.index")


@person_required
@require_GET
def hard_times(request: PersonRequest) -> HttpResponse:
    """Set-backs, and what they taught over time."""
    return page(request, "growth/journal/hard_times.html", {"entries": queries.hard_times(request.person)})
