"""The pages on which colleagues are asked and read, and the one on which they answer without an account."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.errors import Refused
from alongside.kit.pages import page
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import names, others

from . import actions, forms, queries, shown
from .models import Sounding, SoundingLink


@person_required
@require_GET
def index(request: PersonRequest, mentorship: str) -> HttpResponse:
    """What colleagues said, then and now."""
    pair = _pair(request, mentorship)
    pages = shown.pages(queries.of_mentorship(pair, request.person), request.person)
    mine = pages[0] if pages and pages[0]["mine"] else None
    context = {
        "mentorship": pair,
        "other_names": names(others(pair, request.person)),
        "pages": pages,
        "can_ask": mine is None or (len(mine["rounds"]) == 1 and len(mine["over"]) == 1),
        "is_second": mine is not None,
    }
    return page(request, "mentoring/soundings/index.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def ask(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Write to colleagues."""
    pair = _pair(request, mentorship)
    data = request.POST if request.method == "POST" else None
    form = forms.Ask(data, initial=_before(pair, request))
    if form.is_valid():
        try:
            actions.ask(pair, by=request.person, **form.cleaned_data)
        except Refused as no:
            form.add_error(None, str(no.sentence))
        else:
            messages.success(request, _("The letters are on their way."))
            return redirect("soundings.index", pair.code)
    context = {"form": form, "mentorship": pair}
    return page(request, "mentoring/soundings/ask.html", context, status=422 if form.is_bound else 200)


@person_required
@require_POST
def close(request: PersonRequest, code: str) -> HttpResponse:
    """End the round and read it."""
    sounding = _seen(request, code)
    actions.close(sounding, by=request.person)
    messages.success(request, _("The round is over. Its links lead nowhere any more."))
    return redirect("soundings.index", sounding.mentorship.code)


@person_required
@require_POST
def share(request: PersonRequest, code: str) -> HttpResponse:
    """Show it to the others here."""
    sounding = _seen(request, code)
    actions.share(sounding, by=request.person)
    messages.success(request, _("Shown. They read the same as you."))
    return redirect("soundings.index", sounding.mentorship.code)


@person_required
@require_POST
def withdraw(request: PersonRequest, code: str) -> HttpResponse:
    """Take one link back."""
    rows = SoundingLink.objects.visible_to(request.person).select_related("sounding__mentorship")
    link = get_object_or_404(rows, code=code)
    actions.withdraw(link, by=request.person)
    messages.success(request, _("Taken back. An answer that was given before stays."))
    return redirect("soundings.index", link.sounding.mentorship.code)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """A colleague's page; the link is the key, and its answer counts once."""
    link = queries.by_token(token)
    if link is None or not link.is_open:
        status = 404 if link is None else 200 if link.used else 410
        return page(request, "mentoring/soundings/over.html", {"link": link}, status=status)
    if link.sounding.mentorship.state == Mentorship.State.FROZEN:
        return page(request, "mentoring/mentorships/resting.html", {}, status=409)
    form = forms.Answer(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.answer(link, by=cast(PersonRequest, request).person, said=form.cleaned_data)
        return redirect("soundings.answer", token)
    context = {"form": form, "link": link, "sounding": link.sounding, "person": link.sounding.person}
    return page(request, "mentoring/soundings/answer.html", context, status=422 if form.is_bound else 200)


def _pair(request: PersonRequest, code: str) -> Mentorship:
    return get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=code)


def _seen(request: PersonRequest, code: str) -> Sounding:
    rows = Sounding.objects.visible_to(request.person).select_related("mentorship", "person")
    return get_object_or_404(rows, code=code)


def _before(pair: Mentorship, request: PersonRequest) -> dict[str, Any]:
    """The second time the same colleagues are there already, to be changed."""
    mine = [one for one in queries.of_mentorship(pair, request.person) if one.person_id == request.person.pk]
    if not mine:
        return {}
    lines = [f"{link.name}, {link.email}" for link in mine[0].links.all()]
    return {"colleagues": "\n".join(lines), "question": mine[0].question}
