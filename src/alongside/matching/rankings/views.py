"""Say whom one would like in a round."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.matching.rounds.models import Round
from alongside.programmes.participations.models import Participation

from . import actions
from .forms import Ranked
from .models import RANKABLE
from .shortlist import chosen, shortlist


def _round(request: PersonRequest, code: str, side: str) -> Round:
    """A round in which the reader stands on this side."""
    rounds = Round.objects.visible_to(request.person).for_list()
    round = get_object_or_404(rounds, code=code)
    mine = Participation.objects.visible_to(request.person).current().filter(person=request.person)
    if not mine.filter(programme=round.programme_id, side=side).exists():
        raise Http404
    return round


@person_required
@require_http_methods(["GET", "POST"])
def rank(request: PersonRequest, code: str, side: str) -> HttpResponse:
    """The explained short list, and up to five people of it in one's own order."""
    round = _round(request, code, side)
    listed = shortlist(round, request.person, side)
    so_far = chosen(round, request.person, side)
    initial = {f"place_{place}": one.code for place, one in enumerate(so_far, start=1)}
    posted = request.POST if request.method == "POST" else None
    form = Ranked(posted, initial=initial, candidates=listed or [])
    if posted is not None and form.is_valid():
        actions.rank(round, side, form.others, by=request.person)
        messages.success(request, _("Your order is kept. You can change it until the round is proposed."))
        return redirect("rankings.rank", code, side)
    context = {
        "round": round,
        "side": side,
        "listed": listed,
        "form": form,
        "may_rank": round.state in RANKABLE,
    }
    context["so_far"] = [one for other in so_far for one in listed or [] if one.person == other]
    return page(request, "matching/rankings/rank.html", context, status=422 if form.errors else 200)
