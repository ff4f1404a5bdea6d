"""Puts everything of a person into one zip file, the same bytes for the same record."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable
from functools import partial
from typing import IO, Any

from django.db import models
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import Skill
from alongside.kit.cells import harmless
from alongside.kit.uploads import PLAIN
from alongside.vault.keys.keyring import Unreadable
from alongside.vault.sealed import SealedText

from .files import FOLDER, MOST_TOGETHER, Files
from .models import Keepsake
from .parts import PARTS, Field, Part, fields_of, rows_of

FORMAT, VERSION = "alongside archive", 1
NEVER = (1980, 1, 1, 0, 0, 0)
"""The moment of every file in the zip: the same record gives the same bytes."""
ME = "me"
BREAK = "\n"
Told = dict[str, Any]  # Any: whatever JSON holds
Say = Callable[[Part, int], None]


def silent(_part: Part, _done: int) -> None:
    """For whoever does not ask how far it is."""


def pack(person: Person, say: Say = silent) -> bytes:
    """Return the zip file, whole and in memory."""
    target = io.BytesIO()
    pack_into(target, person, say)
    return target.getvalue()


def pack_into(target: IO[bytes], person: Person, say: Say = silent) -> None:
    """Write the zip file; ``say`` hears which part is being gathered, and how many in a hundred are done.

    It is written from front to back, each file at once, so that its size does not count in memory.
    """
    brought = {one.part: json.loads(one.rows) for one in Keepsake.objects.filter(person=person)}
    about: Told = {"format": FORMAT, "version": VERSION, "person": _about(person), "parts": {}}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        files = Files(person, MOST_TOGETHER, partial(_put, packed))
        for place, part in enumerate(PARTS.values()):
            say(part, 100 * place // len(PARTS))
            live = told_of(part, rows_of(part, person), person, files)
            rows = together(files.again(brought.get(part.name, [])), live)
            if rows:
                about["parts"][part.name] = _write(packed, part, rows)
        about["files"] = dict(sorted(files.digests.items()))
        _put(packed, "about.json", _json(about))
        _put(packed, "README.md", _readme(person, files.left))


def pack_parts(
    person: Person, parts: Iterable[tuple[Part, list[Told]]], about: str, files: Files | None = None
) -> bytes:
    """Return some parts alone as a zip file to read, such as those of one mentorship; ``about`` says what it is."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for part, rows in parts:
            _write(packed, part, rows)
        _write_files(packed, files or Files(person))
        _put(packed, "README.md", f"# {person.name}\n\n{about}\n")
    return target.getvalue()


def told(
    row: Any, part: Part, person: Person, files: Files | None = None
) -> Told:  # Any: a row of the part's
    """One row as it stands in the archive, with the place of its file."""
    said = {field.name: _value(row, field, part, person) for field in fields_of(part)}
    if files and part.filed:
        said["file"] = files.place_of(row, part.name, part.filed)
    return said


def told_of(part: Part, rows: Iterable[Any], person: Person, files: Files | None = None) -> list[Told]:
    """The rows of a part as they stand in the archive; their files are put among ``files``."""
    every = [told(row, part, person, files) for row in rows]
    return part.apart(every) if part.apart else every


def together(brought: list[Told], live: list[Told]) -> list[Told]:
    """What was brought from elsewhere and what is here, in order; a row that is both stands as it was brought."""
    known = {row.get("code") or json.dumps(row, sort_keys=True) for row in brought}
    every = brought + [
        row for row in live if (row.get("code") or json.dumps(row, sort_keys=True)) not in known
    ]
    return sorted(every, key=lambda row: (row.get("created_at") or "", row.get("code") or ""))


def _value(row: Any, field: Field, part: Part, person: Person) -> Any:  # Any: whatever a field holds
    if isinstance(field, SealedText):
        return _opened(row, field.attname)
    if field.is_relation:
        return _pointed(getattr(row, field.name), part, person)
    value = getattr(row, field.attname)
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat()
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def _opened(row: Any, name: str) -> str | None:
    """The text, or nothing if its key was destroyed: the rest leaves all the same."""
    try:
        return str(getattr(row, name))
    except Unreadable:
        return None


