"""Taking part: bring people, join, leave."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.errors import Refused
from alongside.kit.pages import page
from alongside.kit.rules import require
from alongside.programmes.programmes.models import Programme

from . import actions, bringing, forms, rules
from .models import Participation, Side


@person_required
@require_http_methods(["GET", "POST"])
def bring(request: PersonRequest, code: str) -> HttpResponse:
    """Bring people from two spreadsheets: everybody, or nobody and a list of what to mend."""
    programme = get_object_or_404(Programme.objects.visible_to(request.person).for_list(), code=code)
    require(rules.can_bring(request.person, programme))
    is_post = request.method == "POST"
    form = forms.Sheets(request.POST if is_post else None, request.FILES if is_post else None)
    context = {"form": form, "programme": programme}
    if is_post and form.is_valid():
        try:
            uploads = {"mentee": form.cleaned_data["mentees"], "mentor": form.cleaned_data["mentors"]}
            brought = bringing.read(uploads)
        except Refused as no:
            form.add_error(None, str(no.sentence))
        else:
            if not brought.problems:
                return _brought(request, programme, brought)
            context |= {"problems": brought.problems[:20], "count": len(brought.problems)}
    return page(request, "programmes/participations/bring.html", context, status=422 if is_post else 200)


def _brought(request: PersonRequest, programme: Programme, brought: bringing.Brought) -> HttpResponse:
    tally = actions.bring(programme, brought.sheets, by=request.person)
    text = _("%(added)d take part now, %(invited)d are invited, %(known)d were known already.")
    counts = {"added": tally.added, "invited": tally.invited, "known": tally.known}
    messages.success(request, text % counts)
    return redirect("programmes.show", programme.code)


@person_required
@require_POST
def join(request: PersonRequest, code: str) -> HttpResponse:
    """Take part as a mentee or as a mentor."""
    programme = get_object_or_404(Programme.objects.visible_to(request.person).for_list(), code=code)
    form = forms.Joining(request.POST)
    if not form.is_valid():
        raise Refused(_("Choose whether you take part as a mentee or as a mentor."))
    actions.join(programme, form.cleaned_data["side"], by=request.person)
    messages.success(request, _("You take part."))
    return redirect("programmes.show", code)


@person_required
@require_http_methods(["GET", "POST"])
def groups(request: PersonRequest, code: str) -> HttpResponse:
    """Say freely to which groups of a programme one belongs, as a mentee of it."""
    mine = Participation.objects.visible_to(request.person).current().for_list()
    part = get_object_or_404(mine, person=request.person, side=Side.MENTEE, programme__code=code)
    posted = request.POST if request.method == "POST" else None
    form = forms.Belonging(posted, offered=part.programme.groups, initial={"groups": part.groups})
    if posted is not None and form.is_valid():
        actions.tell_groups(part, form.cleaned_data["groups"], by=request.person)
        messages.success(request, _("Saved. You can change it whenever you like."))
        return redirect("programmes.show", code)
    context = {"form": form, "programme": part.programme}
    return page(request, "programmes/participations/groups.html", context, status=422 if form.errors else 200)


@person_required
@require_POST
def leave(request: PersonRequest, code: str) -> HttpResponse:
    """Take part no longer, or take somebody out."""
    part = get_object_or_404(Participation.objects.visible_to(request.person).for_list(), code=code)
    actions.leave(part, by=request.person)
    messages.success(request, _("Done. Mentorships that have begun go on."))
    visible = Programme.objects.visible_to(request.person).filter(pk=part.programme_id)
    return redirect("programmes.show", part.programme.code) if visible else redirect("programmes.index")


@person_required
@require_GET
def template(request: PersonRequest, side: str) -> HttpResponse:  # noqa: ARG001  everybody gets the same
    """An empty spreadsheet with the columns that are understood."""
    if side not in Side.values:
        raise Http404
    response = HttpResponse("Email,Name,Team,Manager\r\n", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{side}s.csv"'
    return response
