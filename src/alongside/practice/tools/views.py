"""The tools: which there are, how each works, and a worksheet started with one."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.mentoring.mentorships.models import Mentorship
from alongside.practice.desk.page import shown_of
from alongside.practice.desk.queries import pairs_of
from alongside.practice.desk.starting import begins_of, sheet_for
from alongside.practice.worksheets import actions
from alongside.practice.worksheets.content import Content
from alongside.practice.worksheets.forms import Start

from .registry import TOOLS, tool_of
from .tool import FAMILIES, Tool


def _tool(key: str) -> Tool:
    tool = tool_of(key)
    if tool is None:
        raise Http404
    return tool


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """All tools, by what they are for."""
    families = [
        (name, [one for one in TOOLS.values() if one.family == key]) for key, name in FAMILIES.items()
    ]
    return page(request, "practice/tools/index.html", {"families": families, "count": len(TOOLS)})


@person_required
@require_GET
def show(request: PersonRequest, tool: str) -> HttpResponse:
    """One tool: when to use it, how it works, and a worked example."""
    found = _tool(tool)
    example = shown_of(found, Content(found.example), found.compute(found.example), {})
    return page(request, "practice/tools/show.html", example | {"tool": found})


@person_required
@require_http_methods(["GET", "POST"])
def start(request: PersonRequest, tool: str) -> HttpResponse:
    """Start a worksheet with it."""
    found, person = _tool(tool), request.person
    begins, pairs = begins_of(found, person), pairs_of(person)
    initial = {"title": found.name, "mentorship": request.GET.get("with", "")}
    form = Start(
        request.POST if request.method == "POST" else None, begins=begins, pairs=pairs, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        visible = Mentorship.objects.visible_to(person).with_people()
        pair = get_object_or_404(visible, code=said["mentorship"]) if said["mentorship"] else None
        sheet = sheet_for(found, person, said["begin"])
        made = actions.start(found, by=person, title=said["title"], sheet=sheet, mentorship=pair)
        return redirect("tables.bring" if said["begin"] == "table" else "worksheets.show", made.code)
    status = 422 if request.method == "POST" else 200
    return page(request, "practice/tools/start.html", {"form": form, "tool": found}, status=status)