def _pointed(target: Any, part: Part, person: Person) -> str | None:
    """How a row that another one points at is named: by its code, or by what people call it."""
    if target is None:
        return None
    if isinstance(target, Person):
        return ME if target.pk == person.pk else None if part.lives else target.name
    if isinstance(target, Skill):
        return f"{target.framework.name} {target.framework.version}: {target.key}"
    known = {one.model for one in PARTS.values()}
    return str(target.code if type(target) in known else getattr(target, "name", target.code))


def _about(person: Person) -> Told:
    return {
        "name": person.name,
        "email": person.email,
        "timezone": person.timezone,
        "language": person.language,
    }


def _write(packed: zipfile.ZipFile, part: Part, rows: list[Told]) -> Told:
    text = _json(rows)
    _put(packed, f"data/{part.name}.json", text)
    _put(packed, f"tables/{part.name}.csv", _csv(rows))
    _put(packed, f"read/{part.name}.md", _markdown(part, rows))
    return {"rows": len(rows), "sha256": hashlib.sha256(text.encode()).hexdigest()}


def _write_files(packed: zipfile.ZipFile, files: Files) -> None:
    for place, content in sorted(files.found.items()):
        _put(packed, place, content)


def _json(value: Any) -> str:  # Any: what JSON holds
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _csv(rows: list[Told]) -> str:
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(rows[0])
    writer.writerows([harmless(_plain(value)) for value in row.values()] for row in rows)
    return target.getvalue()


def _plain(value: Any) -> str:  # Any: what JSON holds
    if value is None:
        return ""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _markdown(part: Part, rows: list[Told]) -> str:
    lines = [f"# {part.label}", ""]
    for row in rows:
        lines += [f"## {str(row.get('created_at') or '')[:10] or '–'}", ""]
        lines += [
            f"- **{title}:** {text.replace(BREAK, BREAK + '  ')}" for title, text in facts_of(part, row)
        ]
        lines.append("")
    return "\n".join(lines)


def facts_of(part: Part, row: Told) -> list[tuple[str, str]]:
    """What is told of a row, to be read by people: titles and texts, without codes and empty ones."""
    told = [(name, _plain(value)) for name, value in row.items() if name not in {"code", "created_at"}]
    return [(_title(part.model, name), text) for name, text in told if text]


def _title(model: type[models.Model], name: str) -> str:
    names = {field.name: field for field in model._meta.concrete_fields}
    if name == "file":
        return _("File")
    title = str(names[name].verbose_name) if name in names else name
    return title[:1].upper() + title[1:]


def _readme(person: Person, left: int) -> str:
    """What the file is, in the person's words."""
    return "\n".join(
        [
            f"# {person.name}",
            "",
            _(
                "Everything of yours: to read (read), as tables (tables), as data (data), and your files (files)."
            ),
            "",
            _(
                "Another Alongside takes this file in as it is: Growth, then Your archive, then Restore an archive."
            ),
            "",
            *_said_of_files(left),
        ]
    )


def _said_of_files(left: int) -> list[str]:
    """What did not fit, if there is such a thing."""
    if not left:
        return []
    said = _("Files that did not fit, as all together may have 1 GB: %(left)d. Fetch them where they stand.")
    return [said % {"left": left}, ""]


def _put(packed: zipfile.ZipFile, name: str, text: str | bytes) -> None:
    entry = zipfile.ZipInfo(name, NEVER)
    packs = not name.startswith(f"{FOLDER}/") or name.rpartition(".")[2] in PLAIN  # others are packed already
    entry.compress_type = zipfile.ZIP_DEFLATED if packs else zipfile.ZIP_STORED
    entry.external_attr = 0o600 << 16
    packed.writestr(entry, text)
