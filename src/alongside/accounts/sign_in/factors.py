"""Second factors that are sealed under an older key-encryption key, and sealing them anew."""

from __future__ import annotations

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce

from alongside.vault.keys.keyring import Unreadable

SEALED = ("secret", "seed")
"""What an authenticator app and recovery codes keep sealed."""


def sealed_by_older() -> QuerySet[Authenticator]:
    """The second factors that do not yet lie under the newest key-encryption key."""
    newest = next(iter(settings.KEY_ENCRYPTION_KEYS()))
    return _sealed().exclude(_under(newest))


def closed() -> QuerySet[Authenticator]:
    """The second factors whose key is not there: nobody can sign in with them."""
    opening = Q()
    for name in settings.KEY_ENCRYPTION_KEYS():
        opening |= _under(name)
    return _sealed().exclude(opening)


@transaction.atomic
def reseal(factor: Authenticator) -> bool:
    """Seal what a second factor holds under the newest key, while nobody uses up a recovery code."""
    held = Authenticator.objects.select_for_update().filter(pk=factor.pk).first()
    if held is None:  # taken away in the meantime
        return False
    adapter = get_adapter()
    try:
        fresh = {
            name: adapter.encrypt(adapter.decrypt(held.data[name])) for name in SEALED if name in held.data
        }
    except (KeyError, InvalidTag) as wrong:
        raise Unreadable("a second factor was sealed by another key-encryption key") from wrong
    held.data = {**held.data, **fresh}
    held.save(update_fields=["data"])
    return True


def _sealed() -> QuerySet[Authenticator]:
    """Each with what it keeps sealed: an absent key is null, and null is neither under a key nor not under it."""
    either = Coalesce(*(KeyTextTransform(name, "data") for name in SEALED))
    found: QuerySet[Authenticator] = Authenticator.objects.annotate(sealed=either)
    return found.filter(sealed__isnull=False)


def _under(name: str) -> Q:
    return Q(sealed__startswith=f"{name}:")
