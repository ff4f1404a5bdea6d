"""Read a notice, or all of them; choose how one is told, and stop letters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.rules import require

from . import rules
from .kinds import RHYTHMS, WITHOUT_LETTERS, Way, every_kind
from .models import Notice, Preference
from .queries import preference_of
from .telling import tell

__all__ = ["choose", "read", "read_all", "stop", "tell"]


@transaction.atomic
def read(notice: Notice, *, by: Any) -> None:  # Any: persons live in an area above
    """Mark a notice as read; a second time changes nothing."""
    require(rules.can_read(by, notice))
    if notice.read_at is None:
        notice.read_at = now()
        notice.save(update_fields=["read_at"])
        record("notice.read", by=by, about=notice)


@transaction.atomic
def read_all(*, by: Any) -> None:
    """Mark everything that a person was told as read."""
    require(by.is_active)
    if Notice.objects.visible_to(by).unread().update(read_at=now()):
        record("notices.read", by=by, about=by)


@transaction.atomic
def choose(
    preference: Preference,
    *,
    by: Any,
    ways: Mapping[str, str],
    quiet: tuple[dt.time, dt.time] | None = None,
) -> None:
    """Choose the way of each kind, and the quiet hours; what waits for a mail follows."""
    require(rules.can_choose(by, preference))
    preference = _alone(by)
    _change(preference, ways)
    preference.quiet_from, preference.quiet_until = quiet or (None, None)
    preference.save()
    record("notices.chosen", by=by, about=preference)


@transaction.atomic
def stop(what: str, *, by: Any) -> None:
    """No more letters of one kind, or of one rhythm: from now on only in the product. Twice changes nothing."""
    preference = _alone(by)
    require(rules.can_choose(by, preference))
    meant = [kind for kind in every_kind() if what in (kind.name, preference.way_of(kind))]
    mailed = [kind.name for kind in meant if preference.way_of(kind) not in WITHOUT_LETTERS]
    if mailed:
        _change(preference, dict.fromkeys(mailed, Way.HERE))
        preference.save()
        record("notices.stopped", by=by, about=preference, what=what)


def _alone(person: Any) -> Preference:
    """What the person chose so far; of two changes at once the second sees the first."""
    type(person).objects.select_for_update(no_key=True).get(pk=person.pk)
    return preference_of(person)


def _change(preference: Preference, ways: Mapping[str, str]) -> None:
    """Keep what was chosen, and let what waits come the new way."""
    for kind in every_kind():
        before = preference.way_of(kind)
        preference.ways[kind.name] = ways.get(kind.name, before)
        after = preference.way_of(kind)
        if after != before:
            waiting = Notice.objects.filter(person=preference.person_id, switch=kind.name)
            waiting.exclude(waits_for="").update(waits_for=after if after in RHYTHMS else "")
