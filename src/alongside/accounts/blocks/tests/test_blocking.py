"""Block and unblock, without a word to the other."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.db import IntegrityError, transaction

from alongside.accounts.blocks import actions, queries
from alongside.accounts.blocks.models import Block
from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.kit.errors import Forbidden


def page_of(person, other, known_as=""):
    proof = queries.proof_of_seeing(person, other, known_as or other.name)
    return f"/accounts/blocks/of/{other.code}/?{urlencode({'seen': proof})}"


def test_one_blocks_somebody_and_they_are_told_nothing(as_, cast, tell_everyone, letters):
    browser = as_(cast.ben)
    url = page_of(cast.ben, cast.ada)

    assert (browser.get(url).status_code, browser.post(url).status_code) == (200, 302)
    tell_everyone()
    assert list(Block.objects.values_list("person", "other")) == [(cast.ben.pk, cast.ada.pk)]
    assert [event.verb for event in Event.objects.all()] == ["person.blocked"]
    assert (letters(), Notice.objects.count()) == ([], 0)


def test_only_who_blocked_sees_it(as_, cast):
    actions.block(cast.ada, by=cast.ben)

    assert b"Ada Lindqvist" in as_(cast.ben).get("/accounts/blocks/").content
    assert b"You have blocked nobody" in as_(cast.ada).get("/accounts/blocks/").content
    assert cast.ben not in Person.objects.visible_to(cast.ada)
    assert cast.ada in Person.objects.visible_to(cast.ben)


def test_blocking_twice_is_blocking_once(cast):
    assert actions.block(cast.ada, by=cast.ben) == actions.block(cast.ada, by=cast.ben)
    assert Event.objects.count() == 1


def test_nobody_blocks_themself(as_, cast):
    assert as_(cast.ben).post(page_of(cast.ben, cast.ben)).status_code == 403
    with pytest.raises(IntegrityError), transaction.atomic():
        Block.objects.create(person=cast.ben, other=cast.ben)


def test_only_who_was_shown_can_be_blocked(as_, cast):
    browser = as_(cast.ben)
    for url in (
        f"/accounts/blocks/of/{cast.eve.code}/",
        f"/accounts/blocks/of/{cast.eve.code}/?seen=forged",
        page_of(cast.ada, cast.eve),
        page_of(cast.ben, cast.ada).replace(cast.ada.code, cast.eve.code),
    ):
        assert (browser.get(url).status_code, browser.post(url).status_code) == (404, 404)


def test_an_identity_that_was_kept_back_stays_so(as_, cast):
    browser = as_(cast.ben)
    url = page_of(cast.ben, cast.eve, "A product person")
    pages = [browser.get(url), browser.post(url, follow=True)]

    assert [b"Eve" in page.content for page in pages] == [False, False]
    assert b"You have blocked A product person." in pages[1].content


@pytest.mark.parametrize(("who", "status"), [("ben", 302), ("ada", 404), ("eve", 404)])
def test_only_who_blocked_takes_it_back(as_, cast, who, status):
    made = actions.block(cast.ada, by=cast.ben)
    answer = as_(getattr(cast, who)).post(f"/accounts/blocks/{made.code}/unblock/")

    assert (answer.status_code, Block.objects.count()) == (status, 0 if status == 302 else 1)


def test_the_action_asks_too(cast):
    made = actions.block(cast.ada, by=cast.ben)

    with pytest.raises(Forbidden):
        actions.unblock(made, by=cast.ada)
