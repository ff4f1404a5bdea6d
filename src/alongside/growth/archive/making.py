"""The work on an archive: it says how far it is, and can be begun anew."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import translation
from procrastinate.contrib.django import app

from alongside.activity.events.record import record
from alongside.kit.clock import now

from .models import Archive, Piece
from .packing import pack_into
from .parts import Part
from .pieces import Pieces

ATTEMPTS = 3
LASTS = dt.timedelta(days=7)
State = Archive.State


def work_on(archive_id: int) -> None:
    """Gather everything; begun twice, it gathers the same."""
    archive = Archive.objects.select_related("person").filter(pk=archive_id).first()
    if archive is None or archive.state not in {State.WAITING, State.RUNNING}:
        return
    rows = Archive.objects.filter(pk=archive_id)
    rows.update(attempts=archive.attempts + 1)
    if archive.attempts >= ATTEMPTS:
        rows.update(state=State.FAILED, ended_at=now())
        return

    def say(part: Part, done: int) -> None:
        rows.update(state=State.RUNNING, part=part.name, done=done)

    Piece.objects.filter(archive=archive).delete()  # of an attempt that was broken off
    target = Pieces(archive)
    with translation.override(archive.person.language or None):
        pack_into(target, archive.person, say)  # type: ignore[arg-type]  # it asks for no more than this is
        target.finish()
    _keep(archive, target.size)


def _keep(archive: Archive, size: int) -> None:
    with transaction.atomic():
        found = Archive.objects.select_for_update().filter(pk=archive.pk).first()
        if found is None:  # removed meanwhile
            return
        found.person = archive.person
        found.state, found.part, found.done = State.DONE, "", 100
        found.size, found.ended_at = size, now()
        found.save(update_fields=["state", "part", "done", "size", "ended_at"])
        record("archive.made", by=found.person, about=found)


def remove_old() -> int:
    """Remove what has waited for a week."""
    return Archive.objects.filter(created_at__lt=now() - LASTS).delete()[0]


@app.task(name="archive.make", queue="archives", retry=2)
def make_later(archive_id: int) -> None:
    """Gather everything."""
    work_on(archive_id)


@app.periodic(cron="41 3 * * *")
@app.task(name="archive.remove_old", queue="archives")
def remove_old_daily(timestamp: int) -> None:  # noqa: ARG001  the moment for which it was planned
    """Remove archives that nobody fetched within a week."""
    remove_old()
