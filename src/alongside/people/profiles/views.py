"""The pages on which a person says who they are and who may find them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page

from . import actions, forms
from .languages import LANGUAGES
from .queries import profile_of

CHANGE = "people/change.html"


@person_required
@require_http_methods(["GET", "POST"])
def about(request: PersonRequest) -> HttpResponse:
    """What others read first."""
    profile = profile_of(request.person)
    form = forms.About(request.POST if request.method == "POST" else None, profile=profile)
    if request.method == "POST" and form.is_valid():
        return _changed(request, form.cleaned_data)
    lead = _("This is what people read first when they find you.")
    return _asked(request, CHANGE, form, heading=_("About you"), lead=lead)


@person_required
@require_http_methods(["GET", "POST"])
def languages(request: PersonRequest) -> HttpResponse:
    """The languages one can be mentored in."""
    profile = profile_of(request.person)
    form = forms.Languages(request.POST if request.method == "POST" else None, profile=profile)
    if request.method == "POST" and form.is_valid():
        return _changed(request, form.cleaned_data)
    lead = _("The language you like best first. Two people need one in common.")
    template = "people/profiles/languages.html"
    return _asked(request, template, form, heading=_("Your languages"), lead=lead, languages=LANGUAGES)


@person_required
@require_http_methods(["GET", "POST"])
def finders(request: PersonRequest) -> HttpResponse:
    """Who may find me."""
    profile = profile_of(request.person)
    form = forms.Finders(request.POST if request.method == "POST" else None, profile=profile)
    if request.method == "POST" and form.is_valid():
        return _changed(request, form.cleaned_data)
    lead = _("You decide, and you can change it at any time. Whoever you blocked never finds you.")
    return _asked(request, CHANGE, form, heading=_("Who may find you"), lead=lead)


@person_required
@require_http_methods(["GET", "POST"])
def values(request: PersonRequest) -> HttpResponse:
    """The eight work values."""
    profile = profile_of(request.person)
    form = forms.Values(request.POST if request.method == "POST" else None, profile=profile)
    if request.method == "POST" and form.is_valid():
        return _changed(request, {"values": form.values()})
    lead = _("Neither end is better. People who work alike tend to get on; the fit says how much it counts.")
    return _asked(request, CHANGE, form, heading=_("How you like to work"), lead=lead)


def _changed(request: PersonRequest, fields: dict[str, Any]) -> HttpResponse:  # Any: one value for each field
    actions.change(profile_of(request.person), by=request.person, **fields)
    messages.success(request, _("Saved."))
    return redirect("me.show")


def _asked(
    request: PersonRequest, template: str, form: Any, **context: Any
) -> HttpResponse:  # Any: what a page shows
    return page(request, template, {"form": form, **context}, status=422 if form.errors else 200)
