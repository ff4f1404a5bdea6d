"""Reading the versions of a worksheet."""

from __future__ import annotations

from alongside.practice.worksheets.models import Version, Worksheet

MOST = 200


def versions(worksheet: Worksheet) -> list[Version]:
    """The newest versions, without opening what is in them."""
    rows = list(worksheet.versions.select_related("by").defer("content")[:MOST])
    for row in rows:
        row.worksheet = worksheet
    return rows
