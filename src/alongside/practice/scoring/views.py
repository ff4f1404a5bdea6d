"""Scoring apart, then comparing and settling."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.mentoring.mentorships.queries import names
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of, tool_for

from . import actions, queries
from .models import ScoringRound
from .sheets import agreed_forms, judging_forms


def _round(request: PersonRequest, code: str) -> ScoringRound:
    worksheet = get_object_or_404(Worksheet.objects.visible_to(request.person).with_people(), code=code)
    scoring = queries.latest(worksheet)
    if scoring is None:
        raise Http404
    return scoring


@person_required
@require_POST
def begin(request: PersonRequest, code: str) -> HttpResponse:
    """Begin a round."""
    worksheet = get_object_or_404(Worksheet.objects.visible_to(request.person).with_people(), code=code)
    actions.begin(worksheet, by=request.person)
    return redirect("scoring.judge", code)


@person_required
@require_http_methods(["GET", "POST"])
def judge(request: PersonRequest, code: str) -> HttpResponse:
    """Judge every row, unseen."""
    scoring = _round(request, code)
    worksheet, posted = scoring.worksheet, request.method == "POST"
    sheet, said = content_of(worksheet, scoring.version).sheet, queries.own(scoring, request.person)
    parts = judging_forms(tool_for(worksheet).called(sheet), sheet, said, request.POST if posted else None)
    if posted and all(form.is_valid() for _row, _name, form in parts):
        cells = {row.key: form.cells() for row, _name, form in parts}
        actions.judge(scoring, cells, by=request.person, done="done" in request.POST)
        return redirect("scoring.compare", code)
    context = {"worksheet": worksheet, "parts": parts, "wrong": posted}
    return page(request, "practice/scoring/judge.html", context, status=422 if posted else 200)


@person_required
@require_GET
def compare(request: PersonRequest, code: str) -> HttpResponse:
    """Where they differ, or for whom one waits; later how it was settled."""
    scoring = _round(request, code)
    if not (
        scoring.settled_at or queries.scorers(scoring)
    ):  # taken back while they scored: there is no round now
        raise Http404
    waiting = queries.waiting_for(scoring) if not scoring.settled_at else []
    found = queries.differences(scoring)
    context = {
        "worksheet": scoring.worksheet, "scoring": scoring, "waiting": names(waiting),
        "mine": request.person in waiting, "gaps": agreed_forms(found),
        "settled": queries.settled(scoring, found) if scoring.settled_at else [],
    }  # fmt: skip
    return page(request, "practice/scoring/compare.html", context)


@person_required
@require_POST
def settle(request: PersonRequest, code: str) -> HttpResponse:
    """Put what was agreed into the sheet."""
    scoring = _round(request, code)
    found = queries.differences(scoring)
    parts = agreed_forms(found, request.POST)
    if not all(form.is_valid() for _gap, form in parts):
        context = {"worksheet": scoring.worksheet, "scoring": scoring, "gaps": parts, "wrong": True}
        return page(request, "practice/scoring/compare.html", context, status=422)
    agreed: dict[str, dict[str, object]] = {}
    for gap, form in parts:
        agreed.setdefault(gap.row.key, {}).update(form.cells())
    why = {gap.field: request.POST.get(f"why.{gap.field}", "")[:600] for gap, _form in parts}
    actions.settle(scoring, agreed, why, by=request.person)  # type: ignore[arg-type]  # cells, by their forms
    return redirect("scoring.compare", code)
