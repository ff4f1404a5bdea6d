"""Programmes: the list, one of them, begin one, change one."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.kit.rules import require

from . import actions, rules, shown
from .forms import Described, Weighed
from .models import Programme

FORM = "programmes/programmes/form.html"


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """The programmes that I see."""
    rows = Programme.objects.visible_to(request.person).for_list()
    here = request.membership
    may_begin = here is not None and (here.is_coordinator or here.is_administrator)
    return page(request, "programmes/programmes/index.html", {"rows": rows, "may_begin": may_begin})


@person_required
@require_http_methods(["GET", "POST"])
def begin(request: PersonRequest) -> HttpResponse:
    """Begin one, in the organisation that one looks through."""
    here = request.membership
    if here is None or not (here.is_coordinator or here.is_administrator):
        raise Http404
    posted = request.POST if request.method == "POST" else None
    form = Described(posted, initial={"open_to": "members", "most_mentees": 2, "months": 6})
    if posted is not None and form.is_valid():
        begun = actions.begin(here.organisation, by=request.person, **form.cleaned_data)
        return redirect("programmes.show", begun.code)
    context = {"form": form, "heading": _("Begin a programme"), "button": _("Begin it"), "here": here}
    return page(request, FORM, context, status=422 if form.errors else 200)


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One programme."""
    programme = get_object_or_404(Programme.objects.visible_to(request.person).for_list(), code=code)
    context = shown.one(programme, request.person, request.GET.get("page", "1"))
    return page(request, "programmes/programmes/show.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, code: str) -> HttpResponse:
    """Change its words, dates, places and weights."""
    programme = get_object_or_404(Programme.objects.visible_to(request.person).for_list(), code=code)
    require(rules.can_change(request.person, programme))
    posted = request.POST if request.method == "POST" else None
    form = Described(posted, initial=shown.initial_of(programme))
    weighed = Weighed(posted, weights=programme.weights)
    if posted is not None and form.is_valid() and weighed.is_valid():
        weights = {"weights": weighed.cleaned_data}
        actions.change(programme, by=request.person, **form.cleaned_data, **weights)
        messages.success(request, _("Saved."))
        return redirect("programmes.show", code)
    context = {"form": form, "weighed": weighed, "heading": programme.name, "button": _("Save")}
    return page(request, FORM, context, status=422 if form.errors or weighed.errors else 200)
