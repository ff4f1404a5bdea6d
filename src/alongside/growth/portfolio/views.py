"""The pages of a portfolio, and the one that others read by a link."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.errors import Refused
from alongside.kit.pages import page

from . import actions, forms, queries
from .models import Case, Showing


def _case(request: PersonRequest, code: str) -> Case:
    return get_object_or_404(Case.objects.visible_to(request.person).for_list(), code=code)


@person_required
@require_http_methods(["GET", "POST"])
def index(request: PersonRequest) -> HttpResponse:
    """One's cases, and the links to them."""
    form = forms.Show(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.show(form.cleaned_data["reader"], by=request.person)
            return redirect("portfolio.index")
        except Refused as no:
            form.add_error(None, str(no.sentence))
    context = queries.portfolio_of(request.person) | {"form": form, "base": settings.BASE_URL}
    return page(request, "growth/portfolio/index.html", context, status=422 if form.is_bound else 200)


@person_required
@require_http_methods(["GET", "POST"])
def tell(request: PersonRequest) -> HttpResponse:
    """Tell a case."""
    form = forms.Tell(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.tell(form.cleaned_data, by=request.person)
        return redirect("portfolio.index")
    return page(request, "growth/portfolio/case.html", {"form": form}, status=422 if form.is_bound else 200)


@person_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, code: str) -> HttpResponse:
    """Change a case."""
    case = _case(request, code)
    typed = {name: getattr(case, name) for name in forms.Tell.base_fields}
    form = forms.Tell(request.POST if request.method == "POST" else None, there=typed)
    if form.is_valid():
        actions.change(case, form.cleaned_data, by=request.person)
        return redirect("portfolio.index")
    context = {"form": form, "case": case}
    return page(request, "growth/portfolio/case.html", context, status=422 if form.is_bound else 200)


@person_required
@require_POST
def lift(request: PersonRequest, code: str) -> HttpResponse:
    """Move a case up."""
    actions.lift(_case(request, code), by=request.person)
    return redirect("portfolio.index")


@person_required
@require_POST
def remove(request: PersonRequest, code: str) -> HttpResponse:
    """Remove a case."""
    actions.remove(_case(request, code), by=request.person)
    messages.success(request, _("The case is removed."))
    return redirect("portfolio.index")


@person_required
@require_GET
def print_out(request: PersonRequest) -> HttpResponse:
    """The chosen cases on paper, as others read them."""
    context = {"person": request.person, "cases": queries.as_others_read(request.person)}
    return page(request, "growth/portfolio/paper.html", context)


@person_required
@require_POST
def withdraw(request: PersonRequest, code: str) -> HttpResponse:
    """Withdraw a link."""
    showing = get_object_or_404(Showing.objects.visible_to(request.person), code=code)
    actions.withdraw(showing, by=request.person)
    messages.success(request, _("Withdrawn. Whoever opens the link finds a plain page."))
    return redirect("portfolio.index")


@require_GET
def read(request: HttpRequest, token: str) -> HttpResponse:
    """The chosen cases, for whoever has the link."""
    showing = queries.by_token(token)
    if showing is None or showing.withdrawn_at:
        response = page(request, "growth/portfolio/gone.html", {}, status=404 if showing is None else 410)
    else:
        context = {"person": showing.person, "cases": queries.as_others_read(showing.person)}
        response = page(request, "growth/portfolio/read.html", context)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
