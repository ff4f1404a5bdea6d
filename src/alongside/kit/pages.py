"""The only way to render: a whole page, or the part of it that htmx asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,  # Any: template contexts hold whatever a page shows
    *,
    part: str = "",
    status: int = 200,
) -> HttpResponse:
    """Render ``template``, or only its ``part`` when htmx asked for it."""
    wants_part = part and request.headers.get("HX-Request") and not request.headers.get("HX-Boosted")
    name = f"{template}#{part}" if wants_part else template
    response = render(request, name, context, status=status)
    response.headers["Vary"] = "HX-Request, Cookie"
    return response
