"""Settings, what a person says about themself, closing an account, and the list of all accounts."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.kit.text import one_line

from . import actions, queries, rules
from .forms import Closing, You
from .models import Person

A_PAGE = 50


@person_required
@require_GET
def settings(request: PersonRequest) -> HttpResponse:
    """Everything that can be set, by what people look for."""
    return page(request, "accounts/persons/settings.html")


@person_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest) -> HttpResponse:
    """Name, time zone, language and theme."""
    you = request.person
    initial = {"name": you.name, "timezone": you.timezone, "language": you.language, "theme": you.theme}
    form = You(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.change(you, by=you, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("settings")
    return page(request, "accounts/persons/change.html", {"form": form}, status=422 if form.errors else 200)


@person_required
@require_POST
def sign_out_elsewhere(request: PersonRequest) -> HttpResponse:
    """End one's sessions in all other browsers."""
    actions.end_sessions(request.person, by=request.person)
    update_session_auth_hash(request, request.person)
    messages.success(request, _("Every other browser is signed out."))
    return redirect("settings")


@person_required
@require_http_methods(["GET", "POST"])
@reauthentication_required  # type: ignore[untyped-decorator]  # allauth ships no types
def deactivate(request: PersonRequest) -> HttpResponse:
    """Close one's own account, after saying again who one is and typing one's address."""
    form = Closing(request.POST or None, address=request.person.email)
    if request.method == "POST" and form.is_valid():
        actions.deactivate(request.person, by=request.person)
        logout(request)
        return redirect("account_inactive")
    return page(
        request, "accounts/persons/deactivate.html", {"form": form}, status=422 if form.errors else 200
    )


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """All accounts, for who runs the instance."""
    if not rules.can_list(request.person, request.person):
        raise PermissionDenied
    words = one_line(request.GET.get("words", ""))
    people = queries.search(Person.objects.visible_to(request.person), words)
    shown = Paginator(people, A_PAGE).get_page(request.GET.get("page"))
    return page(request, "accounts/persons/index.html", {"people": shown, "words": words}, part="list")


@person_required
@require_POST
def close(request: PersonRequest, code: str) -> HttpResponse:
    """Close somebody's account, for who runs the instance."""
    person = get_object_or_404(Person.objects.visible_to(request.person), code=code)
    actions.deactivate(person, by=request.person)
    messages.success(request, _("The account of %(name)s is closed.") % {"name": person.name})
    return redirect("persons.index")


@person_required
@require_POST
def reactivate(request: PersonRequest, code: str) -> HttpResponse:
    """Open a closed account again, for who runs the instance."""
    person = get_object_or_404(Person.objects.visible_to(request.person), code=code)
    actions.reactivate(person, by=request.person)
    messages.success(request, _("The account of %(name)s is open again.") % {"name": person.name})
    return redirect("persons.index")
