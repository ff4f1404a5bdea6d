"""The page on which a person says when they are away or busy in spite of their week."""

from __future__ import annotations

from collections.abc import Callable

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.clock import today_in
from alongside.kit.errors import Refused
from alongside.kit.pages import page

from . import actions, forms
from .models import BusyCalendar, DayOff


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """My days off, and the calendars that say when I am busy."""
    return _page(request)


@person_required
@require_POST
def take_off(request: PersonRequest) -> HttpResponse:
    """Take days off."""
    form = forms.Off(request.POST)
    return _done(request, "off", form, lambda: actions.take_off(by=request.person, **form.cleaned_data))


@person_required
@require_POST
def follow(request: PersonRequest) -> HttpResponse:
    """Name the address of a calendar."""
    form = forms.Address(request.POST)
    return _done(request, "address", form, lambda: actions.follow(by=request.person, **form.cleaned_data))


@person_required
@require_POST
def upload(request: PersonRequest) -> HttpResponse:
    """Bring a calendar as a file."""
    form = forms.File(request.POST, request.FILES)

    def bring() -> object:
        file = form.cleaned_data["file"]
        whole_days = form.cleaned_data["whole_days"]
        return actions.upload(file, file.name, by=request.person, whole_days=whole_days)

    return _done(request, "file", form, bring)


@person_required
@require_POST
def give_back(request: PersonRequest, code: str) -> HttpResponse:
    """Take days off away again."""
    actions.give_back(
        get_object_or_404(DayOff.objects.visible_to(request.person), code=code), by=request.person
    )
    return redirect("busy.index")


@person_required
@require_POST
def read_again(request: PersonRequest, code: str) -> HttpResponse:
    """Have a calendar read now."""
    found = get_object_or_404(BusyCalendar.objects.visible_to(request.person), code=code)
    actions.read_again(found, by=request.person)
    return redirect("busy.index")


@person_required
@require_POST
def stop_following(request: PersonRequest, code: str) -> HttpResponse:
    """Forget a calendar."""
    found = get_object_or_404(BusyCalendar.objects.visible_to(request.person), code=code)
    actions.stop_following(found, by=request.person)
    messages.success(request, _("Forgotten, with its address and its times."))
    return redirect("busy.index")


def _done(
    request: PersonRequest, name: str, form: django_forms.Form, act: Callable[[], object]
) -> HttpResponse:
    """Do it, or show the page again with what was typed and what to mend."""
    if form.is_valid():
        try:
            act()
            return redirect("busy.index")
        except Refused as no:
            form.add_error(next(iter(form.fields)), str(no.sentence))
    return _page(request, status=422, **{f"{name}_form": form})


def _page(request: PersonRequest, status: int = 200, **given: object) -> HttpResponse:
    person = request.person
    context = {
        "days": DayOff.objects.visible_to(person).filter(ends_on__gte=today_in(person.zone)),
        "calendars": BusyCalendar.objects.visible_to(person).defer("address", "spans"),
        "off_form": forms.Off(),
        "address_form": forms.Address(),
        "file_form": forms.File(),
    }
    return page(request, "people/busy/index.html", context | given, status=status)
