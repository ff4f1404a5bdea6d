"""Whom one has blocked."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.kit.rules import require

from . import actions, queries, rules
from .models import Block


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """The people whom one has blocked."""
    blocks = Block.objects.visible_to(request.person).for_list()
    return page(request, "accounts/blocks/index.html", {"blocks": blocks})


@person_required
@require_http_methods(["GET", "POST"])
def block(request: PersonRequest, code: str) -> HttpResponse:
    """Block somebody whom a page has shown: first what it means, then the deed. ``code`` is the person's."""
    other, name = queries.seen(request.person, code, request.GET.get("seen", ""))
    require(rules.can_block(request.person, other))
    if request.method == "GET":
        return page(request, "accounts/blocks/block.html", {"name": name})
    actions.block(other, by=request.person, known_as=name)
    messages.success(request, _("You have blocked %(name)s.") % {"name": name})
    return redirect("blocks.index")


@person_required
@require_POST
def unblock(request: PersonRequest, code: str) -> HttpResponse:
    """Take a block back."""
    made = get_object_or_404(Block.objects.visible_to(request.person), code=code)
    actions.unblock(made, by=request.person)
    messages.success(request, _("You have taken the block of %(name)s back.") % {"name": made.known_as})
    return redirect("blocks.index")
