"""Invite, take back, and follow the link of an invitation."""

from __future__ import annotations

from typing import cast

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import CHOSEN, PersonRequest
from alongside.accounts.organisations.models import Organisation
from alongside.accounts.organisations.rules import can_change
from alongside.accounts.organisations.rules import can_invite as can_invite_to
from alongside.kit.clock import now
from alongside.kit.pages import page
from alongside.kit.rules import require

from . import actions, queries
from .forms import Inviting, InvitingToRoles
from .models import Invitation


@person_required
@require_http_methods(["GET", "POST"])
def index(request: PersonRequest, code: str) -> HttpResponse:
    """Invite somebody, and see who has not answered yet."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.person), code=code)
    require(can_invite_to(request.person, organisation))
    form_class = InvitingToRoles if can_change(request.person, organisation) else Inviting
    form = form_class(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email, roles = form.cleaned_data["email"], form.cleaned_data.get("roles", [])
        actions.invite(organisation, email, roles, by=request.person)
        messages.success(request, _("An invitation is on its way to %(email)s.") % {"email": email})
        return redirect("invitations.index", code)
    pending = organisation.invitations.visible_to(request.person).pending(now()).for_list()
    context = {"organisation": organisation, "form": form, "invitations": pending}
    return page(request, "accounts/invitations/index.html", context, status=422 if form.errors else 200)


@person_required
@require_POST
def withdraw(request: PersonRequest, code: str) -> HttpResponse:
    """Take an invitation back."""
    invitation = get_object_or_404(Invitation.objects.visible_to(request.person), code=code)
    actions.withdraw(invitation, by=request.person)
    messages.success(request, _("The invitation of %(email)s is taken back.") % {"email": invitation.email})
    return redirect("invitations.index", invitation.organisation.code)


@require_GET
def show(request: HttpRequest, token: str) -> HttpResponse:
    """Where the link leads: who invites to what. Only opening it changes nothing (mail programs do that)."""
    invitation = queries.by_token(token, at=now())
    person = cast(PersonRequest, request).person
    if person is None:  # the link was sent to this address, so that whoever follows it reads its mail
        get_adapter().stash_verified_email(request, invitation.email)
    context = {"invitation": invitation, "token": token}
    return page(request, "accounts/invitations/show.html", context)


@person_required
@require_POST
def accept(request: PersonRequest, token: str) -> HttpResponse:
    """Become a member."""
    membership = actions.accept(token, by=request.person)
    request.session[CHOSEN] = membership.code
    messages.success(request, _("Welcome to %(name)s.") % {"name": membership.organisation.name})
    return redirect("organisations.show", membership.organisation.code)
