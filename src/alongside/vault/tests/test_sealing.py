"""Private texts are unreadable at rest, bound to their row, and closed for ever when the key goes."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import override_settings

from alongside.matching.briefs.models import Brief
from alongside.vault.keys import keyring
from alongside.vault.keys.keyring import Unreadable
from alongside.vault.keys.models import DataKey

SECRET = "I am afraid that my director has noticed"


def stored(brief: Brief) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute("select why_now from matching_brief where id = %s", [brief.pk])
        return bytes(cursor.fetchone()[0])


@pytest.fixture
def brief(cast):
    return Brief.objects.create(person=cast.ben, why_now=SECRET)


@pytest.fixture(autouse=True)
def forget():
    keyring._unwrapped.clear()
    yield
    keyring._unwrapped.clear()


def test_a_private_text_reads_back_as_it_was_written(brief):
    assert Brief.objects.get(pk=brief.pk).why_now == SECRET


def test_the_database_holds_nothing_that_can_be_read(brief):
    assert SECRET.encode() not in stored(brief)
    assert b"director" not in stored(brief)


def test_two_equal_texts_look_different_at_rest(cast, brief):
    other = Brief.objects.create(person=cast.ben, why_now=SECRET)

    assert stored(other) != stored(brief)


def test_a_text_copied_to_another_row_cannot_be_read_there(cast, brief):
    other = Brief.objects.create(person=cast.ben)
    Brief.objects.filter(pk=other.pk).update(why_now=stored(brief))

    with pytest.raises(Unreadable):
        _ = Brief.objects.get(pk=other.pk).why_now


def test_a_destroyed_key_closes_the_text_for_ever(cast, brief):
    keyring.destroy(cast.ben.key)

    with pytest.raises(Unreadable):
        _ = Brief.objects.get(pk=brief.pk).why_now


def test_another_key_encryption_key_opens_nothing(brief):
    keyring._unwrapped.clear()

    with override_settings(KEY_ENCRYPTION_KEYS=lambda: {"k1": bytes(32)}), pytest.raises(Unreadable):
        _ = Brief.objects.get(pk=brief.pk).why_now


def test_a_changed_byte_is_noticed(brief):
    sealed = bytearray(stored(brief))
    sealed[-1] ^= 1
    Brief.objects.filter(pk=brief.pk).update(why_now=bytes(sealed))

    with pytest.raises(Unreadable):
        _ = Brief.objects.get(pk=brief.pk).why_now


def test_an_empty_text_stays_empty(cast):
    brief = Brief.objects.create(person=cast.ben)

    assert (stored(brief), Brief.objects.get(pk=brief.pk).why_now) == (b"", "")


def test_a_key_destroyed_while_keys_are_wrapped_anew_stays_destroyed(cast, brief, settings):
    stale = DataKey.objects.get(pk=cast.ben.key_id)
    keyring.destroy(DataKey.objects.get(pk=stale.pk))
    older = settings.KEY_ENCRYPTION_KEYS()
    settings.KEY_ENCRYPTION_KEYS = lambda: {"k2": bytes(range(32)), **older}

    assert keyring.rewrap(stale) is False
    assert bytes(DataKey.objects.get(pk=stale.pk).wrapped) == b""
