"""Makes rows again of what an archive holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, models
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import Framework, Skill
from alongside.kit.errors import Refused
from alongside.kit.rows import Row
from alongside.kit.text import refuse_nul
from alongside.vault.sealed import SealedText

from .files import checked, forget
from .models import Keepsake, KeptFile
from .packing import ME, Told
from .parts import PARTS, Field, Part, fields_of, is_skill

LONGEST = 1_000_000
WRONG = (
    ValidationError, ValueError, TypeError, KeyError, AttributeError, OverflowError, IntegrityError, DataError
)  # fmt: skip
"""What a row raises that no form of ours would have made, in Python or in the database."""
Thing = Any  # Any: a row of whichever table


class Taking:
    """Takes the parts of an archive in, one after the other; later ones find the earlier by their codes."""

    def __init__(self, person: Person, files: Mapping[str, bytes]) -> None:
        self.person, self.files = person, files
        self.known: dict[tuple[type[models.Model], str], Thing] = {}
        self.skills = {
            f"{skill.framework.name} {skill.framework.version}: {skill.key}": skill
            for skill in Skill.objects.filter(
                framework__in=Framework.objects.visible_to(person)
            ).select_related("framework")
        }
        self.left = 0
        """Rows for which this instance has no place, such as a level in a skill that it does not know."""

    def take(self, parts: dict[str, list[Told]]) -> int:
        """Take everything in, or nothing; return how many rows became rows."""
        count = 0
        for name, rows in parts.items():
            part = PARTS[name]
            try:
                count += self._take_part(part, rows)
            except WRONG as wrong:
                raise Refused(_damaged(part)) from wrong
        for name in parts:
            if follow := PARTS[name].after:
                follow(self.person)
        return count

    def _take_part(self, part: Part, rows: list[Told]) -> int:
        if not part.lives:
            _refuse_strange(rows)
            Keepsake.objects.create(
                person=self.person, part=part.name, rows=json.dumps(rows, ensure_ascii=False)
            )
            self._keep_files(part, rows)
            return 0
        taken = self._taken(part, rows)
        if part.filed:
            return self._one_by_one(part, rows, taken)
        made = [thing for row in rows if (thing := self._made(part, row, taken)) is not None]
        there = [thing for thing in made if thing.pk is not None]
        part.model._default_manager.bulk_create([thing for thing in made if thing.pk is None], batch_size=500)
        for thing in there:
            thing.save()
        return len(made)

    def _one_by_one(self, part: Part, rows: list[Told], taken: set[str]) -> int:
        """Rows with files: each is kept before the next is read, so that one file at a time is in memory."""
        count = 0
        for row in rows:
            if (thing := self._made(part, row, taken)) is not None:
                thing.save(force_insert=True)
                forget(thing)
                count += 1
        return count

    def _keep_files(self, part: Part, rows: list[Told]) -> None:
        """Keep the files of what is only kept to read."""
        for place in [row["file"] for row in rows if part.filed and row.get("file")]:
            file = checked(place, self.files[place])
            kept = KeptFile(person=self.person, place=place, kind=file.kind)
            kept.keep(file.content)
            kept.save()
            forget(kept)

    def _file(self, thing: Thing, part: Part, place: str) -> None:
        """Keep the file of a row that lives again."""
        file = checked(place, self.files[place])
        if part.filed and part.filed.keep:
            part.filed.keep(thing, file.name, file.kind, file.content)

    def _taken(self, part: Part, rows: list[Told]) -> set[str]:
        """The codes that rows of this instance have already; whoever meets one gets a fresh one."""
        if not issubclass(part.model, Row):
            return set()
        codes = [row["code"] for row in rows]
        return set(part.model._default_manager.filter(code__in=codes).values_list("code", flat=True))

    def _made(self, part: Part, row: Told, taken: set[str]) -> Thing | None:
        thing = self._blank(part)
        for field in fields_of(part):
            value = row[field.name]
            if field.name == "code" and value in taken:
                continue
            if is_skill(field) and value is not None and value not in self.skills:
                self.left += 1
                return None
            setattr(thing, field.name, self._value(field, value))
        if part.filed and row.get("file"):
            self._file(thing, part, row["file"])
        _clean(thing, part)
        if "code" in row:
            self.known[(part.model, row["code"])] = thing
        return thing

    def _blank(self, part: Part) -> Thing:
        """A new row of the person's, or the one that everybody has one of, such as their profile."""
        model: Any = part.model  # Any: each has fields of its own
        if part.owner and model._meta.get_field(part.owner).one_to_one:
            found = model._default_manager.filter(**{part.owner: self.person}).first()
            if found is not None:
                return found
        thing = model(**{part.owner: self.person}) if part.owner else model()
        if "key" in {field.name for field in model._meta.concrete_fields}:
            thing.key_id = self.person.key_id
        return thing

    def _value(self, field: Field, value: Any) -> Any:  # Any: what JSON holds, and what the field wants
        if value is None or isinstance(field, SealedText):
            return value or ("" if isinstance(field, SealedText) else None)
        if is_skill(field):
            return self.skills[value]
        if field.related_model is Person:
            return self.person if value == ME else None
        if field.is_relation:
            return self.known.get((field.related_model, value))  # type: ignore[arg-type]  # a model, for a relation
        return field.to_python(value)


def _refuse_strange(rows: list[Told]) -> None:
    """Rows that are only kept to read are put in order, and their files found, by three texts."""
    for name in ("code", "created_at", "file"):
        if not all(isinstance(row.get(name) or "", str) for row in rows):
            raise ValueError(name)


def _clean(thing: Thing, part: Part) -> None:
    """Refuse what no form of ours would have let through."""
    sealed = [field.name for field in fields_of(part) if isinstance(field, SealedText)]
    others = [
        field.name
        for field in part.model._meta.concrete_fields
        if field.is_relation or isinstance(field, models.BinaryField)
    ]
    for name in sealed:
        text = getattr(thing, name)
        if not isinstance(text, str) or len(text) > LONGEST:
            raise ValueError(name)
        refuse_nul(text)
    empty = [field.name for field in fields_of(part) if getattr(thing, field.attname) in ("", [])]
    thing.clean_fields(exclude=[*others, *empty, "vector"])
    if part.check is not None:
        part.check(thing)


def _damaged(part: Part) -> str:
    sentence = _("Something in the part “%(part)s” of this archive cannot be read. Nothing was restored.")
    return sentence % {"part": str(part.label)}
