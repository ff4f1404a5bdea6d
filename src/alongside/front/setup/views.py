"""The first run: whoever comes first runs the instance."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from alongside.accounts.organisations.actions import found
from alongside.accounts.persons.actions import agree_to_conduct, set_up
from alongside.accounts.persons.models import Person
from alongside.accounts.persons.queries import anybody_here
from alongside.accounts.sign_in.session import sign_in
from alongside.kit.pages import page

from .forms import FirstRun


@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """Ask once; when somebody is here already there is nothing to set up."""
    if request.method == "GET" and anybody_here():
        return redirect("account_login")
    form = FirstRun(request.POST or None)
    if request.method == "POST" and form.is_valid():
        sign_in(request, _begin(form.cleaned_data))
        return redirect("today")
    return page(request, "front/setup/index.html", {"form": form}, status=422 if form.errors else 200)


@transaction.atomic
def _begin(answers: dict[str, Any]) -> Person:  # Any: cleaned data
    person = set_up(
        answers["email"], answers["name"], answers["password"], by=None, timezone=answers["timezone"]
    )
    agree_to_conduct(by=person)
    found(answers["organisation"], answers["kind"], by=person)
    return person
