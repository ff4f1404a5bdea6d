"""Where django-allauth asks us: names, events, letters, and secrets that are sealed at rest."""

from __future__ import annotations

import base64
import os
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.forms import Form
from django.http import HttpRequest
from django.urls import reverse

from alongside.accounts.persons.models import Person
from alongside.accounts.persons.queries import anybody_here
from alongside.activity.events.record import record

from .words import ERRORS, SECOND_FACTOR_ERRORS

PURPOSE = b"second factor"


class Adapter(DefaultAccountAdapter):
    """Accounts as we want them."""

    error_messages = {**DefaultAccountAdapter.error_messages, **ERRORS}

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  allauth asks so
        """Anybody may sign up, once the first person has set the instance up."""
        return anybody_here()

    def save_user(self, request: HttpRequest, user: Person, form: Form, commit: bool = True) -> Person:
        """Write down who signed up, with the name and the time zone."""
        user.name = form.cleaned_data.get("name", "")
        user.timezone = form.cleaned_data.get("timezone") or user.timezone
        person: Person = super().save_user(request, user, form, commit)
        record("person.signed_up", by=person, about=person)
        return person

    def format_email_subject(self, subject: str) -> str:
        """Leave subjects as they are written."""
        return subject

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write a letter; addresses in it never come from what a request says about its host."""
        given = {**context, "email": email, "base_url": settings.BASE_URL}
        self.render_mail(template_prefix, email, given).send()

    def is_safe_url(self, url: str | None) -> bool:
        """Lead on to a page of ours; what cannot be read as an address leads nowhere, and is no fault."""
        try:
            return bool(super().is_safe_url(url))
        except ValueError:
            return False

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:  # noqa: ARG002  allauth asks so
        """Where the link of a mail leads."""
        return settings.BASE_URL + reverse("account_confirm_email", args=[emailconfirmation.key])

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Where the link of a mail leads."""
        uid, _hyphen, token = key.partition("-")
        return settings.BASE_URL + reverse("account_reset_password_from_key", args=[uid, token])


class SecondFactors(DefaultMFAAdapter):
    """Authenticator apps, recovery codes and passkeys."""

    error_messages = {**DefaultMFAAdapter.error_messages, **SECOND_FACTOR_ERRORS}

    def encrypt(self, text: str) -> str:
        """Seal a secret under the newest key-encryption key, whose name goes with it."""
        name, key = next(iter(settings.KEY_ENCRYPTION_KEYS().items()))
        nonce = os.urandom(12)
        sealed = nonce + AESGCM(key).encrypt(nonce, text.encode(), PURPOSE)
        return f"{name}:{base64.urlsafe_b64encode(sealed).decode()}"

    def decrypt(self, encrypted_text: str) -> str:
        """Open a sealed secret; one that cannot be opened is an error, never a guess."""
        name, _colon, encoded = encrypted_text.partition(":")
        sealed = base64.urlsafe_b64decode(encoded)
        opened = AESGCM(settings.KEY_ENCRYPTION_KEYS()[name]).decrypt(sealed[:12], sealed[12:], PURPOSE)
        return opened.decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """A short password is only good enough beside a second factor, so that the last one stays."""
        person: Any = authenticator.user
        strong = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
        if not person.has_short_password or authenticator.type not in strong:
            return True
        others = Authenticator.objects.filter(user=person, type__in=strong).exclude(pk=authenticator.pk)
        return bool(others.exists())

    def _get_site_name(self) -> str:
        return "Alongside"
