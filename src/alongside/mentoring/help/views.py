"""The pages of asking for help."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.memberships.queries import organisations_of
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import names, others

from . import actions, forms, queries, rules
from .models import Concern, Contact


@person_required
@require_http_methods(["GET", "POST"])
def index(request: PersonRequest) -> HttpResponse:
    """Whom one may turn to, and what became of it."""
    asking, helpers = request.person, queries.helpers(request.person)
    pairs = list(Mentorship.objects.visible_to(asking).for_list()[:30])
    data = request.POST if request.method == "POST" else None
    form = forms.Tell(
        data, helpers=helpers, about=[(one.code, names(others(one, asking))) for one in pairs],
        initial={"about": request.GET.get("about", "")},
    )  # fmt: skip
    if form.is_valid():
        said = form.cleaned_data
        helper = next(one for one in helpers if one.code == said["helper"])
        pair = next((one for one in pairs if one.code == said["about"]), None)
        concern = actions.tell_concern(
            helper, by=asking, text=said["text"], kind=said["kind"], mentorship=pair
        )
        messages.success(request, _("Sent. You hear within one working day."))
        return redirect("help.show", concern.code)
    rows = Concern.objects.visible_to(asking).for_list()[:20]
    context = {"form": form, "helpers": helpers, "rows": rows}
    return page(request, "mentoring/help/index.html", context, status=422 if form.is_bound else 200)


@person_required
@require_http_methods(["GET", "POST"])
def show(request: PersonRequest, code: str) -> HttpResponse:
    """What was told and what was done; the helper closes it here."""
    concern = _concern(request, code)
    form = forms.Close(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        require(rules.can_close(request.person, concern))
        if form.is_valid():
            actions.close(concern, form.cleaned_data["answer"], by=request.person)
            messages.success(request, _("Closed. They read what you did."))
            return redirect("help.show", concern.code)
    between = names(list(concern.mentorship.people.all())) if concern.mentorship else ""
    context = {"concern": concern, "form": form, "between": between}
    return page(request, "mentoring/help/show.html", context, status=422 if form.is_bound else 200)


@person_required
@require_POST
def take(request: PersonRequest, code: str) -> HttpResponse:
    """Say that one sees to it."""
    actions.take(_concern(request, code), by=request.person)
    return redirect("help.show", code)


@person_required
@require_POST
def freeze(request: PersonRequest, code: str) -> HttpResponse:
    """Freeze the mentorship."""
    actions.freeze(_concern(request, code), by=request.person)
    messages.success(request, _("Frozen. Everybody in it has been told."))
    return redirect("help.show", code)


@person_required
@require_POST
def thaw(request: PersonRequest, code: str) -> HttpResponse:
    """Let it go on."""
    actions.thaw(_concern(request, code), by=request.person)
    messages.success(request, _("It goes on. Everybody in it has been told."))
    return redirect("help.show", code)


@person_required
@require_http_methods(["GET", "POST"])
def named(request: PersonRequest, organisation: str) -> HttpResponse:
    """Whom an organisation names to its members."""
    where = get_object_or_404(organisations_of(request.person), code=organisation)
    form = forms.Name(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        require(rules.can_name_contact(request.person, where))
        if form.is_valid():
            actions.name(where, form.cleaned_data["email"], by=request.person)
            return redirect("help.named", where.code)
    rows = Contact.objects.visible_to(request.person).filter(organisation=where).for_list()
    context = {"organisation": where, "rows": list(rows), "form": form}
    return page(request, "mentoring/help/named.html", context, status=422 if form.is_bound else 200)


@person_required
@require_POST
def unname(request: PersonRequest, code: str) -> HttpResponse:
    """Name somebody no longer."""
    contact = get_object_or_404(Contact.objects.visible_to(request.person).for_list(), code=code)
    where = contact.organisation.code
    actions.unname(contact, by=request.person)
    return redirect("help.named", where)


def _concern(request: PersonRequest, code: str) -> Concern:
    return get_object_or_404(Concern.objects.visible_to(request.person).for_list(), code=code)
