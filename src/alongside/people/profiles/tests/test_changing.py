"""Changing a profile on its pages."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.people.profiles.queries import profile_of
from alongside.people.profiles.values import VALUES

SLIDERS = {key: "1" for key, _left, _right in VALUES}


@pytest.mark.parametrize(
    ("page", "typed", "kept"),
    [
        ("about", {"headline": " Product\u202e lead ", "topics": "- Pricing\nPricing\n\nHiring"},
         {"headline": "Product lead", "topics": ["Pricing", "Hiring"], "about": "", "channels": []}),
        ("languages", {"language_0": "swedish", "language_1": "EN", "language_3": "Swedish"},
         {"languages": ["sv", "en"]}),
        ("finders", {"findable_by": ["companies", "everyone"], "identity_light": "on"},
         {"findable_by": ["companies", "everyone"], "identity_light": True}),
        ("finders", {}, {"findable_by": [], "identity_light": False}),
        ("values", SLIDERS | {"said": "on"}, {"values": [1] * 8}),
        ("values", SLIDERS, {"values": None}),
    ],
)  # fmt: skip
def test_what_is_typed_is_kept(as_, cast, page, typed, kept):
    browser, address = as_(cast.ada), reverse(f"profiles.{page}")
    assert browser.get(address).status_code == 200

    answer = browser.post(address, typed)

    assert (answer.status_code, answer.url) == (302, reverse("me.show"))
    profile = profile_of(cast.ada)
    assert {name: getattr(profile, name) for name in kept} == kept
    assert Event.objects.filter(verb="profile.changed", by=cast.ada).count() == 1


@pytest.mark.parametrize(
    ("page", "typed", "sentence"),
    [
        ("about", {"headline": "x" * 161}, "In one line must be 160 characters or less"),
        ("about", {"about": "tied\x00"}, "This text holds a character that cannot be kept"),
        ("about", {"topics": "\n".join(str(n) for n in range(13))}, "Keep the 12 topics that matter most"),
        ("about", {"topics": "y" * 61}, "Each topic must be 60 characters or less"),
        ("languages", {"language_0": "Klingon"}, "Choose a language from the list, such as Portuguese"),
        ("values", SLIDERS | {"said": "on", "speed": "9"}, "Choose a step between −2 and +2"),
        ("finders", {"findable_by": ["the boss"]}, "Choose from the list"),
    ],
)  # fmt: skip
def test_bad_input_is_answered_kindly_and_kept(as_, cast, page, typed, sentence):
    answer = as_(cast.ada).post(reverse(f"profiles.{page}"), typed)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert "There is a problem" in answer.text
    longest = max((str(value) for value in typed.values()), key=len)
    assert longest.replace("\x00", "") in answer.text or page in {"values", "finders"}
    assert not Event.objects.filter(verb="profile.changed").exists()
