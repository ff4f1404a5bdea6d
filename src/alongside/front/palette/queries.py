"""What a person can reach, by its name: pages, their mentorships, people whom they may find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import names, others
from alongside.people.profiles.queries import findable_by

MOST = 6
FEWEST_LETTERS = 2
"""From how many letters on people are looked for."""

PAGES: list[tuple[str | Promise, str, str]] = [
    (_("My briefs"), "briefs.index", "target"),
    (_("Requests"), "requests.index", "mail"),
    (_("Proposed to me"), "proposals.index", "handshake"),
    (_("My career"), "me.show", "briefcase"),
    (_("Notices"), "notices.index", "bell"),
    (_("Meetings in your own calendar"), "calendar.index", "calendar"),
    (_("Bring a career along"), "imports.index", "upload"),
    (_("Compare mentors"), "search.compare", "git-compare"),
    (_("Mentors hidden by me"), "search.hidden", "eye-off"),
    (_("How the fit is worked out"), "search.weights", "scale"),
    (_("Organisations"), "organisations.index", "building-2"),
    (_("Code of conduct"), "conduct", "shield"),
]
"""Pages beside the places: label, URL name, icon."""


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to go to."""

    label: str
    url: str
    icon: str
    note: str = ""


def reachable(person: Person, words: str) -> list[Target]:
    """Pages first, then mentorships, then people; everything that holds the words."""
    near = words.casefold()
    known = [*_pages(), *_mentorships(person)]
    found = [one for one in known if near in f"{one.label} {one.note}".casefold()]
    return found + (_people(person, words) if len(words) >= FEWEST_LETTERS else [])


def _pages() -> Iterator[Target]:
    places = [(label, name, icon) for _key, label, name, icon in settings.PLACES]
    for label, name, icon in [*places, *PAGES]:
        try:
            yield Target(str(label), reverse(name), icon)
        except NoReverseMatch:
            continue


def _mentorships(person: Person) -> Iterator[Target]:
    for one in Mentorship.objects.visible_to(person).running().for_list()[:MOST]:
        address = reverse("mentorships.show", args=[one.code])
        yield Target(names(others(one, person)), address, "handshake", one.purpose)


def _people(person: Person, words: str) -> list[Target]:
    """Whoever stays back until a request is accepted is not found by name."""
    named = findable_by(person).filter(name__icontains=words, profile__identity_light=False)
    rows = named.select_related("profile").order_by("name")[:MOST]
    return [
        Target(one.name, reverse("search.mentor", args=[one.code]), "user", one.profile.headline)
        for one in rows
    ]
