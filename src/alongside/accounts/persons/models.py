"""A person: a human being and their account, the same in every organisation."""

from __future__ import annotations

import unicodedata
import zoneinfo
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from alongside.kit.rows import Row
from alongside.vault.keys.keyring import make_key
from alongside.vault.models import DataKey

LONG_PASSWORD = 15
"""From this length on a password may stand alone; a shorter one needs a second factor."""


class PersonQuerySet(models.QuerySet["Person"]):
    """Who sees whom."""

    def active(self) -> PersonQuerySet:
        """People whose account is open."""
        return self.filter(is_active=True)

    def visible_to(self, person: Person) -> PersonQuerySet:
        """Oneself, and the active people of one's organisations; who runs the instance sees everyone."""
        if person.runs_instance:
            return self.all()
        shared = models.Q(
            memberships__left_at=None,
            memberships__organisation__memberships__person=person,
            memberships__organisation__memberships__left_at=None,
        )
        colleagues = Person.objects.filter(shared, is_active=True).exclude(blocks__other=person)
        return self.filter(models.Q(pk=person.pk) | models.Q(pk__in=colleagues.values("pk")))


class PersonManager(BaseUserManager["Person"]):
    """Makes persons, by address."""

    def get_queryset(self) -> PersonQuerySet:
        """Everybody."""
        return PersonQuerySet(self.model, using=self._db)

    def active(self) -> PersonQuerySet:
        """People whose account is open."""
        return self.get_queryset().active()

    def visible_to(self, person: Person) -> PersonQuerySet:
        """The people whom ``person`` sees."""
        return self.get_queryset().visible_to(person)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Person:
        """Make a person with a usable or unusable password."""
        person: Person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save()
        return person


class Person(Row, AbstractBaseUser):
    """Profile, career, skills, journal and wins hang on the person and leave with them."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    timezone = models.CharField(max_length=60, default="Europe/London")
    language = models.CharField(max_length=10, default="en-gb")
    theme = models.CharField(max_length=6, default="", blank=True)
    is_active = models.BooleanField(default=True)
    runs_instance = models.BooleanField(default=False)
    """Whether this person administers the whole instance."""
    agreed_conduct_at = models.DateTimeField(null=True, blank=True)
    agreed_conduct_version = models.CharField(max_length=20, blank=True)
    deactivated_at = models.DateTimeField(null=True, blank=True)
    sessions_ended_at = models.DateTimeField(null=True, blank=True, editable=False)
    """Whoever signed in before this moment signs in again."""
    has_short_password = models.BooleanField(default=False, editable=False)
    """Whether the password is only good enough beside a second factor."""
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+", editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_person_an_address")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Give a new person the key that seals their own texts."""
        if self.key_id is None:
            self.key = make_key()
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return self.name

    def set_password(self, raw_password: str | None) -> None:
        """Keep a password; the same letters typed on another keyboard are the same password (NFKC)."""
        same = _same(raw_password)
        self.has_short_password = same is not None and len(same) < LONG_PASSWORD
        super().set_password(same)

    def check_password(self, raw_password: str | None) -> bool:
        """Whether this is the password, however its letters were composed."""
        return super().check_password(_same(raw_password))

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must carry: it ends with the password, and when all sessions were ended."""
        if self.sessions_ended_at is None:
            return super()._get_session_auth_hash(secret)  # type: ignore[misc,no-any-return]  # the stubs leave it out
        told = f"{self.password}{self.sessions_ended_at.isoformat()}"
        return salted_hmac("alongside.session", told, secret=secret, algorithm="sha256").hexdigest()

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """The person's own time zone."""
        return zoneinfo.ZoneInfo(self.timezone)

    @property
    def initials(self) -> str:
        """Up to two letters that stand for the name."""
        parts = self.name.split() or ["?"]
        return (parts[0][:1] + (parts[-1][:1] if len(parts) > 1 else "")).upper()

    def seal_key_id(self) -> int:
        """The key of the person's own texts."""
        return self.key_id


def _same(password: str | None) -> str | None:
    return None if password is None else unicodedata.normalize("NFKC", password)
