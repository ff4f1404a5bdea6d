"""The pages of the course for mentors."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page

from . import actions, forms
from .models import Attended
from .shipped import lessons


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """The eight lessons, and which ones are done."""
    mine = Attended.objects.visible_to(request.person).values_list("lesson", flat=True)
    done = set(mine) & set(lessons())
    rows = [(one, one.key in done) for one in lessons().values()]
    return page(request, "growth/lessons/index.html", {"rows": rows, "done": len(done)})


@person_required
@require_http_methods(["GET", "POST"])
def attend(request: PersonRequest, lesson: str) -> HttpResponse:
    """A case, a choice, and what would come of it."""
    found = lessons().get(lesson)
    if found is None:
        raise Http404
    before = (
        Attended.objects.visible_to(request.person).select_related("person").filter(lesson=lesson).first()
    )
    stands = {"choice": before.chosen if before else "", "thought": before.thought if before else ""}
    form = forms.Attend(request.POST if request.method == "POST" else None, there=stands, lesson=found)
    if form.is_valid():
        actions.attend(lesson, form.cleaned_data["choice"], form.cleaned_data["thought"], by=request.person)
        return redirect("lessons.attend", lesson)
    context = {"lesson": found, "form": form, "before": before, "ours": found.choices[found.ours]}
    return page(request, "growth/lessons/attend.html", context, status=422 if form.is_bound else 200)
