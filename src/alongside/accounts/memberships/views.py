"""Join, leave, give roles, keep teams and reporting lines."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.accounts.organisations.models import Organisation
from alongside.kit.pages import page
from alongside.kit.rules import require

from . import actions, rules
from .forms import Place, Roles
from .models import Membership


@person_required
@require_POST
def join(request: PersonRequest, code: str) -> HttpResponse:
    """Join an open organisation; ``code`` is the organisation's."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.person), code=code)
    actions.join(organisation, by=request.person)
    messages.success(request, _("You are now a member of %(name)s.") % {"name": organisation.name})
    return redirect("organisations.show", organisation.code)


@person_required
@require_http_methods(["GET", "POST"])
def leave(request: PersonRequest, code: str) -> HttpResponse:
    """End one's own membership, or as an administrator somebody else's: first the question, then the deed."""
    membership = get_object_or_404(Membership.objects.visible_to(request.person), code=code)
    require(rules.can_leave(request.person, membership))
    if request.method == "GET":
        return page(request, "accounts/memberships/leave.html", {"membership": membership})
    actions.leave(membership, by=request.person)
    if membership.person_id == request.person.pk:
        messages.success(request, _("You have left %(name)s.") % {"name": membership.organisation.name})
        return redirect("organisations.index")
    messages.success(request, _("%(name)s is no longer a member.") % {"name": membership.person.name})
    return redirect("organisations.show", membership.organisation.code)


@person_required
@require_http_methods(["GET", "POST"])
def roles(request: PersonRequest, code: str) -> HttpResponse:
    """Say who coordinates and who administers."""
    membership = get_object_or_404(Membership.objects.visible_to(request.person), code=code)
    require(rules.can_give_roles(request.person, membership))
    form = Roles(request.POST or None, initial={"roles": membership.roles})
    if request.method == "POST" and (form := Roles(request.POST)).is_valid():
        actions.give_roles(membership, form.cleaned_data["roles"], by=request.person)
        messages.success(request, _("Saved."))
        return redirect("organisations.show", membership.organisation.code)
    context = {"form": form, "membership": membership}
    return page(request, "accounts/memberships/roles.html", context, status=422 if form.errors else 200)


@person_required
@require_http_methods(["GET", "POST"])
def place(request: PersonRequest, code: str) -> HttpResponse:
    """Say in which team somebody works and who manages them."""
    membership = get_object_or_404(Membership.objects.visible_to(request.person), code=code)
    require(rules.can_place(request.person, membership))
    initial = {"team": membership.team, "manager": getattr(membership.manager, "email", "")}
    form = Place(request.POST or None, membership=membership, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.place(membership, form.cleaned_data["manager"], form.cleaned_data["team"], by=request.person)
        messages.success(request, _("Saved."))
        return redirect("organisations.show", membership.organisation.code)
    context = {"form": form, "membership": membership}
    return page(request, "accounts/memberships/place.html", context, status=422 if form.errors else 200)
