"""Whoever stays back until a request is accepted is named nowhere: on no page, in no letter, in no calendar."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.http import HttpResponse
from django.urls import reverse
from pypdf import PdfReader

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.matching.requests import actions as requests
from alongside.matching.requests.models import Request
from alongside.people.careers import actions as careers
from alongside.people.careers.models import Launch, Position, Story
from alongside.people.offers.models import Offer
from alongside.people.profiles import actions as profiles
from alongside.people.profiles.queries import profile_of
from alongside.people.vouching.models import Vouch
from tests.access.world import build

from .sweeping import places, seat

SHOWN = {"Paysnap", "Checkoutfail"}
"""What a reader may see of a career: its launches and stories."""


def person_called(word: str) -> Person:
    """Somebody whose every telling detail holds the word, who wants to stay back."""
    person = Person.objects.create(
        name=f"{word}name Lind",
        email=f"{word}mail@example.org",
        timezone="Pacific/Apia",
        agreed_conduct_at=now(),
    )
    profile = profile_of(person)
    profiles.change(
        profile, by=person, identity_light=True, findable_by=["everyone"], headline=f"{word}headline",
        about=f"{word}about", topics=["pricing"],
    )  # fmt: skip
    position = careers.add(
        Position, person, by=person, title=f"{word}title", company=f"{word}company", about=f"{word}duty",
        industry="fintech", started=dt.date(2020, 1, 1),
    )  # fmt: skip
    careers.add(Launch, person, by=person, product="Paysnap", problem="Queues", part="All")
    careers.add(Story, person, by=person, kind="failure", title="Checkoutfail", happened="It", learned="That")
    Offer.objects.update_or_create(
        person=person,
        defaults={"open": True, "capacity": 2, "formats": ["long"], "expects": f"{word}expects"},
    )
    Vouch.objects.create(
        person=person, position=position, colleague_name=f"{word}colleague", colleague_email="kim@example.net",
        relation=f"{word}relation", comment=f"{word}comment", answer=Vouch.Answer.CONFIRMED, token_digest=word,
        expires_at=now(),
    )  # fmt: skip
    return person


@pytest.fixture
def pair(tell_everyone, cast):
    """A mentee and a mentor in no common organisation, with a request between them; both stay back."""
    world = build(cast)
    mentor, mentee = person_called("mentorly"), person_called("menteeish")
    asked = requests.send(
        mentor,
        by=mentee,
        brief=None,
        goal="Ship it",
        question="Which first?",
        format="long",
        identity_light=True,
    )
    world.things["request"] = asked
    return world, asked


DETAILS = (
    "name", "mail", "headline", "about", "title", "company", "duty", "expects", "colleague", "relation", "comment"
)  # fmt: skip


def everything(world, asked: Request, reader: Person) -> dict[str, str]:
    """Every page that the reader can open, by its address."""
    browser = seat(reader)
    other = asked.mentor if reader == asked.mentee else asked.mentee
    about = [reverse(name, args=[other.code]) for name in ("search.mentor", "requests.send", "blocks.block")]
    compared = f"{reverse('search.compare')}?mentor={other.code}&mentor={world.cast.ada.code}"
    addresses = [address for _name, address in places(world)]
    addresses += [*about, compared, "/find/?sort=name", "/find/?sort=newest", "/find/?words=Paysnap"]
    return {address: words_of(browser.get(address)) for address in addresses}


def words_of(answer: HttpResponse) -> str:
    """What somebody can read in it; a PDF's words lie packed in it."""
    if answer.headers.get("Content-Type") != "application/pdf":
        return answer.content.decode()
    paper = PdfReader(io.BytesIO(answer.content))
    return " ".join([str(paper.metadata), *(page.extract_text() for page in paper.pages)])


@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_nothing_tells_who_the_other_is_until_it_is_accepted(pair, letters, tell_everyone, side):
    world, asked = pair
    reader, word = (asked.mentee, "mentorly") if side == "mentee" else (asked.mentor, "menteeish")
    soon = now() + dt.timedelta(days=2)
    requests.propose_chemistry(asked, [soon], by=asked.mentor)
    requests.pick_chemistry(asked, soon, by=asked.mentee)
    tell_everyone()

    seen = everything(world, asked, reader)
    told = {letter.subject: letter.text + letter.html + letter.calendar for letter in letters(to=reader)}

    assert (len(seen) > 120, len(told) > 0) == (True, True)
    assert any("Which first?" in page for page in seen.values())
    assert any("Paysnap" in page for page in seen.values())
    assert {place for place, text in (seen | told).items() if word in text.lower()} == set()


def test_who_stays_back_is_found_by_what_is_shown_and_by_nothing_else(pair):
    _world, asked = pair
    browser = seat(asked.mentee)
    found = {
        words: asked.mentor.code in browser.get("/find/", {"words": words}).content.decode()
        for words in [*(f"mentorly{detail}" for detail in DETAILS), "Paysnap", "Checkoutfail", "pricing"]
    }

    assert {words for words, is_found in found.items() if is_found} == {*SHOWN, "pricing"}
    assert (
        asked.mentor.code not in browser.get(reverse("palette"), {"words": "mentorlyname"}).content.decode()
    )


def test_names_are_told_when_it_is_accepted(pair, letters, tell_everyone):
    """Without this the tests above could be blind."""
    _world, asked = pair
    requests.accept(asked, by=asked.mentor)
    tell_everyone()

    assert (
        "mentorlyname" in seat(asked.mentee).get(reverse("requests.show", args=[asked.code])).content.decode()
    )
    assert any("mentorlyname" in letter.text for letter in letters(to=asked.mentee))
