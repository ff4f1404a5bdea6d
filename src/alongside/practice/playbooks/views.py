"""The pages of playbooks."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.memberships.queries import organisations_of
from alongside.accounts.middleware import PersonRequest
from alongside.accounts.organisations.models import Organisation
from alongside.kit.pages import page
from alongside.kit.rules import require
from alongside.practice.tools.registry import tool_of

from . import actions, forms, queries, rules, using
from .models import Playbook

FORM = "practice/playbooks/form.html"
FIELDS = ("title", "when", "exercise", "tool", "first_question", "second_question")


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """Ours by area, and what people here wrote."""
    rows = Playbook.objects.visible_to(request.person).for_list()[:100]
    return page(request, "practice/playbooks/index.html", {"areas": queries.by_area(), "rows": list(rows)})


@person_required
@require_http_methods(["GET", "POST"])
def show(request: PersonRequest, guide: str) -> HttpResponse:
    """One playbook; it is used from here."""
    found = queries.find(request.person, guide)
    if found is None:
        raise Http404
    ahead = {one.code: one for one in queries.meetings_ahead(request.person)}
    choices = [(code, using.named(one, request.person)) for code, one in ahead.items()]
    form = forms.Use(request.POST if request.method == "POST" else None, meetings=choices)
    if form.is_valid():
        meeting, homework = ahead[form.cleaned_data["meeting"]], form.cleaned_data["way"] == "homework"
        (using.give_as_homework if homework else using.put_on_agenda)(found, meeting, by=request.person)
        messages.success(request, _("Given as homework.") if homework else _("Put on the agenda."))
        return redirect("meetings.show", meeting.code)
    context = {"guide": found, "form": form, "ahead": ahead, "tool": tool_of(found.tool)}
    context["own"] = found if isinstance(found, Playbook) else None
    return page(request, "practice/playbooks/show.html", context, status=422 if form.is_bound else 200)


@person_required
@require_http_methods(["GET", "POST"])
def write(request: PersonRequest) -> HttpResponse:
    """Write one."""
    form = _form(request)
    if form.is_valid():
        said, where = _said(request, form)
        made = actions.write(said, by=request.person, organisation=where)
        return redirect("playbooks.show", made.code)
    return page(request, FORM, {"form": form}, status=422 if form.is_bound else 200)


@person_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, code: str) -> HttpResponse:
    """Change it."""
    playbook = get_object_or_404(Playbook.objects.visible_to(request.person).for_list(), code=code)
    require(rules.can_change(request.person, playbook))
    there = {field: getattr(playbook, field) for field in FIELDS}
    there["shared"] = playbook.organisation.code if playbook.organisation else ""
    form = _form(request, there)
    if form.is_valid():
        said, where = _said(request, form)
        actions.change(playbook, said, by=request.person, organisation=where)
        return redirect("playbooks.show", playbook.code)
    context = {"form": form, "playbook": playbook}
    return page(request, FORM, context, status=422 if form.is_bound else 200)


@person_required
@require_POST
def remove(request: PersonRequest, code: str) -> HttpResponse:
    """Remove it."""
    playbook = get_object_or_404(Playbook.objects.visible_to(request.person).for_list(), code=code)
    actions.remove(playbook, by=request.person)
    messages.success(request, _("Removed."))
    return redirect("playbooks.index")


def _form(request: PersonRequest, there: dict[str, str] | None = None) -> forms.Write:
    places = [
        (one.code, _("Everybody in %(name)s") % {"name": one.name})
        for one in organisations_of(request.person)
    ]
    return forms.Write(request.POST if request.method == "POST" else None, there=there, shared=places)


def _said(request: PersonRequest, form: forms.Write) -> tuple[dict[str, str], Organisation | None]:
    where = organisations_of(request.person).filter(code=form.cleaned_data["shared"]).first()
    return {field: form.cleaned_data[field] for field in FIELDS}, where
