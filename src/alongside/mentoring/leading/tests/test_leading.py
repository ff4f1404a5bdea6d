"""Evidence of leadership, from the mentor's own team."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.growth.overview.shelves import filled
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.impact.queries import impact_of
from alongside.mentoring.leading import actions
from alongside.mentoring.leading.models import Leadership
from alongside.mentoring.learning import actions as learning

KEEP, INDEX = reverse("leading.keep"), reverse("leading.index")


@pytest.fixture
def learned(cast, pair):
    return learning.note(pair, "How Ben runs a silent critique", by=cast.ada)


@pytest.fixture
def adopted(cast, learned):
    learning.attempt(learned, "In the design review", by=cast.ada)
    learning.adopt(learned, "Half the meeting time", by=cast.ada)
    return learned


def keep(cast, **more):
    told = {"did": "Silent critiques", "effect": "Half the time", "day": dt.date(2026, 1, 2)}
    return actions.keep(**told, by=more.pop("by", cast.ada), **more)


def test_what_ada_adopted_becomes_evidence_of_leadership(as_, cast, adopted):
    browser, page = as_(cast.ada), f"{KEEP}?learned={adopted.code}"
    assert page in browser.get(INDEX).text
    assert "Half the meeting time" in browser.get(page).text

    said = {"did": "I began silent critiques", "effect": "Three teams took them over", "day": "2026-03-01"}
    assert browser.post(page, said).url == INDEX

    kept = Leadership.objects.get()
    assert (kept.did, kept.learning, kept.day) == (said["did"], adopted, dt.date(2026, 3, 1))
    assert Event.objects.get(verb="leadership.kept").details == {}
    assert impact_of(cast.ada).figures["led"] == 1
    assert said["effect"] in browser.get(reverse("impact.index")).text
    assert said["did"] in [line.text for _shelf, lines in filled(cast.ada) for line in lines]
    assert page not in browser.get(INDEX).text, "it is kept already"
    for other in (cast.ben, cast.eve, cast.cleo):
        assert said["did"] not in as_(other).get(INDEX).text


def test_evidence_needs_no_mentee(as_, cast):
    answer = as_(cast.ada).post(
        KEEP, {"did": "I coached two leads", "effect": "Both run teams", "day": "2026-03-01"}
    )

    assert answer.url == INDEX
    assert Leadership.objects.get().learning is None


def test_a_thing_is_adopted_before_it_is_evidence_and_kept_once(cast, learned):
    with pytest.raises(Refused, match="Adopt it"):
        keep(cast, learning=learned)
    learning.attempt(learned, "Once", by=cast.ada)
    learning.adopt(learned, "Much", by=cast.ada)
    keep(cast, learning=learned)
    with pytest.raises(Refused, match="already"):
        keep(cast, learning=learned)
    with pytest.raises(Refused, match="not ahead"):
        actions.keep("Did", "Much", now().date() + dt.timedelta(days=3), by=cast.ada)


def test_nobody_keeps_or_removes_evidence_of_another(as_, cast, adopted):
    kept = keep(cast)

    with pytest.raises(Forbidden):
        keep(cast, by=cast.ben, learning=adopted)
    with pytest.raises(Forbidden):
        actions.remove(kept, by=cast.ben)
    assert as_(cast.ben).get(f"{KEEP}?learned={adopted.code}").status_code == 404
    assert as_(cast.eve).post(reverse("leading.remove", args=[kept.code])).status_code == 404
    assert as_(cast.ada).post(reverse("leading.remove", args=[kept.code])).url == INDEX
    assert not Leadership.objects.exists()


def test_what_is_missing_is_said_and_the_text_kept(as_, cast):
    browser = as_(cast.ada)
    empty = browser.post(KEEP, {"did": "Kept words", "effect": "", "day": "soon"})
    ahead = browser.post(KEEP, {"did": "Kept words", "effect": "Much", "day": "2099-01-01"})

    assert (empty.status_code, ahead.status_code) == (422, 422)
    for text in ("Enter what came of it", "Enter a date", "Kept words"):
        assert text in empty.text
    assert "not ahead" in ahead.text
    assert not Leadership.objects.exists()
