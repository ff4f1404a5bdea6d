"""A mentorship's record: to print, or save as PDF, and as an archive."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.growth.archive.files import Files
from alongside.growth.archive.packing import pack_parts
from alongside.kit import paper
from alongside.kit.pages import page
from alongside.mentoring.mentorships.models import Mentorship

from . import queries, shown
from .shown import STYLES


@person_required
@require_GET
def show(request: PersonRequest, mentorship: str) -> HttpResponse:
    """The work and what came of it, on paper."""
    pair = _pair(request, mentorship)
    context = {"mentorship": pair, "sections": shown.sections(pair, request.person)}
    return page(
        request, "mentoring/records/show.html", context | {"may_fetch_pdf": paper.engine() is not None}
    )


@person_required
@require_GET
def on_paper(request: PersonRequest, mentorship: str) -> HttpResponse:
    """The same as PDF, where this instance can make one."""
    pair = _pair(request, mentorship)
    context = {"mentorship": pair, "sections": shown.sections(pair, request.person), "may_fetch_pdf": True}
    return paper.fetched(request, "mentoring/records/paper.html", context, f"mentorship-{pair.code}", *STYLES)


@person_required
@require_GET
def fetch(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Everything that I may read of it as one zip file: to read, as tables and as data."""
    pair = _pair(request, mentorship)
    files = Files(request.person)
    rows = queries.gathered(pair, request.person, files)
    content = pack_parts(request.person, rows, pair.purpose, files)
    response = HttpResponse(content, content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="mentorship-{pair.code}.zip"'
    return response


def _pair(request: PersonRequest, code: str) -> Mentorship:
    return get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=code)
