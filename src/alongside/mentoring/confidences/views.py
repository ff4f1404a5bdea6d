"""The pages on which an entry is shared, read by a mentor, and taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.growth.journal import queries as journal
from alongside.growth.journal.models import Entry
from alongside.kit.errors import Refused
from alongside.kit.pages import page

from . import actions, forms
from .models import Confidence, mentors_of


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """What people share with the reader, and what the reader shares."""
    rows = list(Confidence.objects.visible_to(request.person).for_list())
    told = [one for one in rows if one.mentor_id == request.person.pk]
    own = [one for one in rows if one.mentor_id != request.person.pk]
    return page(request, "mentoring/confidences/index.html", {"told": told, "own": own})


@person_required
@require_http_methods(["GET", "POST"])
def of(request: PersonRequest, code: str) -> HttpResponse:
    """Share an entry of one's own with one mentor."""
    entry = get_object_or_404(Entry.objects.visible_to(request.person).for_list(), code=code)
    shared = Confidence.objects.visible_to(request.person).for_list().filter(entry=entry).first()
    mentors = [] if shared else list(mentors_of(request.person))
    form = forms.Share(request.POST if request.method == "POST" else None, mentors=mentors)
    if form.is_valid():
        try:
            actions.share(entry, form.chosen(), by=request.person)
            return redirect("confidences.of", code)
        except Refused as no:
            form.add_error(None, str(no.sentence))
    context = {"entry": entry, "shared": shared, "form": form, "mentors": mentors}
    status = 422 if form.is_bound else 200
    return page(request, "mentoring/confidences/of.html", context, part="sharing", status=status)


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One entry, for the mentor it was shared with."""
    rows = Confidence.objects.visible_to(request.person).for_list()
    shared = get_object_or_404(rows, code=code)
    context = {"shared": shared, "one": journal.shown(shared.entry)}
    return page(request, "mentoring/confidences/show.html", context)


@person_required
@require_POST
def take_back(request: PersonRequest, code: str) -> HttpResponse:
    """Take an entry back."""
    shared = get_object_or_404(Confidence.objects.visible_to(request.person).for_list(), code=code)
    actions.take_back(shared, by=request.person)
    messages.success(request, _("Taken back. Only you read it now."))
    return redirect("journal.show", shared.entry.code)
