"""Lines for the error channel: what went wrong and where, never what somebody wrote or could sign in with."""

from __future__ import annotations

import logging
import re
from typing import Any

TOKEN = re.compile(r"[\w-]{24,}")
"""The random part of a link that opens something by itself; codes are shorter, and open nothing."""
ROW = re.compile(r"(?ms)^(DETAIL|CONTEXT):.*?(?=^(Traceback|The above exception|During handling)|\Z)")
"""Where PostgreSQL repeats the row that broke a rule, with every text and line in it."""


class Line(logging.Formatter):
    """Leaves tokens out of messages, and rows out of what the database says of a fault."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  logging's own name
        """The line, with the tokens of addresses struck out."""
        record.message = TOKEN.sub("…", record.message)
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802  logging's own name; Any: what sys.exc_info gives
        """The traceback, without the rows that the database repeats."""
        return ROW.sub("(a row is left out here)\n", super().formatException(ei))


class OneLine(logging.Filter):
    """Leaves out where in the code something happened that is no fault of ours."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, without its traceback."""
        record.exc_info = record.exc_text = None
        return True
