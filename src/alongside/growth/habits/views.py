"""The pages of one's practice as a mentor."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.errors import Refused
from alongside.kit.pages import page

from . import actions, forms, shown
from .models import Habit


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """Then and now, and one habit."""
    return page(request, "growth/habits/index.html", shown.page_of(request.person))


@person_required
@require_http_methods(["GET", "POST"])
def check(request: PersonRequest) -> HttpResponse:
    """Eighteen statements, for oneself."""
    form = forms.Check(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.check(form.numbers(), by=request.person)
        messages.success(request, _("Kept. Nobody but you sees it."))
        return redirect("habits.index")
    return page(request, "growth/habits/check.html", {"form": form}, status=422 if form.is_bound else 200)


@person_required
@require_http_methods(["GET", "POST"])
def choose(request: PersonRequest) -> HttpResponse:
    """One habit for a month."""
    start = shown.first_habit(request.person)
    form = forms.Choose(request.POST if request.method == "POST" else None, initial=start)
    if form.is_valid():
        try:
            actions.choose(form.cleaned_data["group"], form.cleaned_data["text"], by=request.person)
        except Refused as no:
            form.add_error(None, str(no.sentence))
        else:
            messages.success(request, _("Chosen. Come back in a month and say how it went."))
            return redirect("habits.index")
    return page(request, "growth/habits/choose.html", {"form": form}, status=422 if form.is_bound else 200)


@person_required
@require_http_methods(["GET", "POST"])
def finish(request: PersonRequest, code: str) -> HttpResponse:
    """How it went."""
    rows = Habit.objects.visible_to(request.person).select_related("person")
    habit = get_object_or_404(rows, code=code)
    form = forms.Finish(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.finish(habit, form.cleaned_data["result"], form.cleaned_data["effect"], by=request.person)
        return redirect("habits.index")
    context = {"form": form, "habit": habit}
    return page(request, "growth/habits/finish.html", context, status=422 if form.is_bound else 200)
