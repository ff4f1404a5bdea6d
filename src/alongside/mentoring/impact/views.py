"""The pages of a mentor's impact; a certificate is checked by anybody who has its link."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit import paper
from alongside.kit.pages import page
from alongside.mentoring.records.shown import STYLES

from . import actions, queries, shown
from .models import Certificate


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """What one's help led to."""
    return page(request, "mentoring/impact/index.html", shown.page_of(request.person))


@person_required
@require_GET
def record(request: PersonRequest) -> HttpResponse:
    """One's record as a mentor, to print."""
    context = shown.recorded(request.person) | {"may_fetch_pdf": paper.engine() is not None}
    return page(request, "mentoring/impact/record.html", context)


@person_required
@require_GET
def record_paper(request: PersonRequest) -> HttpResponse:
    """The same as PDF, where this instance can make one."""
    context = shown.recorded(request.person)
    return paper.fetched(request, "mentoring/impact/record_paper.html", context, "mentor-record", *STYLES)


@person_required
@require_GET
def certificate_paper(request: PersonRequest, code: str) -> HttpResponse:
    """One's own certificate as PDF, as long as it holds."""
    certificate = get_object_or_404(Certificate.objects.visible_to(request.person), code=code)
    if not certificate.holds:
        raise Http404
    name, context = f"certificate-{certificate.code}", shown.checked(certificate)
    return paper.fetched(request, "mentoring/impact/certificate_paper.html", context, name, *STYLES)


@person_required
@require_POST
def issue(request: PersonRequest) -> HttpResponse:
    """Have the record certified."""
    certificate = actions.issue(by=request.person)
    return redirect("impact.check", certificate.code)


@person_required
@require_POST
def withdraw(request: PersonRequest, code: str) -> HttpResponse:
    """Withdraw a certificate."""
    certificate = get_object_or_404(Certificate.objects.visible_to(request.person), code=code)
    actions.withdraw(certificate, by=request.person)
    messages.success(request, _("Withdrawn. Its link leads nowhere now."))
    return redirect("impact.index")


@require_GET
def check(request: HttpRequest, certificate: str) -> HttpResponse:
    """The certificate, to print and to check."""
    found = queries.certificate_by_link(certificate)
    if found is None or not found.holds:
        return page(request, "mentoring/impact/gone.html", {}, status=404 if found is None else 410)
    return page(request, "mentoring/impact/certificate.html", shown.checked(found))
