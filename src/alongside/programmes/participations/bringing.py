"""Two spreadsheets, one of mentees and one of mentors: read, checked as a whole, and only then used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from alongside.kit.errors import Refused
from alongside.people.imports import files, roster, tables

Sheet = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Brought:
    """The people of both sheets, and what is wrong with which row of which sheet."""

    sheets: dict[str, Sheet]
    problems: list[dict[str, Any]]  # Any: a row's number, and words


def read(uploads: dict[str, UploadedFile[bytes] | None]) -> Brought:
    """Read the sheet of each side that was given; a sheet without addresses is refused."""
    sheets: dict[str, Sheet] = {}
    problems: list[dict[str, Any]] = []
    for side, upload in uploads.items():
        if upload is not None:
            sheets[side], wrong = _sheet(upload)
            problems += [{"side": side, **one} for one in wrong]
    return Brought(sheets, problems)


def _sheet(upload: UploadedFile[bytes]) -> tuple[Sheet, list[roster.Problem]]:
    files.check_size(upload.size or 0)
    stream: IO[bytes] = upload.file  # type: ignore[assignment]  # an upload's file is always there
    header, rows = tables.read(stream, upload.name or "")
    mapping = roster.recognise(header)
    if mapping["email"] is None:
        raise Refused(
            _("%(file)s has no column with e-mail addresses. Name one of its columns “Email”.")
            % {"file": upload.name}
        )
    return roster.check(rows, mapping)
