"""A profile: one for each person, the same in every organisation."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class Findable(models.TextChoices):
    """Who may find a person: any of these together; none means nobody."""

    COMPANIES = "companies", _("My organisation")
    COMMUNITIES = "communities", _("My communities")
    EVERYONE = "everyone", _("Everyone on this instance")


class Channel(models.TextChoices):
    """A way of communicating."""

    VIDEO = "video", _("Video call")
    PHONE = "phone", _("Telephone")
    CHAT = "chat", _("Chat")
    MAIL = "mail", _("E-mail")
    IN_PERSON = "in_person", _("In person")
    DOCUMENTS = "documents", _("Comments on documents")


class Profile(Row):
    """What others may read, and the eight work values (−2 … +2, or not said)."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="profile")
    headline = models.CharField(max_length=160, blank=True)
    about = models.TextField(max_length=3000, blank=True)
    languages = ArrayField(models.CharField(max_length=8), default=list, blank=True)
    """ISO 639-1 codes, best first."""
    topics = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    channels = ArrayField(models.CharField(max_length=12, choices=Channel), default=list, blank=True)
    findable_by = ArrayField(models.CharField(max_length=12, choices=Findable), default=list, blank=True)
    values = ArrayField(
        models.SmallIntegerField(validators=[MinValueValidator(-2), MaxValueValidator(2)]),
        size=8,
        null=True,
        blank=True,
    )
    identity_light = models.BooleanField(default=False)
    """Whether name and photograph stay back until a request is accepted."""
    words = models.TextField(blank=True, editable=False)
    """Everything of the person that may be searched by words, gathered when it changes."""
