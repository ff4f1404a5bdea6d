"""Hand out the file of an item: always as a download, never shown in the page."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from alongside.kit.uploads import SERVED

from .models import Evidence


def served(evidence: Evidence) -> HttpResponse:
    """The file, for whoever was let through to it."""
    if not evidence.file_kind:
        raise Http404
    return handed_out(evidence.read_file(), evidence.file_name, evidence.file_kind)


def handed_out(content: bytes, name: str, kind: str) -> HttpResponse:
    """A file of a kind that can be kept."""
    response = HttpResponse(content, content_type=SERVED[kind])
    named = content_disposition_header(True, name)
    response.headers["Content-Disposition"] = named or "attachment"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, no-store"
    return response
