"""Pages as PDF, where the extra ``pdf`` is installed: from the HTML of a page, and nothing is fetched for it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string


def engine() -> Any | None:  # Any: the engine is no dependency
    """The engine, or nothing where it is not installed, or this machine lacks the library that sets its lines."""
    try:
        return import_module("weasyprint")
    except (ImportError, OSError):
        return None


def as_pdf(html: str, *styles: str) -> bytes:
    """Set a whole document of our own; ``styles`` are names of style sheets in the static files."""
    weasyprint = engine()
    if weasyprint is None:
        raise LookupError("the extra pdf is not installed")
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=[])  # no picture, no font, no address
    sheets = [weasyprint.CSS(string=_sheet(name), url_fetcher=fetcher) for name in styles]
    document = weasyprint.HTML(string=html, url_fetcher=fetcher)
    return bytes(document.write_pdf(stylesheets=sheets))


def fetched(
    request: HttpRequest, template: str, context: dict[str, Any], name: str, *styles: str
) -> HttpResponse:
    """A document of ours as a file to keep; where no PDF can be made, there is no such address."""
    if engine() is None:
        raise Http404
    return download(as_pdf(render_to_string(template, context, request), *styles), name)


def download(content: bytes, name: str) -> HttpResponse:
    """The answer that a browser keeps as a file."""
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


def _sheet(name: str) -> str:
    found = finders.find(name)
    return Path(str(found)).read_text("utf-8") if found else ""
