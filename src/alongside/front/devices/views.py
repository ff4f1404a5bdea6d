"""Ring this browser, ring it no more, or none of them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.activity.devices import actions
from alongside.activity.devices.models import Device, digest_of
from alongside.kit.errors import Refused

from .forms import Ringing


@person_required
@require_POST
def add(request: PersonRequest) -> HttpResponse:
    """Ring this browser from now on; a strange address gets a sentence."""
    form = Ringing(request.POST)
    if not form.is_valid():
        raise Refused(str(form.errors["address"][0]))
    actions.add(form.cleaned_data["address"], by=request.person)
    messages.success(request, _("This device rings from now on when something new waits for you."))
    return redirect("notices.choose")


@person_required
@require_POST
def forget(request: PersonRequest) -> HttpResponse:
    """Ring this browser no more; one that Alongside no longer knew is silent as well."""
    digest = digest_of(request.POST.get("address", ""))
    device = Device.objects.visible_to(request.person).filter(address_digest=digest).first()
    if device is not None:
        actions.forget(device, by=request.person)
    messages.success(request, _("This device is silent from now on."))
    return redirect("notices.choose")


@person_required
@require_POST
def forget_all(request: PersonRequest) -> HttpResponse:
    """Ring no browser of this person."""
    actions.forget_all(by=request.person)
    messages.success(request, _("All your devices are silent from now on."))
    return redirect("notices.choose")
