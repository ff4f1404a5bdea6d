"""Beginning and changing a profile."""

from __future__ import annotations

import pytest
from django.contrib.postgres.search import SearchQuery

from alongside.activity.events.models import Event
from alongside.kit.errors import Forbidden
from alongside.people.careers import actions as careers
from alongside.people.careers.models import Story
from alongside.people.offers.queries import offer_of
from alongside.people.profiles import actions, notices
from alongside.people.profiles.models import Profile
from alongside.people.profiles.queries import profile_of
from alongside.people.profiles.values import VALUES


def test_a_profile_begins_with_nobody_who_finds_it_and_a_closed_offer(cast):
    profile = actions.begin(cast.ada)

    assert (profile.findable_by, offer_of(cast.ada).open) == ([], False)
    assert Event.objects.get(verb="profile.begun").about_code == profile.code


def test_it_begins_when_the_person_agrees_and_only_once(cast):
    event = Event(verb="person.agreed", by=cast.ada)

    notices.begin_a_profile(event)
    notices.begin_a_profile(event)
    notices.begin_a_profile(Event(verb="person.agreed", by=None))

    assert Profile.objects.get().person == cast.ada
    assert Event.objects.filter(verb="profile.begun").count() == 1


def test_nobody_begins_or_changes_the_profile_of_another(cast):
    with pytest.raises(Forbidden):
        actions.begin(cast.ada, by=cast.ben)
    with pytest.raises(Forbidden):
        actions.change(profile_of(cast.ada), by=cast.ben, headline="Mine now")

    assert not Event.objects.exists()


def test_only_what_is_named_changes_and_unknown_names_are_a_mistake(cast):
    profile = actions.begin(cast.ada)

    actions.change(profile, by=cast.ada, headline="Payments, mostly")

    profile.refresh_from_db()
    assert (profile.headline, profile.about) == ("Payments, mostly", "")
    assert Event.objects.get(verb="profile.changed").details == {"fields": "headline"}
    with pytest.raises(TypeError, match="no words"):
        actions.change(profile, by=cast.ada, words="stuffed")


@pytest.mark.parametrize(
    ("asked", "config"),
    [
        ("payments", "simple"),
        ("payment", "english"),
        ("ledger", "simple"),
        ("pricing experiments", "english"),
    ],
)
def test_everything_told_can_be_searched_by_words_and_stems(cast, asked, config):
    profile = actions.begin(cast.ada)
    actions.change(profile, by=cast.ada, about="Payments for small shops", topics=["Pricing experiment"])
    story = careers.add(
        Story, cast.ada, by=cast.ada, kind="failure", title="The ledger", happened="It broke.", learned="Ask."
    )

    assert Profile.objects.filter(vector=SearchQuery(asked, config=config)).exists()

    careers.remove(story, by=cast.ada)
    profile.refresh_from_db()
    assert "ledger" not in profile.words


def test_a_name_is_no_searchable_word(cast):
    profile = actions.begin(cast.ada)
    actions.change(profile, by=cast.ada, headline="Hello")

    profile.refresh_from_db()
    assert profile.words == "Hello"


def test_there_are_eight_work_values():
    assert len({key for key, _, _ in VALUES}) == 8
