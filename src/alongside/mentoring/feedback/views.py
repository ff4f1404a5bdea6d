"""The pages of feedback."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.growth.frameworks.queries import skills_here, with_chosen
from alongside.kit.errors import Refused
from alongside.kit.pages import page
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import names, others

from . import actions, checks, forms, queries, rules
from .models import Feedback

SHOW, GIVE = "mentoring/feedback/show.html", "mentoring/feedback/give.html"


@person_required
@require_GET
def index(request: PersonRequest, mentorship: str) -> HttpResponse:
    """The feedback between the two, and what was asked."""
    pair = _pair(request, mentorship)
    rows = queries.of_mentorship(pair, request.person)
    given = [row for row in rows if row.is_given]
    asked = [row for row in rows if not row.is_given]
    who = names(others(pair, request.person))
    context = {"mentorship": pair, "given": given, "asked": asked, "other_names": who}
    return page(request, "mentoring/feedback/index.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def ask(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Ask for feedback on one thing."""
    pair = _pair(request, mentorship)
    people, skills = others(pair, request.person), skills_here(request.organisation)
    form = forms.Ask(_typed(request), people=people, skills=skills)
    if form.is_valid():
        try:
            actions.ask(pair, by=request.person, **form.asked())
        except Refused as no:
            form.add_error(None, str(no.sentence))
        else:
            messages.success(request, _("Asked."))
            return redirect("feedback.index", pair.code)
    context = {"form": form, "mentorship": pair}
    return page(request, "mentoring/feedback/ask.html", context, status=_status(form))


@person_required
@require_http_methods(["GET", "POST"])
def offer(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Give feedback that nobody asked for."""
    pair = _pair(request, mentorship)
    pair.refuse_if_ended()
    people, skills = others(pair, request.person), skills_here(request.organisation)
    form = forms.Offer(_typed(request), people=people, skills=skills)
    hints = _hints(form)
    if form.is_valid() and not hints:
        said = form.given()
        receiver = form.people[said.pop("other")]
        feedback = actions.offer(pair, by=request.person, receiver=receiver, **said)
        messages.success(request, _("Given. They say how it landed, and what they will try."))
        return redirect("feedback.show", feedback.code)
    context = {"form": form, "mentorship": pair, "hints": hints}
    return page(request, GIVE, context, status=_status(form))


@person_required
@require_http_methods(["GET", "POST"])
def give(request: PersonRequest, code: str) -> HttpResponse:
    """Answer a question for feedback."""
    feedback = _seen(request, code)
    require(rules.can_give(request.person, feedback))
    skills = with_chosen(skills_here(request.organisation), [feedback.skill])
    known = {"skill": feedback.skill.code if feedback.skill else ""}
    form = forms.Give(_typed(request), initial=known, skills=skills)
    hints = _hints(form)
    if form.is_valid() and not hints:
        actions.give(feedback, by=request.person, **form.given())
        messages.success(request, _("Given. They say how it landed, and what they will try."))
        return redirect("feedback.show", code)
    context = {"form": form, "mentorship": feedback.mentorship, "feedback": feedback, "hints": hints}
    return page(request, GIVE, context, status=_status(form))


@person_required
@require_POST
def check(request: PersonRequest) -> HttpResponse:
    """The gentle checks of what is being written; nothing is kept."""
    texts = {name: request.POST.get(name, "")[:1000] for name in ("situation", "behaviour", "impact", "ask")}
    hints = checks.look(**texts) if all(texts[name] for name in ("situation", "behaviour", "impact")) else []
    return page(request, "mentoring/feedback/hints.html", {"hints": hints}, part="hints")


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One piece of feedback: then, and now."""
    return _show(request, _seen(request, code), status=200)


@person_required
@require_POST
def take_back(request: PersonRequest, code: str) -> HttpResponse:
    """Take a question back."""
    feedback = _seen(request, code)
    actions.take_back(feedback, by=request.person)
    messages.success(request, _("Taken back."))
    return redirect("feedback.index", feedback.mentorship.code)


@person_required
@require_POST
def answer(request: PersonRequest, code: str) -> HttpResponse:
    """How it landed, and what to try."""
    feedback = _seen(request, code)
    require(rules.can_answer(request.person, feedback))
    form = forms.Answer(request.POST)
    if form.is_valid():
        actions.answer(feedback, by=request.person, **form.cleaned_data)
        messages.success(request, _("Told."))
        return redirect("feedback.show", code)
    return _show(request, feedback, answer_form=form)


@person_required
@require_POST
def look_again(request: PersonRequest, code: str) -> HttpResponse:
    """What the giver sees now."""
    feedback = _seen(request, code)
    require(rules.can_look_again(request.person, feedback))
    form = forms.LookAgain(request.POST)
    if form.is_valid():
        actions.look_again(feedback, by=request.person, **form.cleaned_data)
        messages.success(request, _("Told. They see then and now."))
        return redirect("feedback.show", code)
    return _show(request, feedback, look_form=form)


def _show(request: PersonRequest, feedback: Feedback, *, status: int = 422, **given: Any) -> HttpResponse:
    kept = {"landing": feedback.landing, "will_try": feedback.will_try, "practice": feedback.practice}
    empty = {"answer_form": forms.Answer(initial=kept), "look_form": forms.LookAgain()}
    received = feedback.receiver_id == request.person.pk
    return page(request, SHOW, empty | {"feedback": feedback, "received": received} | given, status=status)


def _pair(request: PersonRequest, code: str) -> Mentorship:
    return get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=code)


def _seen(request: PersonRequest, code: str) -> Feedback:
    rows = Feedback.objects.visible_to(request.person).for_list()
    return get_object_or_404(rows, code=code)


def _typed(request: PersonRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _status(form: forms.OneSkill) -> int:
    return 422 if form.is_bound else 200


def _hints(form: forms.Give) -> list[checks.Hint]:
    """What to look at once more, until the giver says that it stays as it is."""
    if not form.is_valid() or form.cleaned_data["as_it_is"]:
        return []
    return checks.look(**form.texts())
