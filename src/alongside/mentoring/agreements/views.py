"""The pages of agreements."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit import paper
from alongside.kit.clock import today_in
from alongside.kit.pages import page
from alongside.mentoring.mentorships.models import Mentorship

from . import actions, forms, queries, shown
from .models import Version


@person_required
@require_GET
def show(request: PersonRequest, mentorship: str) -> HttpResponse:
    """The newest version, and what it still needs."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=mentorship)
    return page(request, "mentoring/agreements/show.html", shown.one(pair, request.person))


@person_required
@require_POST
def draft(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Have the first draft made, where there is none."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=mentorship)
    actions.draft(pair, by=request.person)
    return redirect("agreements.show", pair.code)


@person_required
@require_GET
def edit(request: PersonRequest, mentorship: str) -> HttpResponse:
    """The newest version, to be changed."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=mentorship)
    pair.refuse_if_ended()
    newest = queries.standing(pair).newest
    if newest is None:
        return redirect("agreements.show", pair.code)
    form = forms.terms(newest.said, newest.number, request.person.zone)
    return page(request, "mentoring/agreements/edit.html", {"form": form, "mentorship": pair})


@person_required
@require_POST
def save(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Save what was typed as the next version; accept it too, if that button was pressed."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=mentorship)
    form = forms.Terms(request.POST, today=today_in(request.person.zone))
    if not form.is_valid():
        context = {"form": form, "mentorship": pair}
        return page(request, "mentoring/agreements/edit.html", context, status=422)
    try:
        version = actions.edit(pair, form.said(), by=request.person, base=form.cleaned_data["base"])
    except actions.Crossed as crossed:
        return _both(request, pair, form, crossed.theirs)
    if "accept" in request.POST:
        actions.accept(version, by=request.person)
    messages.success(request, _("Saved."))
    return redirect("agreements.show", pair.code)


@person_required
@require_POST
def accept(request: PersonRequest, version: str) -> HttpResponse:
    """Say yes to the version that was read."""
    read = get_object_or_404(Version.objects.visible_to(request.person).for_show(), code=version)
    if actions.accept(read, by=request.person):
        messages.success(request, _("In force: everybody has accepted this version."))
    else:
        messages.success(request, _("Accepted. It is in force when everybody has accepted it."))
    return redirect("agreements.show", read.mentorship.code)


@person_required
@require_GET
def history(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Every version, with what it changed and who accepted it."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=mentorship)
    return page(request, "mentoring/agreements/history.html", shown.past(pair, request.person))


@person_required
@require_GET
def print(request: PersonRequest, mentorship: str) -> HttpResponse:
    """The newest version on paper."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=mentorship)
    context = shown.one(pair, request.person) | {"may_fetch_pdf": paper.engine() is not None}
    return page(request, "mentoring/agreements/print.html", context)


@person_required
@require_GET
def on_paper(request: PersonRequest, mentorship: str) -> HttpResponse:
    """The newest version as PDF, where this instance can make one."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=mentorship)
    context = shown.one(pair, request.person)
    if context["standing"].newest is None:
        raise Http404
    name = f"agreement-{pair.code}"
    return paper.fetched(
        request, "mentoring/agreements/paper.html", context, name, "mentoring/css/agreement.css"
    )


def _both(request: PersonRequest, pair: Mentorship, form: forms.Terms, theirs: Version) -> HttpResponse:
    """Both versions side by side: nothing that either wrote is lost."""
    base = queries.numbered(pair, form.cleaned_data["base"])
    crossing = shown.crossing(base, form.said(), theirs)
    merged = forms.terms(crossing["merged"], theirs.number, request.person.zone)
    context = {"form": merged, "mentorship": pair, **crossing}
    return page(request, "mentoring/agreements/edit.html", context, status=422)
