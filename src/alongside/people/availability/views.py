"""The page on which a person says when they can meet."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page

from . import actions, forms
from .chart import week_chart
from .queries import windows_of

CHANGE = "people/availability/change.html"


@person_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest) -> HttpResponse:
    """My week."""
    windows = windows_of([request.person.pk])[request.person.pk]
    form = forms.Week(
        request.POST if request.method == "POST" else None, zone=request.person.timezone, windows=windows
    )
    if request.method == "POST" and form.is_valid():
        actions.set_week(request.person, by=request.person, **form.cleaned_data)
        messages.success(request, _("Your week is saved."))
        return redirect("me.show")
    drawn = week_chart(windows) if windows else None
    return page(request, CHANGE, {"form": form, "week": drawn}, status=422 if form.errors else 200)
