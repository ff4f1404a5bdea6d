"""Who is in a circle, asking a second mentor, and leaving."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.pages import page
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import mentees, mentors, names
from alongside.people.offers.models import Format

from . import actions, queries, rules
from .forms import AskingAMentor
from .models import CircleInvitation


@person_required
@require_http_methods(["GET", "POST"])
def show(request: PersonRequest, circle: str) -> HttpResponse:
    """Who is in it; a mentor asks a second one here."""
    found = _circle(request, circle)
    form = AskingAMentor(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        require(rules.can_invite_mentor(request.person, found))
        if form.is_valid():
            actions.invite_mentor(found, form.cleaned_data["email"], by=request.person)
            messages.success(request, _("The link is on its way to %(email)s.") % form.cleaned_data)
            return redirect("circles.show", found.code)
    asks = rules.can_invite_mentor(request.person, found) and queries.takes_mentors(found)
    waiting = CircleInvitation.objects.visible_to(request.person).filter(circle=found).open(now())
    context = {
        "circle": found, "mentors": mentors(found), "mentees": mentees(found), "asks": asks, "form": form,
        "invitations": waiting if asks else [],
    }  # fmt: skip
    return page(request, "mentoring/circles/show.html", context, status=422 if form.errors else 200)


@person_required
@require_POST
def take_back(request: PersonRequest, code: str) -> HttpResponse:
    """Take an invitation back."""
    visible = CircleInvitation.objects.visible_to(request.person).select_related("circle")
    invitation = get_object_or_404(visible, code=code)
    actions.take_back(invitation, by=request.person)
    messages.success(request, _("The invitation of %(email)s is taken back.") % {"email": invitation.email})
    return redirect("circles.show", invitation.circle.code)


@person_required
@require_http_methods(["GET", "POST"])
def join(request: PersonRequest, token: str) -> HttpResponse:
    """Where the link leads: who asks, and for what. Only opening it changes nothing."""
    invitation = _invitation(request, token)
    if "no" in request.POST:
        actions.decline(invitation, by=request.person)
        messages.success(request, _("You said no. Nobody is asked for a reason."))
        return redirect("mentorships.index")
    if request.method == "POST":
        circle = actions.join(invitation, by=request.person)
        messages.success(request, _("You lead this circle together now."))
        return redirect("mentorships.show", circle.code)
    context = {
        "invitation": invitation, "circle": invitation.circle, "leads": names(mentors(invitation.circle)),
        "count": len(mentees(invitation.circle)),
    }  # fmt: skip
    return page(request, "mentoring/circles/join.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def leave(request: PersonRequest, circle: str) -> HttpResponse:
    """Say what leaving means; then leave, without a reason."""
    found = _circle(request, circle)
    if request.method == "POST":
        actions.leave(found, request.person, by=request.person)
        messages.success(
            request, _("You have left the circle. What you could read of it is in your archive.")
        )
        return redirect("mentorships.index")
    found.refuse_if_over()
    context = {"circle": found, "goes_on": queries.goes_on_without(found, request.person)}
    return page(request, "mentoring/circles/leave.html", context)


def _circle(request: PersonRequest, code: str) -> Mentorship:
    rows = Mentorship.objects.visible_to(request.person).filter(format=Format.CIRCLE)
    return get_object_or_404(rows.with_people(), code=code)


def _invitation(request: PersonRequest, token: str) -> CircleInvitation:
    invitation = queries.by_token(token, now())
    if not rules.can_join(request.person, invitation):
        raise Refused(
            _(
                "It was sent to another address than yours. Sign in with that account, or add the address to yours."
            ),
            headline=queries.GONE,
        )
    return invitation
