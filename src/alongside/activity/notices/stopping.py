"""The signed link by which letters of one kind are stopped (RFC 8058): it is the key, and needs no sign-in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .kinds import RHYTHMS, Way, every_kind

LENGTH = 32
"""128 bits of the signature, as hexadecimal digits: a header should stay short."""


def address_of(person: Any, what: str) -> str:  # Any: persons live in an area above
    """Where the letters ``what`` of this person are stopped: a kind's name, or a rhythm."""
    return settings.BASE_URL + reverse("notices.stop", args=[link_of(person, what)])


def link_of(person: Any, what: str) -> str:
    """What stands in that address."""
    return f"{person.code}.{what}.{_signature(person.code, what)}"


def read(link: str) -> tuple[Any, str] | None:
    """Whose letters the link stops, and which; None for a link that was not made here."""
    code, _dot, rest = link.partition(".")
    what, _dot, signature = rest.partition(".")
    known = {kind.name for kind in every_kind()} | set(RHYTHMS)
    if what not in known or not constant_time_compare(signature, _signature(code, what)):
        return None
    person = get_user_model()._default_manager.filter(code=code, is_active=True).first()
    return (person, what) if person is not None else None


def label_of(what: str) -> str | Promise:
    """What the letters are called."""
    labels = {Way.DAILY: _("The daily mail"), Way.WEEKLY: _("The weekly mail")}
    return labels.get(what) or next(kind.label for kind in every_kind() if kind.name == what)  # type: ignore[call-overload]  # a rhythm is a text


def _signature(code: str, what: str) -> str:
    made = salted_hmac("alongside.notices.stop", f"{code}.{what}", algorithm="sha256")
    return made.hexdigest()[:LENGTH]
