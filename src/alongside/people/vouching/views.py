"""The pages on which a colleague is asked, and answers without an account."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.accounts.persons.models import Person
from alongside.kit.pages import page
from alongside.kit.rules import require
from alongside.people.careers.models import Launch, Position
from alongside.people.careers.rules import can_change

from . import actions, facts, forms
from .models import Vouch
from .queries import by_token

ANSWER = "people/vouching/answer.html"


@person_required
@require_http_methods(["GET", "POST"])
def ask(request: PersonRequest, kind: str, code: str) -> HttpResponse:
    """Ask a colleague."""
    about = _about(request.person, kind, code)
    require(can_change(request.person, about))
    form = forms.Ask(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.ask(about, by=request.person, **form.cleaned_data)
        messages.success(request, _("The letter is on its way."))
        return redirect("me.show")
    context = {"form": form, "about": about, "facts": facts.facts(about)}
    return page(request, "people/vouching/ask.html", context, status=422 if form.errors else 200)


@person_required
@require_POST
def withdraw(request: PersonRequest, code: str) -> HttpResponse:
    """Take the question back."""
    vouch = get_object_or_404(Vouch.objects.visible_to(request.person), code=code)
    actions.withdraw(vouch, by=request.person)
    messages.success(request, _("The question is taken back. Its link works no longer."))
    return redirect("me.show")


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm or decline; the link is the key, and works once."""
    vouch = by_token(token)
    if vouch is None or not vouch.is_open:
        status = 404 if vouch is None else 200 if vouch.answer else 410
        return page(request, "people/vouching/over.html", {"vouch": vouch}, status=status)
    data = request.POST if request.method == "POST" else None
    form = forms.Answer(data, initial={"seen": facts.digest(vouch.about)})
    if form.is_valid():
        said = form.cleaned_data
        confirm = said.pop("answer") == "confirmed"
        actions.answer(vouch, by=cast(PersonRequest, request).person, confirm=confirm, **said)
        return redirect("vouching.answer", token)
    context = {"form": form, "vouch": vouch, "facts": facts.facts(vouch.about)}
    return page(request, ANSWER, context, status=422 if form.errors else 200)


def _about(person: Person, kind: str, code: str) -> Position | Launch:
    if kind == "positions":
        return get_object_or_404(Position.objects.visible_to(person), code=code)
    return get_object_or_404(Launch.objects.visible_to(person), code=code)
