"""What if, on a page that follows while one types."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.practice.versions.differences import between
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of, tool_for

from .trying import attempt


@person_required
@require_http_methods(["GET", "POST"])
def play(request: PersonRequest, code: str) -> HttpResponse:
    """Other numbers, the result, and what flipped; nothing is saved."""
    worksheet = get_object_or_404(Worksheet.objects.visible_to(request.person).with_people(), code=code)
    tool, sheet = tool_for(worksheet), content_of(worksheet).sheet
    tried = attempt(tool, sheet, request.POST if request.method == "POST" else None)
    result = tool.compute(tried.sheet)
    context = {
        "worksheet": worksheet, "tool": tool, "tried": tried, "result": result,
        "drawn": tool.picture(tried.sheet, result), "cautions": list(tool.warn(tried.sheet, result)),
        "difference": between(tool, sheet, tried.sheet),
    }  # fmt: skip
    return page(
        request, "practice/what_if/play.html", context, part="result", status=200 if tried.is_fine else 422
    )
