"""Who is told what about an agreement: never what it says."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.notices.telling import ByMail, tell
from alongside.mentoring.mentorships.queries import mentees, mentors, names, others

from . import queries
from .models import Version


def tell_the_others_of_a_version(event: Event) -> None:
    """There is a new version to read and accept."""
    version = _version(event)
    if event.by is None:
        return
    text = format_lazy(
        _("{name} wrote a new version of your agreement. Read and accept it"), name=event.by.name
    )
    for reader in others(version.mentorship, event.by):
        tell(reader, kind=event.verb, text=text, url=_path(version))


def tell_who_is_waited_for(event: Event) -> None:
    """One has accepted; the others have still to."""
    version = _version(event)
    if event.by is None:
        return
    text = format_lazy(_("{name} accepted your agreement. It waits for your yes"), name=event.by.name)
    for reader in queries.missing(version):
        tell(reader, kind=event.verb, text=text, url=_path(version))


def tell_all_that_it_is_in_force(event: Event) -> None:
    """Everybody has accepted: a line and a letter to each."""
    version = _version(event)
    for reader in (*mentors(version.mentorship), *mentees(version.mentorship)):
        context = {
            "other_names": names(others(version.mentorship, reader)),
            "url": settings.BASE_URL + _path(version),
        }
        letter = ByMail("mentoring/agreements/mail/in_force", context)
        tell(reader, kind=event.verb, text=_("Your agreement is in force"), url=_path(version), letter=letter)


def _version(event: Event) -> Version:
    return Version.objects.for_show().get(code=event.about_code)


def _path(version: Version) -> str:
    return reverse("agreements.show", args=[version.mentorship.code])
