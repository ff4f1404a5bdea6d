"""The letter to a colleague, who needs no account. What the person works on stays behind the link."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from alongside.activity.mail.send import post

from .models import SoundingLink


def write_to_the_colleague(link: SoundingLink, token: str) -> None:
    """Ask for a few minutes of honest words."""
    person = link.sounding.person
    address = settings.BASE_URL + reverse("soundings.answer", args=[token])
    context = {"name": link.name, "person": person, "link": address, "until": link.sounding.closes_at}
    with translation.override(person.language):
        subject = _("What do you see %(name)s do?") % {"name": person.name}
        post(to=link.email, subject=subject, template="mentoring/soundings/mail/asked", context=context)
