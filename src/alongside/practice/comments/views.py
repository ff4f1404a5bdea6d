"""Comments on a worksheet."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.mentoring.mentorships.models import Mentorship
from alongside.practice.worksheets.holding import rests
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of, tool_for

from . import actions, beside, forms, queries
from .models import Comment
from .rules import can_comment


@person_required
@require_http_methods(["GET", "POST"])
def index(request: PersonRequest, code: str) -> HttpResponse:
    """The threads of a sheet, and a form for another one."""
    worksheet = get_object_or_404(Worksheet.objects.visible_to(request.person).with_people(), code=code)
    sheet, posted = content_of(worksheet).sheet, request.method == "POST"
    tool = tool_for(worksheet).called(sheet)
    initial = {"row": request.GET.get("row", ""), "column": request.GET.get("column", "")}
    form = forms.Make(request.POST if posted else None, tool=tool, sheet=sheet, initial=initial)
    if posted and form.is_valid():
        actions.make(worksheet, by=request.person, **form.cleaned_data)
        return redirect("comments.index", code)
    context = {
        "worksheet": worksheet, "form": form, "threads": queries.threads(worksheet, request.person),
        "may_comment": can_comment(request.person, worksheet) and not rests(worksheet.mentorship),
    }  # fmt: skip
    return page(request, "practice/comments/index.html", context, status=422 if posted else 200)


def _comment(request: PersonRequest, code: str) -> Comment:
    rows = Comment.objects.visible_to(request.person).select_related("worksheet__mentorship", "parent", "by")
    return get_object_or_404(rows.prefetch_related("worksheet__mentorship__participants"), code=code)


@person_required
@require_http_methods(["GET", "POST"])
def answer(request: PersonRequest, code: str) -> HttpResponse:
    """Answer to a comment."""
    comment = _comment(request, code)
    form = forms.Answer(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.answer(comment, form.cleaned_data["text"], by=request.person)
        return redirect("comments.index", comment.worksheet.code)
    status = 422 if request.method == "POST" else 200
    return page(request, "practice/comments/answer.html", {"form": form, "comment": comment}, status=status)


@person_required
@require_POST
def resolve(request: PersonRequest, code: str) -> HttpResponse:
    """Say that it is dealt with."""
    comment = _comment(request, code)
    actions.resolve(comment, by=request.person)
    return redirect("comments.index", comment.worksheet.code)


@person_required
@require_POST
def take(request: PersonRequest, code: str) -> HttpResponse:
    """Take what was suggested."""
    comment = _comment(request, code)
    actions.take(comment, by=request.person)
    return redirect("worksheets.show", comment.worksheet.code)


@person_required
@require_GET
def unresolved(request: PersonRequest, mentorship: str) -> HttpResponse:
    """One worksheet of a mentorship to read, the others, and what is open: the meeting's page loads it."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person), code=mentorship)
    shared, comments = queries.shared_in(pair, request.person), queries.open_in(pair, request.person)
    context = {
        "mentorship": pair, "shared": shared, "comments": comments,
        **beside.read_only(shared, request.GET.get("sheet", "")),
    }  # fmt: skip
    return page(request, "practice/comments/unresolved.html", context, part="list")
