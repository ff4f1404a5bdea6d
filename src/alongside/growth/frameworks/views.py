"""The pages of frameworks: the list, one of them, targets by role, and the way in and out as files."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.accounts.organisations.models import Organisation
from alongside.growth.skills.models import Framework
from alongside.growth.skills.queries import skills_of
from alongside.kit.errors import Refused
from alongside.kit.pages import page
from alongside.kit.rules import require

from . import actions, forms, queries, reading, rules, shown, writing
from .models import Target


def _framework(request: PersonRequest, code: str) -> Framework:
    rows = Framework.objects.visible_to(request.person).select_related("organisation")
    return get_object_or_404(rows, code=code)


def _here(request: PersonRequest) -> Organisation | None:
    return request.membership.organisation if request.membership else None


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """The frameworks that I see."""
    rows = list(Framework.objects.visible_to(request.person).for_list())
    used = queries.framework_here(request.organisation) or next((one for one in rows if one.is_default), None)
    context = {"rows": rows, "used": used, "may_bring": shown.may_set(request.person, _here(request))}
    return page(request, "growth/frameworks/index.html", context)


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One framework, the role I look to, and how far it is."""
    framework = _framework(request, code)
    context = shown.one(framework, request.person, _here(request))
    form = forms.Role(framework=framework, initial={"role": context["role"]})
    return page(request, "growth/frameworks/show.html", context | {"form": form})


@person_required
@require_POST
def aim(request: PersonRequest, code: str) -> HttpResponse:
    """Look to a role."""
    framework = _framework(request, code)
    form = forms.Role(request.POST, framework=framework)
    if form.is_valid():
        actions.aim(framework, form.cleaned_data["role"], by=request.person)
        return redirect("frameworks.show", code)
    context = shown.one(framework, request.person, _here(request))
    return page(request, "growth/frameworks/show.html", context | {"form": form}, status=422)


@person_required
@require_http_methods(["GET", "POST"])
def targets(request: PersonRequest, code: str, number: int) -> HttpResponse:
    """Say what the organisation that one looks through expects of a role."""
    framework, here = _framework(request, code), _here(request)
    if here is None or not 1 <= number <= len(framework.roles):
        raise Http404
    require(rules.can_set_target(request.person, Target(organisation=here)))
    role, skills = framework.roles[number - 1], skills_of(framework)
    now = {
        key: levels[role] for key, levels in queries.own_targets(framework, here).items() if role in levels
    }
    posted = request.POST if request.method == "POST" else None
    form = forms.Expected(posted, skills=skills, now=now, role=role)
    if form.is_valid():
        actions.set_targets(framework, here, role, form.levels(), by=request.person)
        messages.success(request, _("Saved."))
        return redirect("frameworks.show", code)
    context = {"form": form, "framework": framework, "role": role, "organisation": here,
               "changes": queries.changes_of(framework, here)}  # fmt: skip
    return page(request, "growth/frameworks/targets.html", context, status=422 if form.errors else 200)


@person_required
@require_GET
def export(request: PersonRequest, code: str, way: str) -> HttpResponse:
    """The framework as a file."""
    framework = _framework(request, code)
    write = {"json": writing.as_json, "csv": writing.as_csv}.get(way)
    if write is None:
        raise Http404
    kind = "application/json" if way == "json" else "text/csv; charset=utf-8"
    response = HttpResponse(write(framework, skills_of(framework)), content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="framework-{framework.code}.{way}"'
    return response


@person_required
@require_http_methods(["GET", "POST"])
def bring(request: PersonRequest) -> HttpResponse:
    """Read a file, and show what it would become or what is wrong on which line."""
    here = _here(request)
    if here is None or not shown.may_set(request.person, here):
        raise Http404
    form = forms.Bring(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form, "here": here}  # Any: what the page shows
    if request.method == "POST" and form.is_valid():
        head = {name: form.cleaned_data[name] for name in ("name", "version", "licence", "attribution")}
        draft = reading.read(form.cleaned_data["file"], **head)
        if not draft.problems:
            framework, skills = shown.sketch(draft)
            context |= {
                "framework": framework,
                "skills": skills,
                "document": writing.as_json(framework, skills),
            }
            return page(request, "growth/frameworks/preview.html", context)
        context |= {"problems": draft.problems[:50], "count": len(draft.problems)}
    status = 422 if request.method == "POST" else 200
    return page(request, "growth/frameworks/bring.html", context, status=status)


@person_required
@require_POST
def take_in(request: PersonRequest) -> HttpResponse:
    """Keep what was looked at; it is read and checked once more."""
    here = _here(request)
    if here is None or not shown.may_set(request.person, here):
        raise Http404
    form = forms.Take(request.POST)
    if not form.is_valid():
        raise Refused(_("Choose the file again: nothing was taken."))
    framework = actions.take_in(reading.read(form.cleaned_data["document"]), here, by=request.person)
    messages.success(request, _("Taken. The members of your organisation see it."))
    return redirect("frameworks.show", framework.code)


@person_required
@require_POST
def carry_over(request: PersonRequest, code: str) -> HttpResponse:
    """Take over what one said in other versions."""
    count = actions.carry_over(_framework(request, code), by=request.person)
    said = ngettext("%(count)d level taken over.", "%(count)d levels taken over.", count) % {"count": count}
    messages.success(request, said)
    return redirect("frameworks.show", code)


@person_required
@require_POST
def use(request: PersonRequest, code: str) -> HttpResponse:
    """Let the organisation that one looks through work with it."""
    framework, here = _framework(request, code), _here(request)
    if here is None:
        raise Http404
    actions.use(framework, here, by=request.person)
    said = _("%(name)s works with this framework now.") % {"name": here.name}
    messages.success(request, said)
    return redirect("frameworks.show", code)


@person_required
@require_POST
def withdraw(request: PersonRequest, code: str) -> HttpResponse:
    """Let nobody begin with it any more."""
    actions.withdraw(_framework(request, code), by=request.person)
    messages.success(request, _("Withdrawn. Whoever said a level in it still reads it."))
    return redirect("frameworks.show", code)


@person_required
@require_POST
def bring_back(request: PersonRequest, code: str) -> HttpResponse:
    """Let the members use it again."""
    actions.bring_back(_framework(request, code), by=request.person)
    messages.success(request, _("The members of your organisation can use it again."))
    return redirect("frameworks.show", code)
