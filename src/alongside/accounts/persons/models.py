"""A person: a human being and their account, the same in every organisation."""

from __future__ import annotations

import zoneinfo
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from alongside.kit.rows import Row
from alongside.vault.keys.keyring import make_key
from alongside.vault.models import DataKey


class PersonManager(BaseUserManager["Person"]):
    """Makes persons, by address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Person:
        """Make a person with a usable or unusable password."""
        person = self.model(email=self.normalize_email(email).lower(), **fields)
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
