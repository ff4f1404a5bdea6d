"""The pages of evidence: all of it, one skill with what its level rests on, one item."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.growth.frameworks.queries import skills_here
from alongside.growth.skills.models import Skill
from alongside.growth.skills.queries import counterparts, skills_of
from alongside.kit.errors import Refused
from alongside.kit.pages import page

from . import actions, forms, sources
from .models import Evidence
from .queries import by_skill, names_elsewhere, skills_seen, standing_in
from .serving import served

Known = dict[str, Any]  # Any: a form's first values


def _item(request: PersonRequest, code: str) -> Evidence:
    item: Evidence = get_object_or_404(Evidence.objects.visible_to(request.person).for_list(), code=code)
    return item


def _skill(request: PersonRequest, code: str) -> Skill:
    return get_object_or_404(skills_seen(request.person), code=code)


def _begun(request: PersonRequest, skills: list[Skill]) -> tuple[actions.From, Known]:
    """What the address names, and what is known of it."""
    known: Known = {"skill": request.GET.get("skill", ""), "level": request.GET.get("level", "")}
    one = sources.found_as(request.person, request.GET.get("of", ""))
    if one is None:
        return actions.OWN, known
    codes = {skill.word: skill.code for skill in skills} | counterparts(skills)
    told = [codes[key] for key in one.skills if key in codes]
    known |= {"title": one.title, "text": one.text, "day": one.day}
    return (one.source, one.code), known | {"skill": known["skill"] or next(iter(told), "")}


def _form(request: PersonRequest, form: forms.Told, **more: Any) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return page(request, "growth/evidence/form.html", {"form": form, **more}, status=status)


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """Everything that one's levels rest on, and what was done here and might be added."""
    skills = by_skill(request.person)
    kept = [one for _skill, items in skills for one in items]
    context = {"skills": skills, "found": sources.found(request.person, kept)}
    return page(request, "growth/evidence/index.html", context)


@person_required
@require_GET
def of(request: PersonRequest, skill: str) -> HttpResponse:
    """One skill: the level, what it rests on, the way to it, and what each level means."""
    told = standing_in(_skill(request, skill), request.person)
    context = {"told": told, "skill": told.skill, "levels": told.skill.framework.levels,
               "elsewhere": names_elsewhere(told.skill, request.person)}  # fmt: skip
    return page(request, "growth/evidence/of.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def add(request: PersonRequest) -> HttpResponse:
    """Add an item, from something done here or brought along."""
    named, here = request.GET.get("skill"), request.organisation
    skills = skills_of(_skill(request, named).framework) if named else skills_here(here)
    of, known = _begun(request, skills)
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = forms.Told(*data, skills=skills, initial=known)
    if form.is_valid():
        said = form.cleaned_data
        try:
            item = actions.keep(form.chosen(), said, by=request.person, of=of, file=said["file"])
            return redirect("evidence.show", item.code)
        except Refused as no:
            form.add_error(None, str(no.sentence))
    return _form(request, form, title=_("Add evidence"), button=_("Keep it"))


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One item, what it came from, and what others said of it."""
    item = _item(request, code)
    said = list(item.confirmations.filter(withdrawn_at=None).for_list())
    context = {"item": item, "said": said, "origin": sources.origin_of(item, request.person)}
    return page(request, "growth/evidence/show.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, code: str) -> HttpResponse:
    """Say it better; the skill stays, as another skill is another item."""
    item = _item(request, code)
    known = {name: getattr(item, name) for name in actions.SAID} | {"skill": item.skill.code}
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = forms.Told(*data, skills=[item.skill], there=known)
    if form.is_valid():
        actions.change(item, form.cleaned_data, by=request.person, file=form.cleaned_data["file"])
        return redirect("evidence.show", code)
    return _form(request, form, title=_("Say it better"), button=_("Keep it"), item=item)


@person_required
@require_GET
def file(request: PersonRequest, code: str) -> HttpResponse:
    """The file of an item."""
    return served(_item(request, code))


@person_required
@require_POST
def remove(request: PersonRequest, code: str) -> HttpResponse:
    """Remove it."""
    actions.remove(_item(request, code), by=request.person)
    messages.success(request, _("The evidence is removed, and the level says anew what it rests on."))
    return redirect("evidence.index")
