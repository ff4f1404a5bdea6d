"""LinkedIn's own archive of a person's data: a zip of tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import IO

from django.utils.translation import gettext as _

from alongside.kit.errors import Refused

from .career import Brought, Job, language_code
from .dates import read_month
from .files import open_archive

MOST_ROWS = 500
Row = Mapping[str, str]


def read(file: IO[bytes]) -> Brought:
    """Return the career in an archive; Positions.csv or Profile.csv must be in it."""
    tables = open_archive(file)
    if not {"positions.csv", "profile.csv"} & tables.keys():
        raise Refused(
            _(
                "There is no Positions.csv and no Profile.csv in this archive. Choose the file that LinkedIn sent."
            )
        )
    profile = next(iter(_rows(tables.get("profile.csv", ""))), {})
    languages = [language_code(row.get("name", "")) for row in _rows(tables.get("languages.csv", ""))]
    return Brought(
        jobs=[_job(row) for row in _rows(tables.get("positions.csv", "")) if _is_job(row)],
        headline=profile.get("headline", "")[:160],
        about=profile.get("summary", "")[:3000],
        topics=[row["name"][:60] for row in _rows(tables.get("skills.csv", "")) if row.get("name")],
        languages=list(dict.fromkeys(code for code in languages if code)),
    )


def _is_job(row: Row) -> bool:
    return bool(row.get("title") and row.get("company name"))


def _job(row: Row) -> Job:
    return Job(
        title=row["title"],
        company=row["company name"],
        started=read_month(row.get("started on", "")),
        ended=read_month(row.get("finished on", "")),
        about=row.get("description", ""),
    )


def _rows(text: str) -> list[Row]:
    """Rows by lower-case header; some tables begin with notes, so the header is the widest early line."""
    try:
        lines = list(csv.reader(io.StringIO(text)))[: MOST_ROWS + 20]
    except csv.Error as broken:
        raise Refused(_("A table in the archive cannot be read. Ask LinkedIn for a new one.")) from broken
    start = max(range(min(6, len(lines))), key=lambda place: len(lines[place]), default=0)
    header = [cell.strip().lower() for cell in lines[start]] if lines else []
    body = lines[start + 1 : start + 1 + MOST_ROWS]
    return [dict(zip(header, (cell.strip() for cell in line), strict=False)) for line in body if any(line)]
