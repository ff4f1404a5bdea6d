"""Find: the ranked list, one mentor, a comparison, the weights; saving and hiding."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.addresses import ours
from alongside.kit.pages import page
from alongside.matching.marks import actions
from alongside.people.profiles.models import Profile
from alongside.people.profiles.queries import found_by

from . import params, shown

JUST_HIDDEN = "hidden_a_moment_ago"
"""The session's key for the code of a mentor whose hiding can be taken back in place."""


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """Mentors, ranked by fit for the chosen brief."""
    context = shown.results(params.read(request.GET), request.person)
    context["undo"] = shown.undoable(request.person, request.session.pop(JUST_HIDDEN, ""))
    return page(request, "matching/search/index.html", context, part="results")


@person_required
@require_GET
def mentor(request: PersonRequest, code: str) -> HttpResponse:
    """One mentor, with the fit explained."""
    profile = _profile(request, code)
    context = shown.mentor_page(profile.person, request.person, request.GET.get("brief", ""))
    return page(request, "matching/search/mentor.html", context)


@person_required
@require_GET
def compare(request: PersonRequest) -> HttpResponse:
    """Two to four mentors side by side."""
    codes = list(dict.fromkeys(request.GET.getlist("mentor")))[:4]
    context = shown.comparison(codes, request.person, request.GET.get("brief", ""))
    return page(request, "matching/search/compare.html", context)


@person_required
@require_GET
def weights(request: PersonRequest) -> HttpResponse:
    """What counts, how much, why, and what is not used."""
    return page(request, "matching/search/weights.html", shown.weights())


@person_required
@require_POST
def save(request: PersonRequest, code: str) -> HttpResponse:
    """Save a mentor, privately."""
    profile = _profile(request, code)
    actions.mark(profile.person, "saved", by=request.person)
    messages.success(request, _("Saved. Only you see this."))
    return redirect(_back(request))


@person_required
@require_POST
def hide(request: PersonRequest, code: str) -> HttpResponse:
    """Hide a mentor from one's own searches, privately."""
    profile = _profile(request, code)
    actions.mark(profile.person, "hidden", by=request.person)
    request.session[JUST_HIDDEN] = code
    return redirect(_back(request))


@person_required
@require_POST
def unmark(request: PersonRequest, code: str) -> HttpResponse:
    """Take a mark back."""
    profile = _profile(request, code)
    actions.unmark(profile.person, by=request.person)
    messages.success(request, _("Taken back."))
    return redirect(_back(request))


@person_required
@require_GET
def hidden(request: PersonRequest) -> HttpResponse:
    """The mentors that the person hid, each with a way back."""
    return page(request, "matching/search/hidden.html", shown.hidden(request.person))


def _profile(request: PersonRequest, code: str) -> Profile:
    profile = found_by(request.person, code)
    if profile is None:
        raise Http404
    return profile


def _back(request: PersonRequest) -> str:
    return ours(request.POST.get("back", ""), "search.index")
