"""The page on which a person says what they offer as a mentor."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.clock import today_in
from alongside.kit.pages import page

from . import actions, forms
from .queries import offer_of


@person_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest) -> HttpResponse:
    """What I offer."""
    offer = offer_of(request.person)
    form = forms.Change(
        request.POST if request.method == "POST" else None, offer=offer, today=today_in(request.person.zone)
    )
    if request.method == "POST" and form.is_valid():
        actions.change(offer, by=request.person, **form.cleaned_data)
        messages.success(request, _("Your offer is saved."))
        return redirect("me.show")
    context = {
        "form": form,
        "heading": _("What you offer as a mentor"),
        "lead": _("Say what you can give. Whoever asks sees how many places are free, never who has them."),
    }
    return page(request, "people/change.html", context, status=422 if form.errors else 200)
