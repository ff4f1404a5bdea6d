"""The job that writes all mentors into columns; searches go on in the old ones until it has ended."""

from __future__ import annotations

import contextlib
import datetime as dt

from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from alongside.kit.clock import now
from alongside.matching.search import changes

from . import file, reading
from .segment import Filling

LARGE = 30_000
"""From so many mentors on they are kept in a file for all processes; fewer are kept in each."""
BLOCK = 16_384
MOST_WORDS = 200_000
MOST_COMMON, COMMON = 128, 30
"""So many words at most, each used by a thirtieth of a large instance at least, have bitmaps of who uses them: asking
the database for very many people takes longer than everything else."""


@app.periodic(cron="4 0 * * *")
@app.task(
    name="search.build",
    queue="columns",
    queueing_lock="search.build",
    lock="search.build",
    pass_context=False,
)
def keep_columns(timestamp: int) -> None:  # noqa: ARG001  Procrastinate says when it was due
    """Every night, as a new day moves everybody's week, and when much has changed."""
    build(now().date())


def build_soon() -> None:
    """Have the columns built anew, once."""
    with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task("search.build").defer(timestamp=int(now().timestamp()))


def build(on: dt.date) -> bool:
    """Write the columns of that day; of few mentors there are none."""
    if reading.mentoring(on).count() < LARGE:
        file.remove()
        return False
    seen = changes.from_now().seen - changes.OVERLOOKED
    words, filling = _words(), Filling()
    common = [word for word, people in words[:MOST_COMMON] if people * COMMON >= LARGE]
    for told in reading.blocks(on, BLOCK, common):
        filling.take(told)
    file.write(file.Generation(filling.done(), [word for word, _people in words], max(0, seen)))
    return True


def _words() -> list[tuple[str, int]]:
    """The words in use, the commonest first: with how many use them: what a slip of the finger is compared with."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select word, ndoc from ts_stat('select vector from people_profile') "
            "where word ~ '^[[:alnum:]]+$' order by ndoc desc, word limit %s",
            [MOST_WORDS],
        )
        return [(word, people) for word, people in cursor.fetchall()]
