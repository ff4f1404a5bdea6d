"""How long a password must be; nothing else about it matters."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import LONG_PASSWORD, Person

SHORT_PASSWORD = 8


class LongEnough:
    """15 characters, or 8 for somebody who signs in with a second factor as well."""

    def validate(self, password: str, user: Person | None = None) -> None:
        """Refuse a password that is too short for this person."""
        least = SHORT_PASSWORD if has_second_factor(user) else LONG_PASSWORD
        if len(password) < least:
            raise ValidationError(_("Password must be %(least)d characters or more") % {"least": least})

    def get_help_text(self) -> str:
        """What the field says before anything is typed."""
        return str(_("15 characters or more. A few words in a row are easy to remember."))


def has_second_factor(person: Person | None) -> bool:
    """Whether signing in asks this person for more than the password."""
    if person is None or person.pk is None:
        return False
    strong = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return bool(Authenticator.objects.filter(user=person, type__in=strong).exists())
