"""The pages on which a career is told."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.people.careers import actions
from alongside.people.careers.kinds import KINDS
from alongside.people.profiles.queries import profile_of

TYPED = {
    "positions": {"title": "Engineer", "company": "Harbour", "function": "engineering", "started": "2016-01",
                  "ended": "03/2019"},
    "launches": {"product": "Till", "problem": "Queues", "part": "All of it", "link": "https://example.org/till"},
    "stories": {"kind": "failure", "title": "Too early", "happened": "Nobody came", "learned": "Ask first"},
    "moves": {"move": "return_to_work", "year": "2020", "note": "After two years"},
}  # fmt: skip
PLAIN = {
    "positions": {"title": "Engineer", "company": "Harbour"},
    "launches": {"product": "Till", "problem": "Queues", "part": "All"},
    "stories": {"kind": "success", "title": "Won", "happened": "It", "learned": "That"},
    "moves": {"move": "return_to_work", "year": 2020},
}
every_kind = pytest.mark.parametrize("kind", sorted(KINDS))


@pytest.fixture
def parts(cast):
    profile = profile_of(cast.ada)
    profile.findable_by = ["companies"]
    profile.save()
    return {kind: actions.add(KINDS[kind].model, cast.ada, by=cast.ada, **PLAIN[kind]) for kind in KINDS}


@every_kind
def test_a_part_is_added(as_, cast, kind):
    browser, address = as_(cast.ada), reverse("careers.add", args=[kind])
    assert browser.get(address).status_code == 200

    assert browser.post(address, TYPED[kind]).url == reverse("me.show")

    part = KINDS[kind].model.objects.get()
    assert part.person == cast.ada
    assert Event.objects.get(about_code=part.code).verb.endswith(".added")
    assert browser.get(reverse("me.show")).text.count(str(part)) >= 1 or kind == "moves"


@every_kind
def test_a_part_is_changed_and_removed(as_, cast, parts, kind):
    browser, part = as_(cast.ada), parts[kind]
    change, remove = (reverse(f"careers.{verb}", args=[kind, part.code]) for verb in ("change", "remove"))
    assert browser.get(change).status_code == 200

    assert browser.post(change, TYPED[kind]).url == reverse("me.show")
    assert browser.post(remove).url == reverse("me.show")

    assert not KINDS[kind].model.objects.exists()
    verbs = Event.objects.filter(about_code=part.code).order_by("pk").values_list("verb", flat=True)
    assert [verb.partition(".")[2] for verb in verbs] == ["added", "changed", "removed"]


@every_kind
@pytest.mark.parametrize(("who", "status"), [("ben", 403), ("eve", 404)])
@pytest.mark.parametrize("verb", ["change", "remove"])
def test_a_part_is_hidden_from_strangers_and_refused_to_finders(as_, cast, parts, kind, who, status, verb):
    address = reverse(f"careers.{verb}", args=[kind, parts[kind].code])

    answer = as_(getattr(cast, who)).post(address, TYPED[kind])

    assert answer.status_code == status
    assert KINDS[kind].model.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        ("positions", {"title": ""}, "Enter the title of the position"),
        ("positions", {"title": "x" * 161}, "Title must be 160 characters or less"),
        ("positions", {"company": "Hаrbour"}, "Write each word in the letters of one alphabet"),
        ("positions", {"ended": "2015-12"}, "The position must end in the month it starts or later"),
        ("positions", {"started": "then"}, "Enter a month and a year, such as 2019-03"),
        ("positions", {"started": "0001-01"}, "Enter a month and a year, such as 2019-03"),
        ("launches", {"problem": ""}, "Enter the problem that it solved"),
        ("launches", {"link": "javascript:alert(1)"}, "Enter an address"),
        ("launches", {"link": "ftp://example.org/x"}, "Enter an address that begins with https://"),
        ("launches", {"position": "somebody-elses"}, "Choose one of your positions"),
        ("stories", {"kind": ""}, "Choose how it ended"),
        ("stories", {"learned": "l" * 2001}, "What you learned must be 2,000 characters or less"),
        ("moves", {"move": ""}, "Choose a move"),
        ("moves", {"year": "1066"}, "Enter a year, such as 2019"),
    ],
)
def test_bad_input_is_answered_kindly_and_kept(as_, cast, kind, typed, sentence):
    answer = as_(cast.ada).post(reverse("careers.add", args=[kind]), TYPED[kind] | typed)

    assert answer.status_code == 422
    assert sentence in answer.text
    kept = next(value for key, value in TYPED[kind].items() if key not in typed)
    assert kept in answer.text
    assert not KINDS[kind].model.objects.exists()


def test_a_move_stated_twice_is_refused_with_a_sentence(as_, cast, parts):
    answer = as_(cast.ada).post(reverse("careers.add", args=["moves"]), TYPED["moves"])

    assert answer.status_code == 422
    assert "already in your career" in answer.text


def test_a_launch_names_only_own_positions(as_, cast, parts):
    theirs = actions.add(KINDS["positions"].model, cast.ben, by=cast.ben, **PLAIN["positions"])
    address = reverse("careers.add", args=["launches"])

    assert as_(cast.ada).post(address, TYPED["launches"] | {"position": theirs.code}).status_code == 422
    assert (
        as_(cast.ada).post(address, TYPED["launches"] | {"position": parts["positions"].code}).status_code
        == 302
    )
    assert parts["positions"].launches.get().product == "Till"


@pytest.mark.parametrize("kind", ["wins", "imports"])
def test_there_are_four_kinds(as_, cast, kind):
    assert as_(cast.ada).get(f"/people/careers/{kind}/add/").status_code == 404
