"""The studio: what if, from all sides, one pair, scenarios; and what is demanded and kept."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.kit.rules import require
from alongside.matching.rounds import actions as rounds
from alongside.matching.rounds.models import Round

from . import actions, looking, rules, shown, weighing
from .asking import Setting, initial_of, setting_from
from .forms import Asking, Choosing, Demanding, Naming
from .loading import two_people
from .models import Pin, Scenario
from .working import Studio

BASE = "matching/studio/"


def _studio(request: PersonRequest, code: str) -> Studio:
    rounds_seen = Round.objects.visible_to(request.person).select_related(
        "programme__organisation", "snapshot"
    )
    round = get_object_or_404(rounds_seen, code=code)
    require(rules.can_question(request.person, round))
    return Studio(round)


def _asking(studio: Studio, typed: QueryDict) -> tuple[Asking, Setting]:
    """The form, and what it asks; as long as it asks nothing that can be answered, the round as it stands."""
    stands = studio.stands()
    form = Asking(typed if "aim" in typed else None, initial=initial_of(stands))
    if form.is_bound and form.is_valid():
        setting = setting_from(form.cleaned_data)
        if not studio.is_for_the_job(studio.asked(setting)):
            return Asking(initial=initial_of(setting)), setting
        form.for_the_job = setting
        form.add_error("aim", _("Choose something else to try, or let the round be decided by it"))
    return form, stands


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """What if: weights, rules and an aim, and what comes of them."""
    studio = _studio(request, code)
    form, setting = _asking(studio, request.GET)
    order, number = request.GET.get("order", "low"), request.GET.get("page", "1")
    context = shown.frame(studio, setting, "studio.show") | shown.what_if(
        studio, setting, order=order, number=number
    )
    context |= {"form": form, "sliders": form.sliders(setting.weights), "naming": Naming()}
    context["swapped"] = bool(request.headers.get("HX-Request"))
    return page(request, BASE + "show.html", context, part="answer", status=422 if form.errors else 200)


@person_required
@require_GET
def balance(request: PersonRequest, code: str) -> HttpResponse:
    """Stability, load and groups."""
    studio = _studio(request, code)
    setting = _asking(studio, request.GET)[1]
    return page(request, BASE + "balance.html", weighing.balance(studio, setting))


@person_required
@require_GET
def curve(request: PersonRequest, code: str) -> HttpResponse:
    """Total against worst-off."""
    studio = _studio(request, code)
    setting = _asking(studio, request.GET)[1]
    return page(request, BASE + "curve.html", weighing.curve(studio, setting), part="curve")


@person_required
@require_GET
def unmatched(request: PersonRequest, code: str) -> HttpResponse:
    """Who has nobody, why, and what would help."""
    studio = _studio(request, code)
    setting = _asking(studio, request.GET)[1]
    context = weighing.unmatched(studio, setting, request.GET.get("page", "1"))
    return page(request, BASE + "unmatched.html", context)


@person_required
@require_GET
def aims(request: PersonRequest, code: str) -> HttpResponse:
    """By total fit, by the worst-off, stable: what each would give."""
    studio = _studio(request, code)
    setting = _asking(studio, request.GET)[1]
    return page(request, BASE + "aims.html", weighing.aims(studio, setting))


@person_required
@require_GET
def scenarios(request: PersonRequest, code: str) -> HttpResponse:
    """What was kept, side by side."""
    studio = _studio(request, code)
    setting = _asking(studio, request.GET)[1]
    return page(request, BASE + "scenarios.html", weighing.scenarios(studio, setting))


@person_required
@require_GET
def find_pair(request: PersonRequest, code: str) -> HttpResponse:
    """Any two people: choose them, and look at them."""
    studio = _studio(request, code)
    setting = _asking(studio, request.GET)[1]
    chosen = request.GET if {"mentee", "mentor"} & request.GET.keys() else None
    form = Choosing(chosen, mentees=studio.mentees, mentors=studio.mentors)
    if form.is_bound and form.is_valid():
        two = form.cleaned_data["mentee"].code, form.cleaned_data["mentor"].code
        return redirect(f"{reverse('studio.pair', args=[code, *two])}?{setting.query}")
    context = shown.frame(studio, setting, "") | {"form": form, "pins": shown.pins(studio)}
    return page(request, BASE + "find_pair.html", context, status=422 if form.errors else 200)


@person_required
@require_GET
def pair(request: PersonRequest, code: str, mentee: str, mentor: str) -> HttpResponse:
    """Why this pair, why not that one, what would change it."""
    studio = _studio(request, code)
    setting = _asking(studio, request.GET)[1]
    two = two_people(studio, mentee, mentor)
    return page(request, BASE + "pair.html", looking.pair(studio, setting, *two))


@person_required
@require_POST
def pin(request: PersonRequest, code: str, mentee: str, mentor: str) -> HttpResponse:
    """Lock, forbid or pick."""
    studio = _studio(request, code)
    two = two_people(studio, mentee, mentor)
    form = Demanding(request.POST)
    if form.is_valid():
        actions.pin(studio.round, two, form.cleaned_data["kind"], by=request.person)
        messages.success(request, _("It holds from now on, whatever you try."))
        return redirect("studio.pair", code, mentee, mentor)
    context = looking.pair(studio, studio.stands(), *two) | {"form": form}
    return page(request, BASE + "pair.html", context, status=422)


@person_required
@require_POST
def swap(
    request: PersonRequest, code: str, mentee: str, mentor: str, other: str, theirs: str
) -> HttpResponse:
    """Let two mentees change their mentors: the address names both pairs as they are."""
    studio = _studio(request, code)
    one, second = two_people(studio, mentee, mentor), two_people(studio, other, theirs)
    actions.swap(studio.round, one, second, by=request.person)
    messages.success(request, _("They change mentors; both pairs are picked by hand now."))
    return redirect("studio.pair", code, mentee, theirs)


@person_required
@require_POST
def unpin(request: PersonRequest, code: str) -> HttpResponse:
    """Take a demand back."""
    pins = Pin.objects.visible_to(request.person).select_related(
        "round__programme__organisation", "mentee", "mentor"
    )
    pinned: Pin = get_object_or_404(pins, code=code)
    back = pinned.round.code
    actions.unpin(pinned, by=request.person)
    messages.success(request, _("Taken back."))
    return redirect("studio.find_pair", back)


@person_required
@require_POST
def keep(request: PersonRequest, code: str) -> HttpResponse:
    """Keep what is tried under a name."""
    studio = _studio(request, code)
    form, setting = _asking(studio, QueryDict(request.POST.get("setting", "")))
    setting = form.for_the_job or setting
    naming = Naming(request.POST)
    if naming.is_valid():
        actions.keep(studio.round, naming.cleaned_data["name"], setting, by=request.person)
        messages.success(request, _("Kept."))
        return redirect("studio.scenarios", code)
    context = shown.frame(studio, setting, "studio.show") | shown.what_if(
        studio, setting, order="low", number="1"
    )
    context |= {"form": form, "sliders": form.sliders(setting.weights), "naming": naming}
    return page(request, BASE + "show.html", context, status=422)


@person_required
@require_POST
def use(request: PersonRequest, code: str) -> HttpResponse:
    """Let the round be decided by what is tried."""
    studio = _studio(request, code)
    form, setting = _asking(studio, QueryDict(request.POST.get("setting", "")))
    setting = form.for_the_job or setting
    wanted = {"decided_by": setting.aim, "weights": dict(setting.weights), "rules": dict(setting.rules)}
    rounds.change(studio.round, by=request.person, **wanted)
    messages.success(request, _("The round is decided by this from now on."))
    return redirect("rounds.show", code)


@person_required
@require_POST
def drop(request: PersonRequest, code: str) -> HttpResponse:
    """Throw a scenario away."""
    rows = Scenario.objects.visible_to(request.person).select_related("round__programme__organisation")
    scenario: Scenario = get_object_or_404(rows, code=code)
    back = scenario.round.code
    actions.drop(scenario, by=request.person)
    messages.success(request, _("Thrown away."))
    return redirect("studio.scenarios", back)
