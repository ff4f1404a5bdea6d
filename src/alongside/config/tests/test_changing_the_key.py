"""A new key-encryption key takes the place of the old one, and one taken out too early is missed."""

from __future__ import annotations

import base64
from io import StringIO

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import CommandError, call_command

from alongside.accounts.sign_in import factors
from alongside.config.management.commands import diagnose
from alongside.config.secrets import key_encryption_keys
from alongside.matching.briefs.models import Brief
from alongside.vault.keys import keyring
from alongside.vault.keys.keyring import Unreadable
from alongside.vault.keys.models import DataKey

SECRET = "I am afraid that my director has noticed"


@pytest.fixture(autouse=True)
def forget():
    keyring._unwrapped.clear()
    yield
    keyring._unwrapped.clear()


def test_a_new_key_encryption_key_takes_the_place_of_the_old_one(cast, settings):
    brief = Brief.objects.create(person=cast.ben, why_now=SECRET)
    app, codes = TOTP.activate(cast.ben, "SECRET").instance, RecoveryCodes.activate(cast.ben)
    code = codes.get_unused_codes()[0]
    new, older = {"k2": bytes(range(32))}, settings.KEY_ENCRYPTION_KEYS()
    gone = keyring.make_key()
    keyring.destroy(gone)
    settings.KEY_ENCRYPTION_KEYS = lambda: {**new, **older}

    told = StringIO()
    call_command("rewrap", stdout=told)

    settings.KEY_ENCRYPTION_KEYS = lambda: new
    keyring._unwrapped.clear()
    assert told.getvalue().startswith(f"{DataKey.objects.count() - 1} data keys and 2 second factors")
    assert Brief.objects.get(pk=brief.pk).why_now == SECRET
    app.refresh_from_db()
    assert app.data["secret"].startswith("k2:")
    assert get_adapter().decrypt(app.data["secret"]) == "SECRET"
    assert RecoveryCodes(Authenticator.objects.get(pk=codes.instance.pk)).validate_code(code)
    assert [*keyring.wrapped_by_older(), *factors.sealed_by_older()] == []
    with pytest.raises(Unreadable):
        keyring.unwrap(gone.pk)


def test_a_key_that_was_taken_out_too_early_is_missed(cast, settings, monkeypatch):
    TOTP.activate(cast.ben, "SECRET")
    number = DataKey.objects.count()
    monkeypatch.setenv("ALONGSIDE_KEYS", f"k2:{base64.urlsafe_b64encode(bytes(32)).decode()}")
    settings.KEY_ENCRYPTION_KEYS = key_encryption_keys
    keyring.make_key()  # the newest of them opens, so that only counting tells

    with pytest.raises(CommandError, match=f"{number} data keys and 1 second factors need"):
        call_command("rewrap", stdout=StringIO())
    assert diagnose.keys_() == [
        (
            False,
            f"keys: {number} data keys and 1 second factors need a key that is not in ALONGSIDE_KEYS; put it back",
        )
    ]


def test_a_second_factor_taken_away_in_the_meantime_is_left(cast):
    app = TOTP.activate(cast.ben, "SECRET").instance
    Authenticator.objects.all().delete()

    assert factors.reseal(app) is False
