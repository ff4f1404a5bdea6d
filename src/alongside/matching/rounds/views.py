"""Rounds of a programme, for the coordinators who run it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.errors import Refused
from alongside.kit.pages import page
from alongside.programmes.programmes.forms import Weighed
from alongside.programmes.programmes.models import Programme

from . import actions, shown
from .forms import Named, Ruled
from .models import Round

FORM = "matching/rounds/form.html"


def _round(request: PersonRequest, code: str) -> Round:
    """A round that the reader runs; it does not exist for anybody else."""
    rounds = Round.objects.visible_to(request.person).run_by(request.person)
    return get_object_or_404(
        rounds.for_list().select_related("snapshot", "decision", "proposed_by"), code=code
    )


def _programme(request: PersonRequest, code: str) -> Programme:
    programmes = Programme.objects.visible_to(request.person).run_by(request.person)
    return get_object_or_404(programmes.for_list(), code=code)


@person_required
@require_GET
def of(request: PersonRequest, code: str) -> HttpResponse:
    """The rounds of a programme."""
    programme = _programme(request, code)
    rows = Round.objects.visible_to(request.person).filter(programme=programme).for_list()
    return page(request, "matching/rounds/of.html", {"rows": rows, "programme": programme})


@person_required
@require_http_methods(["GET", "POST"])
def begin(request: PersonRequest, code: str) -> HttpResponse:
    """Begin to collect for a new round."""
    programme = _programme(request, code)
    posted = request.POST if request.method == "POST" else None
    form = Named(posted, initial={"answer_days": 7, "decided_by": "total"})
    if posted is not None and form.is_valid():
        begun = actions.begin(programme, by=request.person, **form.cleaned_data)
        return redirect("rounds.show", begun.code)
    context = {"form": form, "programme": programme, "heading": _("Begin a round"), "button": _("Begin it")}
    return page(request, FORM, context, status=422 if form.errors else 200)


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One round, at the step where it stands."""
    context = shown.one(_round(request, code), request.GET.get("page", "1"))
    return page(request, "matching/rounds/show.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, code: str) -> HttpResponse:
    """Change how it is decided: aim, weights, rules."""
    round = _round(request, code)
    posted = request.POST if request.method == "POST" else None
    form = Named(posted, initial={name: getattr(round, name) for name in Named.base_fields})
    weighed, ruled = Weighed(posted, weights=round.weights), Ruled(posted, rules=round.rules)
    if posted is not None and form.is_valid() and weighed.is_valid() and ruled.is_valid():
        try:
            decides = {"weights": weighed.cleaned_data, "rules": ruled.rules()}
            actions.change(round, by=request.person, **form.cleaned_data, **decides)
            return redirect("rounds.show", code)
        except Refused as no:
            form.add_error(None, str(no.sentence))
    context = {"form": form, "weighed": weighed, "ruled": ruled, "programme": round.programme, "round": round}
    context |= {"heading": _("How this round is decided"), "button": _("Save")}
    return page(request, FORM, context, status=422 if posted is not None else 200)


@person_required
@require_POST
def nudge(request: PersonRequest, code: str) -> HttpResponse:
    """Remind everybody to whom something is missing."""
    count = actions.nudge(_round(request, code), by=request.person)
    told = ngettext("%(count)d person is reminded.", "%(count)d people are reminded.", count)
    messages.success(request, told % {"count": count})
    return redirect("rounds.show", code)


@person_required
@require_POST
def freeze(request: PersonRequest, code: str) -> HttpResponse:
    """Keep everybody who is ready as they are now."""
    actions.freeze(_round(request, code), by=request.person)
    return redirect("rounds.show", code)


@person_required
@require_http_methods(["GET", "POST"])
def cancel(request: PersonRequest, code: str) -> HttpResponse:
    """Ask whether it is meant, then call the round off."""
    round = _round(request, code)
    if request.method == "GET":
        return page(request, "matching/rounds/cancel.html", {"round": round})
    actions.cancel(round, by=request.person)
    messages.success(request, _("The round is called off. Mentorships that have begun go on."))
    return redirect("rounds.show", code)


@person_required
@require_POST
def close(request: PersonRequest, code: str) -> HttpResponse:
    """End the round."""
    actions.close(_round(request, code), by=request.person)
    return redirect("rounds.show", code)
