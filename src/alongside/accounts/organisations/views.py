"""One's organisations: find, found, see, change, and look through another one."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.memberships.queries import members
from alongside.accounts.middleware import CHOSEN, PersonRequest
from alongside.kit.pages import page
from alongside.kit.rules import require
from alongside.kit.text import one_line

from . import actions, rules
from .forms import Described, Founding
from .models import Organisation

A_PAGE = 50


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """Mine, and those that anyone here can join."""
    mine = {membership.organisation_id for membership in request.memberships}
    open_ones = Organisation.objects.visible_to(request.person).exclude(pk__in=mine).order_by("name", "pk")
    shown = Paginator(open_ones, A_PAGE).get_page(request.GET.get("page"))
    return page(request, "accounts/organisations/index.html", {"open_ones": shown})


@person_required
@require_http_methods(["GET", "POST"])
def found(request: PersonRequest) -> HttpResponse:
    """Found a company or a community."""
    form = Founding(request.POST or None)
    if request.method == "POST" and form.is_valid():
        organisation = actions.found(by=request.person, **form.cleaned_data)
        return redirect("organisations.show", organisation.code)
    return page(
        request, "accounts/organisations/found.html", {"form": form}, status=422 if form.errors else 200
    )


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """What it is, and for its members who is there."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.person), code=code)
    words = one_line(request.GET.get("words", ""))
    shown = Paginator(members(organisation, request.person, words), A_PAGE).get_page(request.GET.get("page"))
    mine = next((one for one in request.memberships if one.organisation_id == organisation.pk), None)
    may = {
        "may_invite": rules.can_invite(request.person, organisation),
        "may_change": rules.can_change(request.person, organisation),
    }
    context = {"organisation": organisation, "members": shown, "mine": mine, "words": words, **may}
    return page(request, "accounts/organisations/show.html", context, part="members")


@person_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, code: str) -> HttpResponse:
    """Change what it says about itself."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.person), code=code)
    require(rules.can_change(request.person, organisation))
    initial = {"name": organisation.name, "about": organisation.about, "joining": organisation.joining}
    form = Described(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.change(organisation, by=request.person, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("organisations.show", code)
    context = {"form": form, "organisation": organisation}
    return page(request, "accounts/organisations/change.html", context, status=422 if form.errors else 200)


@person_required
@require_POST
def switch(request: PersonRequest, code: str) -> HttpResponse:
    """Look through another of one's memberships; ``code`` is the membership's."""
    if code not in {membership.code for membership in request.memberships}:
        raise Http404
    request.session[CHOSEN] = code
    return redirect("today")
