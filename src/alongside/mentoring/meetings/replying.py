"""Who may answer an invitation from outside: a signed address for calendar programs, a signed link for letters."""

from __future__ import annotations

import base64

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from alongside.accounts.persons.models import Person

from .models import Meeting, Series

LENGTH = 24
"""Characters of a signature: 120 bits, in letters that survive a mail server's lower case."""


def takes_mail() -> bool:
    """Whether answers of calendar programs reach this instance at all."""
    return bool(settings.REPLY_ADDRESS and settings.IMAP_HOST)


def organiser(uid: str, person: Person) -> str:
    """The address to which this person's calendar program answers: it alone can answer for them."""
    if not takes_mail():
        return settings.DEFAULT_FROM_EMAIL.rsplit("<", 1)[-1].rstrip(">")
    local, _at, domain = settings.REPLY_ADDRESS.rpartition("@")
    return f"{local}+{_signature('mail', uid, person.code)}@{domain}"


def is_for(address: str, uid: str, person: Person) -> bool:
    """Whether this is the address to which that person answers."""
    return takes_mail() and constant_time_compare(address.lower(), organiser(uid, person).lower())


def link(thing: Meeting | Series, person: Person) -> str:
    """The link in this person's letter by which they answer without signing in."""
    return settings.BASE_URL + reverse("attendance.answer", args=[token_of(thing, person)])


def token_of(thing: Meeting | Series, person: Person) -> str:
    """What stands in that link."""
    kind = "s" if isinstance(thing, Series) else "m"
    return f"{kind}.{thing.code}.{person.code}.{_signature(kind, thing.code, person.code)}"


def read(token: str) -> tuple[Person, list[Meeting]] | None:
    """Who answers by this link, and to which meetings that are planned; None for one that was not made here."""
    kind, code, person_code, signature = [*token.split("."), "", "", "", ""][:4]
    if kind not in ("m", "s") or not constant_time_compare(signature, _signature(kind, code, person_code)):
        return None
    person = Person.objects.active().filter(code=person_code).first()
    if person is None:
        return None
    rows = Meeting.objects.visible_to(person).with_people().planned().order_by("starts_at")
    return person, list(rows.filter(**{"series__code" if kind == "s" else "code": code}))


def _signature(*parts: str) -> str:
    made = salted_hmac("alongside.meetings.reply", "|".join(parts), algorithm="sha256").digest()
    return base64.b32encode(made).decode().lower()[:LENGTH]
