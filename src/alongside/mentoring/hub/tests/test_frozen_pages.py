"""The pages of a frozen mentorship offer nothing that would be refused, and mailed links rest."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import resolve, reverse

from alongside.activity.mail.models import Letter
from alongside.growth.skills.models import Skill
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.feedback import actions as feedback
from alongside.mentoring.introductions import actions as introductions
from alongside.mentoring.introductions.models import Introduction
from alongside.mentoring.learning import actions as learning
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.messages import actions as messages
from alongside.mentoring.reviews import actions as reviews
from alongside.mentoring.soundings import actions as soundings
from alongside.mentoring.soundings.models import SoundingLink

OF_THE_PAIR = (
    "mentorships.show", "meetings.index", "messages.index", "feedback.index", "reviews.index", "learning.index",
    "soundings.index", "common_ground.show", "agreements.show", "advice.index", "health.show",
)  # fmt: skip
MAY = {
    "mentorships.end", "feedback.take_back", "notes.keep", "meetings.outcome", "soundings.close", "soundings.withdraw",
    "introductions.withdraw", "sign_in.out", "account_logout",
}  # fmt: skip
"""To end it, to take something of one's own back, to say that they met, and to write to oneself."""
WRITES = {
    "meetings.plan", "meetings.log", "goals.add", "goals.change", "goals.complete", "agreements.edit", "feedback.ask",
    "feedback.offer", "feedback.give", "soundings.ask", "introductions.ask", "reviews.answer", "common_ground.write",
    "advice.decide", "advice.report", "learning.try", "learning.adopt", "messages.edit", "wrap_up.show", "pulse.answer",
}  # fmt: skip
"""Pages that hold nothing but a form."""


@pytest.fixture
def pages(cast, pair, agreed):
    """One of everything, and the pages on which it stands."""
    meeting = meetings.log(pair, now() - dt.timedelta(hours=2), by=cast.ben)
    for text in ("Show two dates", "Ask sales"):
        heard = advice.give(meeting, text, by=cast.ben)
    advice.decide(heard, "do", "Right", by=cast.ben)
    advice.assign(meeting, "Call them", by=cast.ben, owner=cast.ben)
    noted = learning.note(pair, "A silent critique", by=cast.ada)
    learning.attempt(learning.note(pair, "Ask why twice", by=cast.ada), "With my team", by=cast.ada)
    messages.send(pair, "Thank you", by=cast.ben)
    review = reviews.begin(pair, "half_way", by=cast.ada)
    feedback.ask(pair, by=cast.ben, giver=cast.ada, question="How do I decide?", skill=Skill.objects.first())
    assert noted.pk
    return {
        *(reverse(name, args=[pair.code]) for name in OF_THE_PAIR),
        reverse("meetings.show", args=[meeting.code]),
        reverse("reviews.show", args=[review.code]),
        *(reverse("goals.show", args=[goal.code]) for goal in pair.goals.all()),
    }


def offered(html: str) -> set[str]:
    """What the main part of a page offers to do."""
    main = html[html.index("<main") :]
    posts = re.findall(r'<form[^>]*method="post"[^>]*action="([^"?]+)', main)
    links = [one for one in re.findall(r'<a[^>]*href="(/[^"?#]*)', main) if named(one) in WRITES]
    return {named(one) for one in (*posts, *links)} - MAY


def named(address: str) -> str:
    return str(resolve(address).url_name)


def test_pages_offer_nothing_that_is_refused_while_it_is_frozen(as_, cast, pages):
    open_now = {one for page in pages for one in offered(as_(cast.ben).get(page).text)}
    Mentorship.objects.update(state=Mentorship.State.FROZEN)
    seen = {
        (who.name, page): offered(as_(who).get(page).text) for who in (cast.ada, cast.ben) for page in pages
    }

    assert len(open_now) > 12
    assert {key: names for key, names in seen.items() if names} == {}


@pytest.mark.parametrize("page", ["introductions.answer", "soundings.answer"])
def test_a_mailed_link_rests_while_it_is_frozen_and_works_again_later(cast, pair, page):
    address = mailed(page, cast, pair)
    Mentorship.objects.update(state=Mentorship.State.FROZEN)
    said = {"said": "yes", "clear": 4, "listens": 4, "decides": 4}
    answers = [Client().get(address), Client().post(address, said)]

    assert [(one.status_code, "rests for now" in one.text, "frozen" in one.text) for one in answers] == [
        (409, True, False)
    ] * 2
    Mentorship.objects.update(state=Mentorship.State.ACTIVE)
    assert Client().get(address).status_code == 200


def test_an_answer_that_was_on_its_way_is_refused(cast, pair):
    mailed("introductions.answer", cast, pair)
    mailed("soundings.answer", cast, pair)
    Mentorship.objects.update(state=Mentorship.State.FROZEN)

    with pytest.raises(Refused, match="rests for now"):
        introductions.answer(Introduction.objects.get(), "no", by=None)
    with pytest.raises(Refused, match="rests for now"):
        soundings.answer(SoundingLink.objects.first(), by=None, said={})


def mailed(page: str, cast, pair) -> str:
    """Ask somebody outside by a letter, and return the address in it."""
    if page == "soundings.answer":
        colleagues = [(f"P{number}", f"p{number}@example.com") for number in range(3)]
        soundings.ask(pair, by=cast.ben, colleagues=colleagues)
    else:
        asked = introductions.ask(pair, by=cast.ben, mentor=cast.ada, **ASKED)
        introductions.pass_on(asked, by=cast.ada, name="Zoe", email="zoe@example.com", note="Do")
    letter = Letter.objects.filter(to__endswith="@example.com").latest("pk")
    found = re.search(r"https?://[^/]+(/\S+/answer/\S+)", letter.text)
    assert found is not None
    return found[1]


ASKED = {"wanted": "A head of product", "purpose": "To learn how she prices", "blurb": "Ben leads billing"}
