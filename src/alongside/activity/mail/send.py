"""Write a letter, in the transaction of the change that it tells of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.template import Context, TemplateDoesNotExist
from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from procrastinate.contrib.django.models import ProcrastinateJob

from alongside.kit.codes import new_code

from .html import page_of, rendered
from .jobs import deliver
from .models import Letter
from .smtp import delivers


class Addressee(Protocol):
    """A person, as far as the mail knows them."""

    email: str
    name: str
    language: str
    is_active: bool


def post(
    *,
    to: Any,  # Any: an ``Addressee`` or a bare address; the areas above bring their own persons
    subject: str,
    template: str,
    context: Mapping[str, Any] | None = None,  # Any: template contexts hold whatever a letter shows
    calendar: str | None = None,
    method: str = "",
    headers: Mapping[str, str] | None = None,
    stop: str = "",
    not_before: dt.datetime | None = None,
) -> Letter | None:
    """Write the letter ``template``.txt (and .html, where there is one) to a person or an address.

    The words are in the reader's language and the times in their zone. ``stop`` is the address that stops
    letters like this; one without it always comes. Nobody writes to a person who is deactivated: the answer
    is None then.
    """
    if not getattr(to, "is_active", True):
        return None
    with translation.override(getattr(to, "language", settings.LANGUAGE_CODE)), timezone.override(_zone(to)):
        given = {"to": to, "base_url": settings.BASE_URL, **_stopping(stop), **(context or {})}
        subject_line = str(subject)
        text = _text(f"{template}.txt", given)
        html = _html(template, subject_line, text, given)
        text += _foot(given)
    return write(
        to if isinstance(to, str) else to.email,
        subject_line,
        text,
        html=html,
        calendar=calendar or "",
        method=method,
        headers={**(headers or {}), **_one_click(stop)},
        not_before=not_before,
    )


def write(
    address: str,
    subject: str,
    text: str,
    *,
    html: str = "",
    calendar: str = "",
    method: str = "",
    headers: Mapping[str, str] | None = None,
    not_before: dt.datetime | None = None,
) -> Letter:
    """Keep the finished letter and, where mail goes out at all, enqueue its delivery.

    One that has to wait until ``not_before`` is taken up by the sweep of that minute.
    """
    code = new_code()
    letter = Letter.objects.create(
        code=code,
        to=address,
        subject=" ".join(subject.split())[:300],
        text=text,
        html=html or page_of(text, subject),
        headers=dict(headers or {}),
        calendar=calendar,
        calendar_method=method,
        message_id=f"<{code}@{urlsplit(settings.BASE_URL).hostname or 'localhost'}>",
        not_before=not_before,
    )
    if delivers() and not_before is None and not _is_coming():
        deliver.defer(letter_id=letter.pk)
    return letter


def _is_coming() -> bool:
    """Whether a job that brings out everything waits to begin: of ten thousand letters each would bring the same.

    Should it begin before this letter is there, the sweep of the next minute takes it.
    """
    waiting = ProcrastinateJob.objects.filter(queue_name=deliver.queue, task_name=deliver.name, status="todo")
    return bool(waiting.exists())


def _one_click(stop: str) -> dict[str, str]:
    """What lets a mail program offer to stop letters like this by itself (RFC 8058)."""
    if not stop:
        return {}
    return {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def _stopping(stop: str) -> dict[str, str]:
    """The addresses in the foot of a letter that can be stopped."""
    return {"stop": stop, "choose": settings.BASE_URL + reverse("notices.choose")} if stop else {}


def _foot(given: Mapping[str, Any]) -> str:
    if not given.get("stop"):
        return ""
    stopping, choosing = _("Stop letters like this:"), _("Choose what comes to you:")
    return f"\n-- \n{stopping} {given['stop']}\n{choosing} {given['choose']}\n"


def _zone(to: Any) -> Any:
    return getattr(to, "zone", None) or timezone.get_default_timezone()


def _text(template: str, context: dict[str, Any]) -> str:
    """Render plain text: nothing is escaped, because nothing in it is markup."""
    words: str = get_template(template).template.render(Context(context, autoescape=False))  # type: ignore[attr-defined]  # Django's own engine has it
    return words.strip() + "\n"


def _html(template: str, subject: str, text: str, context: dict[str, Any]) -> str:
    try:
        return rendered(f"{template}.html", subject, context)
    except TemplateDoesNotExist as missing:
        if str(missing) != f"{template}.html":
            raise
        return page_of(text, subject, context)
