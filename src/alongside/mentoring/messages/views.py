"""The thread of a mentorship: read, write, mend, search, and the shelf of what was attached."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.clock import now
from alongside.kit.pages import page
from alongside.kit.text import neutral, one_line
from alongside.mentoring.meetings.queries import at_hand
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import names, others

from . import actions, queries
from .files import SERVED
from .forms import LONGEST, Edit, Write
from .models import Attachment, Message

INDEX = "mentoring/messages/index.html"


@person_required
@require_GET
def index(request: PersonRequest, mentorship: str) -> HttpResponse:
    """The thread; an open page asks again and again whether anything is new, and is told briefly if not."""
    pair = _pair(request, mentorship)
    known = request.GET.get("stamp")
    if known and known == queries.stamp(pair):
        return HttpResponse(status=204)
    if not request.GET.get("words") and queries.unread(pair, request.person).exists():
        actions.mark_read(pair, by=request.person)
    form = Write(initial={"text": queries.draft_of(pair, request.person)})
    return page(request, INDEX, _context(request, pair, form), part="thread")


@person_required
@require_POST
def send(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Write to the others."""
    pair = _pair(request, mentorship)
    form = Write(request.POST, request.FILES)
    if not form.is_valid():
        return page(request, INDEX, _context(request, pair, form), status=422)
    actions.send(pair, form.cleaned_data["text"], by=request.person, files=form.cleaned_data["attached"])
    return redirect(reverse("messages.index", args=[pair.code]) + "#write")


@person_required
@require_POST
def draft(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Keep what is being written; the page does so by itself."""
    pair = _pair(request, mentorship)
    text = neutral(request.POST.get("text", "").replace("\x00", ""))[:LONGEST]
    actions.keep_draft(pair, text, by=request.person)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    return redirect("messages.index", pair.code)


@person_required
@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, code: str) -> HttpResponse:
    """Mend a message, or take it back."""
    message = _own(request, code)
    form = Edit(request.POST if request.method == "POST" else None, initial={"text": message.text})
    if form.is_valid():
        actions.edit(message, form.cleaned_data["text"], by=request.person)
        return redirect(reverse("messages.index", args=[message.mentorship.code]) + "#write")
    context = {"form": form, "message": message, "mentorship": message.mentorship}
    return page(request, "mentoring/messages/edit.html", context, status=422 if form.errors else 200)


@person_required
@require_POST
def delete(request: PersonRequest, code: str) -> HttpResponse:
    """Take a message back."""
    message = _own(request, code)
    actions.delete(message, by=request.person)
    return redirect("messages.index", message.mentorship.code)


@person_required
@require_GET
def shelf(request: PersonRequest, mentorship: str) -> HttpResponse:
    """What was attached and linked."""
    pair = _pair(request, mentorship)
    files, links = queries.shelf(pair)
    context = {"mentorship": pair, "other_names": names(others(pair, request.person))}
    context |= {"files": files, "links": links, "meeting": at_hand(pair) if pair.is_open else None}
    return page(request, "mentoring/messages/shelf.html", context)


@person_required
@require_GET
def attachment(request: PersonRequest, attachment: str) -> HttpResponse:
    """A file, always as a download: nothing in it runs or is shown under our name."""
    rows = Attachment.objects.visible_to(request.person).select_related("message__mentorship")
    file = get_object_or_404(rows, code=attachment)
    answer = HttpResponse(file.read(), content_type=SERVED[file.kind])
    answer.headers["Content-Disposition"] = content_disposition_header(True, file.name) or "attachment"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _pair(request: PersonRequest, code: str) -> Mentorship:
    return get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=code)


def _own(request: PersonRequest, code: str) -> Message:
    return get_object_or_404(Message.objects.visible_to(request.person).for_list(), code=code)


def _context(request: PersonRequest, pair: Mentorship, form: Write) -> dict[str, Any]:
    words = one_line(request.GET.get("words", ""))
    stamp = queries.stamp(pair)
    found = queries.search(pair, words) if words else queries.thread(pair)
    shown = Paginator(found, queries.A_PAGE).get_page(request.GET.get("page"))
    newest = list(reversed(shown.object_list))
    mine = newest and newest[-1].author_id == request.person.pk and not words
    return {
        "mentorship": pair,
        "other_names": names(others(pair, request.person)),
        "messages_shown": newest,
        "shown": shown,
        "changeable": {message.pk for message in newest if message.can_still_change(now())},
        "seen_by": names(queries.readers_since(pair, newest[-1])) if mine else "",
        "stamp": stamp,
        "words": words,
        "form": form,
    }
