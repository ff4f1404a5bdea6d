"""The first draft, from what both have said."""

from __future__ import annotations

import pytest

from alongside.activity.events.models import Event
from alongside.kit.errors import Forbidden
from alongside.mentoring.agreements import actions, terms
from alongside.mentoring.agreements.models import Version
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile


@pytest.fixture
def said(cast, pair):
    """Both profiles filled, and the draft that comes of them."""
    Offer.objects.filter(person=cast.ada).update(
        helps=["listen", "review"], cadences=[7, 28], expects="Come with a question."
    )
    Profile.objects.update_or_create(
        person=cast.ada, defaults={"channels": ["video", "chat"], "topics": ["pricing", "discovery"]}
    )
    Profile.objects.update_or_create(
        person=cast.ben, defaults={"channels": ["chat", "mail"], "values": [0, -2, 0, 0, 0, 0, 0, 0]}
    )
    version = actions.draft(pair, by=cast.ada, cadence=28, helps=["ask"])
    return version.said


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("purpose", "Lead a discovery cycle alone"),
        ("channels", ["chat"]),
        ("cadence", 28),
        ("mentor_offers", "Listen, Review work"),
        ("mentor_expects", "Come with a question."),
        ("mentee_expects", "Ask questions"),
        ("topics_in", "pricing, discovery"),
        ("feedback_tone", "direct"),
        ("recording", "nothing"),
        ("agenda_by", "mentee"),
        ("agenda_hours", 24),
    ],
)
def test_both_profiles_speak_in_the_draft(said, name, value):
    assert said[name] == value


def test_the_draft_says_where_confidence_ends_and_that_ending_is_nobodys_fault(said):
    assert "danger" in said["confidence"]
    assert "without fault" in said["ending"]


def test_a_rhythm_that_the_mentor_does_not_offer_becomes_one_that_they_do(cast, pair):
    Offer.objects.filter(person=cast.ada).update(cadences=[28])

    assert actions.draft(pair, by=cast.ada, cadence=7).said["cadence"] == 28


def test_the_draft_is_made_without_any_profile(cast, pair):
    said = actions.draft(pair, by=cast.ada).said

    assert (said["cadence"], said["channels"]) == (14, ["video"])
    assert said.keys() == terms.FIELDS.keys()


def test_it_is_drafted_once(cast, pair, draft):
    assert actions.draft(pair, by=cast.ben) == draft
    assert Event.objects.filter(verb="agreement.drafted").count() == 1


@pytest.mark.parametrize("name", ["cleo", "eve"])
def test_nobody_else_drafts(cast, pair, name):
    with pytest.raises(Forbidden):
        actions.draft(pair, by=getattr(cast, name))


def test_where_there_is_none_a_button_makes_one(as_, cast, pair):
    url = f"/mentoring/agreements/of/{pair.code}/"
    browser = as_(cast.ben)

    assert "No agreement yet" in browser.get(url).content.decode()
    assert browser.post(f"{url}draft/").url == url
    assert Version.objects.get().number == 1


def test_the_terms_are_unreadable_at_rest(draft):
    raw = Version.objects.values_list("terms", flat=True).get()

    assert b"purpose" not in bytes(raw)
    assert "Lead a discovery cycle alone" in Version.objects.get().terms
