"""A profile: one for each person, the same in every organisation."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.blocks.models import Block
from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
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


class ProfileQuerySet(models.QuerySet["Profile"]):
    """Which profiles a person sees."""

    def visible_to(self, person: Person) -> ProfileQuerySet:
        """A profile is seen by its owner and by everybody who may find them."""
        return self.filter(models.Q(person=person) | findable(person, path="person__", profile=""))

    def findable_by(self, person: Person) -> ProfileQuerySet:
        """The profiles of others that ``person`` may find: never of somebody blocked, either way."""
        return self.filter(findable(person, path="person__", profile=""))

    def of_others(self, person: Person) -> ProfileQuerySet:
        """All but one's own: of the profiles visible to a person, those whom they may find."""
        return self.exclude(person=person)

    def with_offer(self) -> ProfileQuerySet:
        """Each with its person and what they offer."""
        return self.select_related("person__offer")


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
    career_words = models.TextField(blank=True, editable=False)
    guarded_words = models.TextField(blank=True, editable=False)
    """Of the career, what stays back with the name: titles, companies, and what is said about them."""
    skill_words = models.TextField(blank=True, editable=False)
    """What the nouns above this one say about the person, kept here by ``words.keep``."""
    words = models.TextField(blank=True, editable=False)
    """Everything of the person that may be searched by words, gathered when it changes."""
    vector = models.GeneratedField(
        expression=SearchVector("words", config="simple") + SearchVector("words", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    """``words`` as PostgreSQL searches them: as written (names, products) and as English stems."""

    objects = ProfileQuerySet.as_manager()

    class Meta:
        indexes = [
            GinIndex(fields=["vector"], name="profile_words"),
            GinIndex(fields=["findable_by"], name="profile_findable_by"),
        ]


def findable(person: Person, *, path: str = "", profile: str = "profile__") -> models.Q:
    """Whom ``person`` may find: others who are here, chose to be found by them, and share no block with them.

    ``path`` leads from the table that is asked to the person, ``profile`` from the person to the profile.
    """
    chosen = f"{profile}findable_by__contains"
    here = models.Q(**{f"{path}is_active": True, f"{path}agreed_conduct_at__isnull": False})
    everyone = models.Q(**{chosen: [Findable.EVERYONE]})
    there = models.OuterRef(f"{path}pk")
    company = models.Q(_share(person, there, Organisation.Kind.COMPANY), **{chosen: [Findable.COMPANIES]})
    community = models.Q(
        _share(person, there, Organisation.Kind.COMMUNITY), **{chosen: [Findable.COMMUNITIES]}
    )
    blocked = Block.objects.filter(person=person).values("other")
    blocking = Block.objects.filter(other=person).values("person")
    hidden = models.Q(**{f"{path}pk": person.pk}) | models.Q(**{f"{path}pk__in": blocked})
    return here & (everyone | company | community) & ~hidden & ~models.Q(**{f"{path}pk__in": blocking})


def _share(person: Person, other: models.OuterRef, kind: str) -> models.Exists:
    """Whether both belong now to one organisation of this kind.

    Asked for each candidate, by their few memberships: a list of everybody in a large company is long.
    """
    mine = Membership.objects.filter(person=person, left_at=None, organisation__kind=kind)
    theirs = Membership.objects.filter(
        person=other, left_at=None, organisation__in=mine.values("organisation")
    )
    return models.Exists(theirs)
