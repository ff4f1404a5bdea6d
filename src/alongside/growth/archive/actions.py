"""Make an archive, remove it, and restore one."""

from __future__ import annotations

from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import rules
from .models import Archive, Keepsake
from .parts import PARTS, rows_of
from .taking import Taking
from .unpacking import LARGEST_ARCHIVE, opened


@transaction.atomic
def make(*, by: Person) -> Archive:
    """Have everything of one's own gathered by a job; an earlier archive goes."""
    archive = Archive(person=by)
    require(rules.can_make(by, archive))
    Person.objects.select_for_update().get(pk=by.pk)  # a double click makes one
    running = Archive.objects.filter(
        person=by, state__in=[Archive.State.WAITING, Archive.State.RUNNING]
    ).first()
    if running is not None:
        return running
    Archive.objects.filter(person=by).delete()
    archive.save()
    record("archive.asked", by=by, about=archive)
    return archive


@transaction.atomic
def remove(archive: Archive, *, by: Person) -> None:
    """Remove it before its week is over."""
    require(rules.can_remove(by, archive))
    record("archive.removed", by=by, about=archive)
    archive.delete()


@transaction.atomic
def restore(file: IO[bytes], size: int, *, by: Person) -> tuple[int, int]:
    """Take an archive in, whole or not at all; return how many rows live here now, and for how many is no place."""
    require(rules.can_restore(by, Keepsake(person=by)))
    Person.objects.select_for_update().get(pk=by.pk)
    if size > LARGEST_ARCHIVE:
        raise Refused(_("The file is larger than 1.1 GB. Choose the archive that you fetched."))
    if _has_begun(by):
        raise Refused(
            _("Your record here holds something already. An archive is restored into one that is empty.")
        )
    with opened(file) as brought:
        taking = Taking(by, brought.files)
        count = taking.take(brought.rows)
    record("archive.restored", by=by, about=by, rows=count)
    return count, taking.left


def _has_begun(person: Person) -> bool:
    """Whether a person has written anything here that an archive would meet."""
    if Keepsake.objects.filter(person=person).exists():
        return True
    own = [
        part
        for part in PARTS.values()
        if part.owner and not part.model._meta.get_field(part.owner).one_to_one
    ]
    return any(rows_of(part, person).exists() for part in own)
