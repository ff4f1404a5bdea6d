"""What can be done to an agreement."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship

from . import differences, drafting, rules
from .models import Acceptance, Version
from .terms import Said


class Crossed(Refused):
    """Somebody else saved a version in between; it is carried along, so that both can be seen."""

    def __init__(self, theirs: Version) -> None:
        super().__init__(_("Somebody else saved a new version while you were writing. Yours is kept below."))
        self.theirs = theirs


@transaction.atomic
def draft(
    mentorship: Mentorship,
    *,
    by: Person,
    cadence: int | None = None,
    channels: Sequence[str] = (),
    helps: Sequence[str] = (),
) -> Version:
    """Write version 1 from both profiles and the mentee's wishes; a second call finds it written."""
    require(rules.can_draft_agreement(by, mentorship))
    newest = _newest(mentorship)
    if newest:
        return newest
    said = drafting.draft(mentorship, cadence=cadence, channels=channels, helps=helps)
    version = _write(mentorship, 1, said, by=None)
    record("agreement.drafted", by=by, about=version, mentorship=mentorship.code)
    return version


@transaction.atomic
def edit(mentorship: Mentorship, said: Said, *, by: Person, base: int) -> Version:
    """Write the next version. ``base`` is the version that was on the screen; no change writes nothing.

    Raises ``Crossed`` when there is a newer one by now.
    """
    require(rules.can_edit_agreement(by, mentorship))
    mentorship.hold()
    newest = _newest(mentorship)
    if newest is None:
        raise Refused(_("There is no draft yet. Open the agreement to have one made."))
    if newest.number != base:
        raise Crossed(newest)
    if not differences.between(newest.said, said):
        return newest
    version = _write(mentorship, newest.number + 1, said, by=by)
    record("agreement.edited", by=by, about=version, mentorship=mentorship.code, number=version.number)
    return version


@transaction.atomic
def accept(version: Version, *, by: Person) -> bool:
    """Say yes to the newest version; return whether it is in force, because everybody has."""
    require(rules.can_accept(by, version))
    mentorship = version.mentorship
    mentorship.hold()
    if _newest(mentorship) != version:
        raise Refused(_("There is a newer version by now. Read that one and accept it."))
    _accepted, is_new = Acceptance.objects.get_or_create(version=version, person=by)
    if is_new:
        record("agreement.accepted", by=by, about=version, mentorship=mentorship.code, number=version.number)
    if not _is_accepted_by_all(version):
        return False
    if is_new:
        mentorships.set_term(mentorship, dt.date.fromisoformat(version.said["ends_on"]), by=by)
        record("agreement.in_force", by=by, about=version, mentorship=mentorship.code, number=version.number)
    return True


def _is_accepted_by_all(version: Version) -> bool:
    """Read anew: somebody may have said yes since the version was loaded."""
    people = {one.person_id for one in version.mentorship.participants.all()}
    return people <= set(Acceptance.objects.filter(version=version).values_list("person_id", flat=True))


def _newest(mentorship: Mentorship) -> Version | None:
    """The newest version; the mentorship is locked, so that numbers follow one another."""
    Mentorship.objects.select_for_update(no_key=True).get(pk=mentorship.pk)
    rows = Version.objects.filter(mentorship=mentorship).select_related("mentorship")
    return rows.order_by("-number").first()


def _write(mentorship: Mentorship, number: int, said: Said, *, by: Person | None) -> Version:
    terms = json.dumps(said, ensure_ascii=False)
    return Version.objects.create(mentorship=mentorship, number=number, written_by=by, terms=terms)
