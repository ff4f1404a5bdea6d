"""The pages of introductions; the third person answers theirs without an account."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.errors import Refused
from alongside.kit.pages import page
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import mentors

from . import actions, forms, queries, rules, shown
from .models import Introduction

SHOW = "mentoring/introductions/show.html"


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """Whom one met, through whom, and what came of it."""
    rows = queries.of_person(request.person)
    return page(request, "mentoring/introductions/index.html", shown.everything(rows, request.person))


@person_required
@require_http_methods(["GET", "POST"])
def ask(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Ask a mentor for an introduction."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=mentorship)
    require(rules.can_ask_for_introduction(request.person, pair))
    pair.refuse_if_ended()
    start = shown.first_draft(pair, request.person)
    data = request.POST if request.method == "POST" else None
    form = forms.Ask(data, people=mentors(pair), initial=start)
    if form.is_valid():
        try:
            introduction = actions.ask(pair, by=request.person, **form.asked())
        except Refused as no:
            form.add_error(None, str(no.sentence))
        else:
            messages.success(request, _("Asked. You will hear from it here."))
            return redirect("introductions.show", introduction.code)
    context = {"form": form, "mentorship": pair}
    return page(request, "mentoring/introductions/ask.html", context, status=422 if form.is_bound else 200)


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One introduction, as the reader may see it."""
    introduction = _seen(request, code)
    given = {"pass_on_form": forms.PassOn(), "keep_back_form": forms.KeepBack()}
    asked = {"outcome_form": forms.TellOutcome(), "thank_form": forms.Thank()}
    return page(request, SHOW, shown.one(introduction, request.person) | given | asked)


@person_required
@require_POST
def pass_on(request: PersonRequest, code: str) -> HttpResponse:
    """Ask the third person."""
    introduction = _seen(request, code)
    require(rules.can_pass_on(request.person, introduction))
    form = forms.PassOn(request.POST)
    if form.is_valid():
        try:
            actions.pass_on(introduction, by=request.person, **form.cleaned_data)
        except Refused as no:
            form.add_error(None, str(no.sentence))
        else:
            messages.success(request, _("The letter is on its way. Your mentee does not know yet."))
            return redirect("introductions.show", code)
    context = {"pass_on_form": form, "keep_back_form": forms.KeepBack()}
    return page(request, SHOW, shown.one(introduction, request.person) | context, status=422)


@person_required
@require_POST
def keep_back(request: PersonRequest, code: str) -> HttpResponse:
    """Do not pass it on."""
    introduction = _seen(request, code)
    require(rules.can_keep_back(request.person, introduction))
    form = forms.KeepBack(request.POST)
    if form.is_valid():
        actions.keep_back(introduction, by=request.person, **form.cleaned_data)
        messages.success(request, _("Kept back. Your mentee reads “not now”."))
        return redirect("introductions.show", code)
    context = {"pass_on_form": forms.PassOn(), "keep_back_form": form}
    return page(request, SHOW, shown.one(introduction, request.person) | context, status=422)


@person_required
@require_POST
def withdraw(request: PersonRequest, code: str) -> HttpResponse:
    """Take it back."""
    actions.withdraw(_seen(request, code), by=request.person)
    messages.success(request, _("Taken back."))
    return redirect("introductions.show", code)


@person_required
@require_POST
def tell_outcome(request: PersonRequest, code: str) -> HttpResponse:
    """Tell what came of it."""
    introduction = _seen(request, code)
    require(rules.can_tell_outcome(request.person, introduction))
    form = forms.TellOutcome(request.POST)
    if form.is_valid():
        actions.tell_outcome(introduction, by=request.person, **form.cleaned_data)
        messages.success(request, _("Told."))
        return redirect("introductions.show", code)
    context = {"outcome_form": form, "thank_form": forms.Thank()}
    return page(request, SHOW, shown.one(introduction, request.person) | context, status=422)


@person_required
@require_POST
def thank(request: PersonRequest, code: str) -> HttpResponse:
    """Thank the mentor."""
    introduction = _seen(request, code)
    require(rules.can_thank(request.person, introduction))
    form = forms.Thank(request.POST)
    if form.is_valid():
        actions.thank(introduction, by=request.person, **form.cleaned_data)
        messages.success(request, _("Thanked."))
        return redirect("introductions.show", code)
    context = {"outcome_form": forms.TellOutcome(), "thank_form": form}
    return page(request, SHOW, shown.one(introduction, request.person) | context, status=422)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """The third person's page; the link is the key, and its answer counts once."""
    introduction = queries.by_token(token)
    if introduction is None or not introduction.waits_for_answer:
        status = 404 if introduction is None else 200 if introduction.answer else 410
        return page(
            request, "mentoring/introductions/over.html", {"introduction": introduction}, status=status
        )
    if introduction.mentorship.state == introduction.mentorship.State.FROZEN:
        return page(request, "mentoring/mentorships/resting.html", {}, status=409)
    form = forms.Answer(request.POST if request.method == "POST" else None)
    if form.is_valid():
        person = cast(PersonRequest, request).person
        actions.answer(introduction, form.cleaned_data["said"], by=person)
        return redirect("introductions.answer", token)
    context = {"form": form, "introduction": introduction}
    return page(request, "mentoring/introductions/answer.html", context, status=422 if form.is_bound else 200)


def _seen(request: PersonRequest, code: str) -> Introduction:
    return get_object_or_404(Introduction.objects.visible_to(request.person).for_list(), code=code)
