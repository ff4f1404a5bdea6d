"""Write a letter, in the transaction of the change that it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.template import Context, TemplateDoesNotExist
from django.template.loader import get_template
from django.utils import timezone, translation

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
) -> Letter | None:
    """Write the letter ``template``.txt (and .html, where there is one) to a person or an address.

    The words are in the reader's language and the times in their zone. Nobody writes to a person who is
    deactivated: the answer is None then.
    """
    if not getattr(to, "is_active", True):
        return None
    with translation.override(getattr(to, "language", settings.LANGUAGE_CODE)), timezone.override(_zone(to)):
        given = {"to": to, "base_url": settings.BASE_URL, **(context or {})}
        subject_line = str(subject)
        text = _text(f"{template}.txt", given)
        html = _html(template, subject_line, text, given)
    address = to if isinstance(to, str) else to.email
    return write(
        address, subject_line, text, html=html, calendar=calendar or "", method=method, headers=headers or {}
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
) -> Letter:
    """Keep the finished letter and, where mail goes out at all, enqueue its delivery."""
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
    )
    if delivers():
        deliver.defer(letter_id=letter.pk)
    return letter


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
        return page_of(text, subject)
