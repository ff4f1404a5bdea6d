"""A mentorship's record: to print, or save as PDF, and as an archive."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.growth.archive.packing import facts_of, pack_parts
from alongside.kit.pages import page
from alongside.mentoring.mentorships.models import Mentorship

from . import queries


@person_required
@require_GET
def show(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Everything that I may read of it, on paper."""
    pair = _pair(request, mentorship)
    parts = [
        (part.label, [(str(row.get("created_at") or "")[:10], facts_of(part, row)) for row in rows])
        for part, rows in queries.gathered(pair, request.person)
        if part.model is not Mentorship
    ]
    return page(request, "mentoring/records/show.html", {"mentorship": pair, "parts": parts})


@person_required
@require_GET
def fetch(request: PersonRequest, mentorship: str) -> HttpResponse:
    """The same as one zip file: to read, as tables and as data."""
    pair = _pair(request, mentorship)
    content = pack_parts(request.person, queries.gathered(pair, request.person), pair.purpose)
    response = HttpResponse(content, content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="mentorship-{pair.code}.zip"'
    return response


def _pair(request: PersonRequest, code: str) -> Mentorship:
    return get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=code)
