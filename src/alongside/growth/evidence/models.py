"""One item of evidence; what it says and its file are sealed under the person's own key."""

from __future__ import annotations

import hashlib
import json
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import MOST_LEVELS, Skill
from alongside.kit.rows import Row
from alongside.vault.sealed import SealedText, open_bytes, seal_bytes


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Which evidence a person sees."""

    def visible_to(self, person: Person) -> EvidenceQuerySet:
        """Only one's own; whoever is asked to confirm one item reads it through that question."""
        return self.filter(person=person)

    def for_list(self) -> EvidenceQuerySet:
        """Everything that a list shows: by skill, the newest first."""
        return self.select_related("person", "skill__framework").order_by("skill__place", "-day", "-pk")

    def of(self, person: Person, skill: Skill) -> EvidenceQuerySet:
        """What one person has for one skill, the newest first."""
        return self.filter(person=person, skill=skill).order_by("-day", "-pk")


class EvidenceManager(models.Manager.from_queryset(EvidenceQuerySet)):  # type: ignore[misc]  # built by Django
    """Whoever lists evidence does not open the files."""

    def get_queryset(self) -> EvidenceQuerySet:
        """Every item without its file, which is read when it is asked for."""
        rows: EvidenceQuerySet = super().get_queryset()
        return rows.defer("content")


class Evidence(Row):
    """Something that was done, which shows a skill at a level; from a place of this product, or brought along."""

    class Source(models.TextChoices):
        """Where it stands."""

        OWN = "own", _("Brought along")
        WORKSHEET = "worksheet", _("A worksheet")
        REHEARSAL = "rehearsal", _("A rehearsal")
        WIN = "win", _("A win")
        FEEDBACK = "feedback", _("Feedback")
        LAUNCH = "launch", _("A launch")
        STORY = "story", _("A story")
        PLAYBOOK = "playbook", _("A playbook")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="evidence")
    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="+")
    level = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(MOST_LEVELS)]
    )
    day = models.DateField()
    """When it was done."""
    source = models.CharField(max_length=10, choices=Source, default=Source.OWN)
    source_code = models.CharField(max_length=16, blank=True, default="")
    """The code of what it came from."""
    title = SealedText()
    text = SealedText()
    """What it shows: what was done, and why that is this level."""
    link = SealedText()
    file_name = SealedText()
    file_kind = models.CharField(max_length=10, blank=True, default="")
    content = models.BinaryField(editable=False, default=b"")
    changed_at = models.DateTimeField(null=True, blank=True)
    """When what it says was changed; a word given before does not stand for it."""
    confirmed_at = models.DateTimeField(null=True, blank=True)
    """When somebody confirmed what it says now."""

    objects: ClassVar[EvidenceManager] = EvidenceManager()

    class Meta:
        verbose_name_plural = "evidence"
        indexes = [models.Index(fields=["person", "skill", "level"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(level__range=(1, MOST_LEVELS)), name="evidence_of_a_scale"
            ),
            models.UniqueConstraint(
                fields=["person", "skill", "source", "source_code"],
                condition=~models.Q(source_code=""),
                name="one_evidence_of_a_thing",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id

    @property
    def level_name(self) -> str:
        """The name of its level on the scale of the framework."""
        named = {one["level"]: one["name"] for one in self.skill.framework.levels}
        return str(named.get(self.level, ""))

    @property
    def descriptor(self) -> str:
        """What somebody at its level does, in the framework's words."""
        return str(self.skill.descriptors[self.level - 1])

    @property
    def opens(self) -> str:
        """The link, if it is one that opens a page."""
        return self.link if self.link.lower().startswith(("https://", "http://")) else ""

    @property
    def facts(self) -> str:
        """A digest of exactly what it says; of its file the moment of the last change tells."""
        when = self.changed_at.isoformat() if self.changed_at else ""
        said = [self.skill.code, self.level, str(self.day), self.title, self.text, self.link, when]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()

    def keep_file(self, name: str, kind: str, content: bytes) -> None:
        """Seal a file; its content counts among what was changed by its name and the moment."""
        self.file_name, self.file_kind = name, kind
        self.content = seal_bytes(self, self._column(), content)

    def read_file(self) -> bytes:
        """Open the file."""
        return open_bytes(self, self._column(), bytes(self.content))

    def _column(self) -> models.BinaryField:  # type: ignore[type-arg]  # the stubs give it no parameters
        return self._meta.get_field("content")  # type: ignore[return-value]  # by its name it could be any field
