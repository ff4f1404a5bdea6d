"""The pages of one's archive."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.growth.evidence.serving import handed_out
from alongside.kit.errors import Refused
from alongside.kit.pages import page

from . import actions, forms, pieces, queries
from .files import named
from .models import Archive, KeptFile


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """The archive, how far it is, and what was brought along."""
    archive = queries.newest(request.person)
    context = {"archive": archive, "brought": queries.brought(request.person)}
    response = page(request, "growth/archive/index.html", context, part="archive")
    if request.headers.get("HX-Request") and (archive is None or archive.ended_at):
        response.headers["HX-Refresh"] = "true"
    return response


@person_required
@require_POST
def make(request: PersonRequest) -> HttpResponse:
    """Have it made."""
    actions.make(by=request.person)
    return redirect("archive.index")


@person_required
@require_GET
def fetch(request: PersonRequest, code: str) -> HttpResponse:
    """The file itself."""
    rows = Archive.objects.visible_to(request.person).select_related("person")
    archive = get_object_or_404(rows, code=code, state=Archive.State.DONE)
    response = StreamingHttpResponse(pieces.read(archive), content_type="application/zip")
    response.headers["Content-Length"] = str(archive.size)
    response.headers["Content-Encoding"] = (
        "identity"  # nothing is left to compress, and the length stays known
    )
    response.headers["Content-Disposition"] = 'attachment; filename="alongside-archive.zip"'
    response.headers["Cache-Control"] = "no-store"
    return response  # type: ignore[return-value]  # for the doors it is an answer like any other


@person_required
@require_POST
def remove(request: PersonRequest, code: str) -> HttpResponse:
    """Remove it here."""
    archive = get_object_or_404(Archive.objects.visible_to(request.person), code=code)
    actions.remove(archive, by=request.person)
    messages.success(request, _("The archive is removed here. Your record stays as it is."))
    return redirect("archive.index")


@person_required
@require_http_methods(["GET", "POST"])
def restore(request: PersonRequest) -> HttpResponse:
    """Take an archive in."""
    form = forms.Restore(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            count, left = actions.restore(file, file.size, by=request.person)
        except Refused as no:
            form.add_error("file", str(no.sentence))
        else:
            messages.success(request, _told(count, left))
            return redirect("archive.index")
    status = 422 if request.method == "POST" else 200
    return page(request, "growth/archive/restore.html", {"form": form}, status=status)


@person_required
@require_GET
def brought(request: PersonRequest, part: str) -> HttpResponse:
    """One part of what was brought along."""
    found = next((one for one in queries.brought(request.person) if one.part.name == part), None)
    if found is None:
        raise Http404
    shown = Paginator(found.facts, 25).get_page(request.GET.get("page"))
    context = {
        "part": found.part,
        "shown": shown,
        "rows": queries.with_files(shown.object_list, request.person),
    }
    return page(request, "growth/archive/brought.html", context)


@person_required
@require_GET
def file(request: PersonRequest, code: str) -> HttpResponse:
    """A file that was brought along."""
    kept = get_object_or_404(KeptFile.objects.visible_to(request.person), code=code)
    return handed_out(kept.read(), named(kept.place), kept.kind)


def _told(count: int, left: int) -> str:
    said = ngettext("Restored: %(count)d entry.", "Restored: %(count)d entries.", count) % {"count": count}
    if not left:
        return said
    skills = _("%(left)d of them are about skills that this instance does not have; they were left out.")
    return f"{said} {skills % {'left': left}}"
