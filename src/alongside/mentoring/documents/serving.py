"""Answers with what is in a file, so that nothing in it runs, loads anything, or passes for a page of ours."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from alongside.kit.pages import page
from alongside.kit.uploads import SERVED

from .models import Document
from .reading import as_html

ALONE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
POLICIES = {
    "picture": f"{ALONE}; sandbox",
    "pages": ALONE,
    "text": f"{ALONE}; style-src 'self'; font-src 'self'; "
    "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox",
}
"""No script anywhere. A browser's reader of PDFs is a program apart, which does not begin in a sandbox; a text is
our own page, which takes our style and opens its links in a window of theirs."""


def shown(request: HttpRequest, document: Document) -> HttpResponse:
    """The file in the way in which the page shows it."""
    file = document.attachment
    assert file is not None
    if document.shown_as == "text":
        context = {"document": document, "content": as_html(document.name, file.read())}
        answer = page(request, "mentoring/documents/text.html", context)
    else:
        answer = HttpResponse(file.read(), content_type=SERVED[file.kind])
        answer.headers["Content-Disposition"] = content_disposition_header(False, document.name) or "inline"
    answer.headers["Content-Security-Policy"] = POLICIES[document.shown_as]
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
