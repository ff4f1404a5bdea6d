"""The pages of evidence of leadership."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.clock import today_in
from alongside.kit.errors import Refused
from alongside.kit.pages import page
from alongside.mentoring.learning.models import Learning

from . import actions, forms
from .models import Leadership


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """The list, and what was adopted from mentees and is not on it yet."""
    adopted = Learning.objects.visible_to(request.person).for_list().filter(learner=request.person)
    context = {
        "rows": Leadership.objects.visible_to(request.person).for_list(),
        "adopted": adopted.filter(stage=Learning.Stage.ADOPTED, leadership=None),
    }
    return page(request, "mentoring/leading/index.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def keep(request: PersonRequest) -> HttpResponse:
    """Keep a piece of evidence, perhaps begun with something learned."""
    learning = _learning(request)
    initial: dict[str, object] = {"day": today_in(request.person.zone)}
    if learning is not None:
        initial |= {"did": learning.text, "effect": learning.effect}
    form = forms.Keep(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            actions.keep(**form.cleaned_data, by=request.person, learning=learning)
        except Refused as no:
            form.add_error(None, str(no.sentence))
        else:
            messages.success(request, _("Kept. It stands on your record as a mentor."))
            return redirect("leading.index")
    context = {"form": form, "learning": learning}
    return page(request, "mentoring/leading/keep.html", context, status=422 if form.is_bound else 200)


@person_required
@require_POST
def remove(request: PersonRequest, code: str) -> HttpResponse:
    """Take it off the list."""
    found = get_object_or_404(Leadership.objects.visible_to(request.person), code=code)
    actions.remove(found, by=request.person)
    return redirect("leading.index")


def _learning(request: PersonRequest) -> Learning | None:
    code = request.GET.get("learned", "")
    rows = Learning.objects.visible_to(request.person).filter(learner=request.person).for_list()
    return get_object_or_404(rows, code=code) if code else None
