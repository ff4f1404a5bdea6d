"""The letters to the third person, who needs no account. The reason for asking stays behind the link."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from alongside.activity.mail.send import post

from .models import Introduction


def write_to_the_third_person(introduction: Introduction, token: str) -> None:
    """Ask whether they would like to be introduced."""
    _write(introduction, "asked", _("Would you like to meet %(mentee)s?"), link=_link(token))


def tell_of_the_introduction(introduction: Introduction) -> None:
    """They said yes: here is the mentee, who writes first."""
    _write(introduction, "made", _("You and %(mentee)s are introduced"))


def _write(introduction: Introduction, letter: str, subject: str, link: str = "") -> None:
    mentor, mentee = introduction.mentor, introduction.mentee
    context = {"name": introduction.target_name, "mentor": mentor, "mentee": mentee, "link": link}
    with translation.override(mentor.language):
        post(
            to=introduction.target_email,
            subject=subject % {"mentee": mentee.name},
            template=f"mentoring/introductions/mail/{letter}",
            context=context,
        )


def _link(token: str) -> str:
    return settings.BASE_URL + reverse("introductions.answer", args=[token])
