"""What is proposed to me, and my answer."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page

from . import actions, shown
from .forms import Decline
from .models import Proposal


def _mine(request: PersonRequest, code: str) -> Proposal:
    """A proposal that the reader was invited to."""
    rows = Proposal.objects.visible_to(request.person).answered_by(request.person)
    return get_object_or_404(rows.for_list().select_related("decision__snapshot"), code=code)


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """What is proposed to me, and my place in the line."""
    return page(request, "matching/proposals/index.html", shown.mine(request.person))


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One proposal with its reasons."""
    return page(request, "matching/proposals/show.html", shown.one(_mine(request, code), request.person))


@person_required
@require_POST
def accept(request: PersonRequest, code: str) -> HttpResponse:
    """Say yes; with the second yes the mentorship begins."""
    proposal = _mine(request, code)
    mentorship = actions.accept(proposal, by=request.person)
    if mentorship is not None:
        return redirect("mentorships.show", mentorship.code)
    messages.success(request, _("You have accepted. It begins when the other side accepts too."))
    return redirect("proposals.show", code)


@person_required
@require_http_methods(["GET", "POST"])
def decline(request: PersonRequest, code: str) -> HttpResponse:
    """Say no, to this person or to the whole round."""
    proposal = _mine(request, code)
    posted = request.POST if request.method == "POST" else None
    form = Decline(posted)
    if posted is not None and form.is_valid():
        actions.decline(proposal, form.cleaned_data["why"], by=request.person)
        messages.success(request, _("Declined. They read that it did not come about, and nothing else."))
        return redirect("proposals.index")
    context = shown.one(proposal, request.person) | {"form": form}
    return page(
        request, "matching/proposals/decline.html", context, status=422 if posted is not None else 200
    )
