"""The pages on which a mentor or a colleague is asked about one item of evidence, and answers."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.accounts.persons.models import Person
from alongside.growth.evidence.models import Evidence
from alongside.growth.evidence.serving import served
from alongside.growth.evidence.sources import origin_of
from alongside.kit.errors import Refused
from alongside.kit.pages import page

from . import actions, forms
from .mentors import mentors_of
from .models import Confirmation
from .queries import asked_of, by_token


def _asked(request: PersonRequest, code: str) -> Confirmation:
    """A question to this mentor, while they mentor."""
    return get_object_or_404(asked_of(request.person), code=code)


def _said(form: forms.Answer, asked: Confirmation, by: Person | None) -> bool:
    """Keep an answer; what speaks against it stands above the form."""
    said = dict(form.cleaned_data)
    try:
        actions.answer(asked, by=by, confirm=said.pop("answer") == "yes", **said)
    except Refused as no:
        form.add_error(None, str(no.sentence))
    return not form.errors


def _is_asked(form: forms.AskMentor | forms.AskColleague, item: Evidence, by: Person) -> bool:
    """Ask; what speaks against it stands above the form."""
    try:
        if isinstance(form, forms.AskColleague):
            actions.ask_a_colleague(item, **form.cleaned_data, by=by)
        else:
            actions.ask_a_mentor(item, form.chosen(), by=by)
    except Refused as no:
        form.add_error(None, str(no.sentence))
    return not form.errors


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """What mentees ask me to confirm, and what I said."""
    return page(request, "growth/confirming/index.html", {"asked": list(asked_of(request.person))})


@person_required
@require_http_methods(["GET", "POST"])
def ask(request: PersonRequest, code: str) -> HttpResponse:
    """Ask a mentor, or a colleague by letter."""
    item = get_object_or_404(Evidence.objects.visible_to(request.person).for_list(), code=code)
    mentors, data = mentors_of(request.person), request.POST if request.method == "POST" else None
    letter = data is not None and "email" in data
    to_mentor = forms.AskMentor(None if letter else data, mentors=mentors)
    to_colleague = forms.AskColleague(data if letter else None)
    form = to_colleague if letter else to_mentor
    if form.is_valid() and _is_asked(form, item, request.person):
        messages.success(request, _("The letter is on its way.") if letter else _("Asked."))
        return redirect("evidence.show", code)
    context = {"item": item, "mentors": mentors, "form": form}
    context |= {"to_mentor": to_mentor, "to_colleague": to_colleague}
    return page(request, "growth/confirming/ask.html", context, status=422 if form.is_bound else 200)


@person_required
@require_http_methods(["GET", "POST"])
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One item, for the mentor who is asked about it."""
    asked = _asked(request, code)
    form = forms.Answer(
        request.POST if request.method == "POST" else None, initial={"seen": asked.evidence.facts}
    )
    if form.is_valid() and _said(form, asked, request.person):
        messages.success(request, _("Thank you. Your answer is kept."))
        return redirect("confirming.index")
    context = {"asked": asked, "item": asked.evidence, "form": form}
    context["origin"] = origin_of(asked.evidence, request.person)
    return page(request, "growth/confirming/show.html", context, status=422 if form.errors else 200)


@person_required
@require_GET
def file(request: PersonRequest, code: str) -> HttpResponse:
    """The file, for the mentor who is asked."""
    return served(_asked(request, code).evidence)


@person_required
@require_POST
def withdraw(request: PersonRequest, code: str) -> HttpResponse:
    """Take the question back."""
    rows = Confirmation.objects.visible_to(request.person).for_list()
    asked = get_object_or_404(rows, code=code, evidence__person=request.person)
    actions.withdraw(asked, by=request.person)
    messages.success(request, _("The question is taken back."))
    return redirect("evidence.show", asked.evidence.code)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """A colleague confirms or not; the link is the key, and works once."""
    asked = by_token(token)
    if asked is None or not asked.is_open:
        status = 404 if asked is None else 200 if asked.answer else 410
        return page(request, "growth/confirming/over.html", {"asked": asked}, status=status)
    data = request.POST if request.method == "POST" else None
    form = forms.ColleagueAnswer(data, initial={"seen": asked.evidence.facts})
    if form.is_valid() and _said(form, asked, cast(PersonRequest, request).person):
        return redirect("confirming.answer", token)
    context = {"form": form, "asked": asked, "item": asked.evidence, "token": token}
    return page(request, "growth/confirming/answer.html", context, status=422 if form.errors else 200)


@require_GET
def answer_file(request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG001  the link says it all
    """The file, for whoever holds the link, as long as it waits for an answer."""
    asked = by_token(token)
    if asked is None or not asked.is_open:
        raise Http404
    return served(asked.evidence)
