"""Keeps what somebody could read until now in their own record, as the rows of an archive are kept."""

from __future__ import annotations

import json

from alongside.accounts.persons.models import Person

from .files import Files, checked
from .models import Keepsake, KeptFile
from .packing import Told, together
from .parts import Part


def keep_to_read(person: Person, parts: list[tuple[Part, list[Told]]], files: Files) -> None:
    """Keep the rows of these parts and their files; a part whose rows stay the person's own needs no keeping.

    What was kept before stays; a row that was kept already is kept as it stands now.
    """
    Person.objects.select_for_update().get(
        pk=person.pk
    )  # of two who keep at once, the second adds to the first
    for part, rows in parts:
        if not part.lives:
            _keep_rows(person, part, rows)
    there = {one.place for one in KeptFile.objects.filter(person=person)}
    for place in sorted(files.found.keys() - there):
        _keep_file(person, place, files.found[place])


def _keep_rows(person: Person, part: Part, rows: list[Told]) -> None:
    kept = Keepsake.objects.filter(person=person, part=part.name).first()
    before = json.loads(kept.rows) if kept else []
    kept = kept or Keepsake(person=person, part=part.name)
    kept.rows = json.dumps(together(rows, before), ensure_ascii=False)
    kept.save()


def _keep_file(person: Person, place: str, content: bytes) -> None:
    kept = KeptFile(person=person, place=place, kind=checked(place, content).kind)
    kept.keep(content)
    kept.save()
