"""From a draft to invitations, one step each."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.matching.rounds.models import Decision, Round, Run
from alongside.matching.studio.models import Scenario

from . import actions


def _round(request: PersonRequest, code: str) -> Round:
    """A round that the reader runs; it does not exist for anybody else."""
    rounds = Round.objects.visible_to(request.person).run_by(request.person)
    return get_object_or_404(rounds.for_list(), code=code)


def _run(request: PersonRequest, code: str) -> Run:
    runs = Run.objects.visible_to(request.person).select_related("round__programme__organisation")
    run: Run = get_object_or_404(runs, code=code)
    return run


@person_required
@require_POST
def decide(request: PersonRequest, code: str) -> HttpResponse:
    """Have a draft worked out, by a scenario of the studio if one is named."""
    round = _round(request, code)
    named = request.POST.get("scenario")
    scenario = None
    if named:
        scenario = get_object_or_404(Scenario.objects.visible_to(request.person), code=named, round=round)
    actions.decide(round, by=request.person, scenario=scenario)
    return redirect("rounds.show", code)


@person_required
@require_GET
def progress(request: PersonRequest, code: str) -> HttpResponse:
    """How far the work is; the page asks again as long as it goes on."""
    run = _run(request, code)
    response = page(
        request, "matching/publishing/progress.html", {"run": run, "round": run.round}, part="run"
    )
    if run.ended_at and request.headers.get("HX-Request"):
        response.headers["HX-Refresh"] = "true"
    return response


@person_required
@require_POST
def stop(request: PersonRequest, code: str) -> HttpResponse:
    """Stop the work."""
    run = _run(request, code)
    actions.stop(run, by=request.person)
    return redirect("rounds.show", run.round.code)


@person_required
@require_POST
def propose(request: PersonRequest, code: str) -> HttpResponse:
    """Hand the draft to a second pair of eyes."""
    actions.propose(_round(request, code), by=request.person)
    messages.success(request, _("The other coordinators are asked to look at it."))
    return redirect("rounds.show", code)


@person_required
@require_POST
def send_back(request: PersonRequest, code: str) -> HttpResponse:
    """Send the draft back."""
    actions.send_back(_round(request, code), by=request.person)
    return redirect("rounds.show", code)


@person_required
@require_POST
def approve(request: PersonRequest, code: str) -> HttpResponse:
    """Approve the draft."""
    actions.approve(_round(request, code), by=request.person)
    return redirect("rounds.show", code)


@person_required
@require_POST
def publish(request: PersonRequest, code: str) -> HttpResponse:
    """Send the invitations."""
    count = actions.publish(_round(request, code), by=request.person)
    told = ngettext("%(count)d pair is invited.", "%(count)d pairs are invited.", count)
    messages.success(request, told % {"count": count})
    return redirect("rounds.show", code)


@person_required
@require_GET
def decisions(request: PersonRequest, code: str) -> HttpResponse:
    """Every decision of a round, with what it followed from."""
    round = _round(request, code)
    rows = Decision.objects.visible_to(request.person).filter(round=round).select_related("snapshot", "by")
    context = {"rows": rows.order_by("-created_at", "-pk")[:100], "round": round}
    return page(request, "matching/publishing/decisions.html", context)
