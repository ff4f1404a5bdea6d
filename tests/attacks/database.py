"""What the database holds, so that two moments can be compared."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

VOLATILE = {
    "django_session",
    "accounts_session",
    "cache",
    "django_migrations",
    "account_emailconfirmation",
    "procrastinate_workers",
}
"""Tables that answer for the browser, not for what people wrote."""
CHANCE = re.compile(r"^(id|code|token|.*digest|message_id|uid|args|html|text|seed)$")
"""Columns that differ each time: random words, and what is made of them."""
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+\S*")
"""A moment that a clock told; one that somebody typed has no parts of a second."""
NEW = 1_000_000
"""From here on rows are numbered within ``high_numbers``."""
CODE = re.compile(r"[2-9a-z]{16}")
Rows = Counter[tuple[str, str]]


def tables() -> list[str]:
    """The tables that hold what people wrote."""
    return [name for name in connection.introspection.table_names() if name not in VOLATILE]


def contents() -> Rows:
    """Every row of every table, as (table, row)."""
    each = " UNION ALL ".join(f"SELECT '{name}', row_to_json(x)::text FROM \"{name}\" x" for name in tables())
    with connection.cursor() as cursor:
        cursor.execute(each)
        return Counter(cursor.fetchall())


def writes() -> dict[str, int]:
    """How many rows this transaction has written so far, by table."""
    counted = "SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables"
    with connection.cursor() as cursor:
        cursor.execute(counted)
        return {name: count for name, count in cursor.fetchall() if count and name not in VOLATILE}


@contextmanager
def high_numbers() -> Iterator[None]:
    """Give all rows to come high numbers, so that they are known from those that were here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(sequencename), coalesce(last_value, 1) FROM pg_sequences")
        before = cursor.fetchall()
        cursor.executemany("SELECT setval(%s, %s)", [(name, NEW) for name, _last in before])
    try:
        yield
    finally:  # what a sequence gave is not taken back with the transaction
        with connection.cursor() as cursor:
            cursor.executemany("SELECT setval(%s, %s)", before)


def without_chance(rows: Rows, known: set[str]) -> Rows:
    """The rows without what chance decides: moments, random words, and the numbers and codes of new rows."""
    return Counter({(table, _told(row, known)): count for (table, row), count in rows.items()})


def codes(rows: Rows) -> set[str]:
    """All codes in the rows."""
    return {code for _table, row in rows for code in CODE.findall(row)}


def _told(row: str, known: set[str]) -> str:
    kept: dict[str, Any] = json.loads(row)
    plain = {name: _plain(name, value) for name, value in kept.items() if not CHANCE.match(name)}
    return CODE.sub(lambda code: code[0] if code[0] in known else "new", json.dumps(plain))


def _plain(name: str, value: Any) -> Any:
    if name.endswith("_id") and isinstance(value, int) and value >= NEW:
        return "new"
    if isinstance(value, str) and MOMENT.fullmatch(value):
        return "now"
    return f"{len(value)} sealed" if isinstance(value, str) and value.startswith("\\x") else value
