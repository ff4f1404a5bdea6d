"""Bring a career or a roster: read, preview, then apply whole or not at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import IO

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.invitations import actions as invitations
from alongside.accounts.memberships import actions as memberships
from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.people.careers import actions as careers
from alongside.people.careers.models import Position
from alongside.people.profiles import actions as profiles
from alongside.people.profiles.queries import profile_of

from . import files, json_resume, linkedin, roster, rules, tables
from .career import from_json
from .models import Import
from .plan import Change, career_plan, roster_plan

READERS = {Import.Kind.LINKEDIN: linkedin.read, Import.Kind.JSON_RESUME: json_resume.read}


@transaction.atomic
def bring_career(upload: UploadedFile[bytes], kind: str, *, by: Person) -> Import:
    """Read a career from a file and keep it for the preview; the file itself is not kept."""
    brought = Import(kind=kind, by=by, filename=_name(upload))
    require(rules.can_upload(by, brought))
    files.check_size(upload.size or 0)
    stream: IO[bytes] = upload.file  # type: ignore[assignment]  # an upload's file is always there
    brought.read = READERS[Import.Kind(kind)](stream).as_json()
    brought.save()
    record("import.brought", by=by, about=brought, kind=kind)
    return brought


@transaction.atomic
def bring_roster(upload: UploadedFile[bytes], organisation: Organisation, *, by: Person) -> Import:
    """Read a roster and keep its table until the columns are mapped."""
    brought = Import(kind=Import.Kind.ROSTER, by=by, organisation=organisation, filename=_name(upload))
    require(rules.can_upload(by, brought))
    files.check_size(upload.size or 0)
    stream: IO[bytes] = upload.file  # type: ignore[assignment]  # an upload's file is always there
    header, rows = tables.read(stream, brought.filename)
    brought.mapping = roster.recognise(header)
    brought.read = {"header": header, "rows": rows}
    _check(brought)
    brought.save()
    record("import.brought", by=by, about=brought, kind=brought.kind)
    return brought


@transaction.atomic
def map_columns(brought: Import, mapping: dict[str, int | None], *, by: Person) -> None:
    """Say which column means what, and check the rows again."""
    require(rules.can_apply(by, brought))
    _refuse_applied(brought)
    brought.mapping = mapping
    _check(brought)
    brought.save(update_fields=["mapping", "read", "problems"])
    record("import.mapped", by=by, about=brought)


@transaction.atomic
def apply_career(brought: Import, chosen: Collection[str], *, by: Person) -> int:
    """Apply the chosen jobs (by fingerprint) and what the profile lacks; return how many jobs changed."""
    require(rules.can_apply(by, brought))
    _refuse_applied(brought)
    plan = career_plan(from_json(brought.read), by, brought.kind)
    changes = [one for one in plan.changes if one.job.key in chosen and one.state != "same"]
    for change in changes:
        _apply_job(change, brought.kind, by)
    if plan.profile:
        profiles.change(profile_of(by), by=by, **plan.profile)
    _finish(brought, {})
    record("import.applied", by=by, about=brought, kind=brought.kind)
    return len(changes)


@transaction.atomic
def apply_roster(brought: Import, *, by: Person) -> tuple[int, int]:
    """Invite who is new and place who is here, all or nobody; return both counts."""
    require(rules.can_apply(by, brought))
    _refuse_applied(brought)
    if brought.problems:
        raise Refused(
            _("Some rows cannot be used. Mend them in the file and bring it again; nothing was changed.")
        )
    assert brought.organisation is not None  # a roster is brought for one
    plan = roster_plan(brought)
    for person in plan.invited:
        invitations.invite(brought.organisation, person["email"], by=by, from_roster=True)
    _place_members(brought.organisation, plan.placed, by)
    kept = {"people": {one["email"]: one for one in brought.read["people"]}}
    _finish(brought, kept)
    record("import.applied", by=by, about=brought, kind=brought.kind)
    return len(plan.invited), len(plan.placed)


def _place_members(organisation: Organisation, people: list[dict[str, str]], by: Person) -> None:
    """Give members the team and the manager that the roster names, as far as these are members too."""
    rows = Membership.objects.filter(organisation=organisation, left_at=None).select_related("person")
    here = {row.person.email.lower(): row for row in rows}
    for one in people:
        manager = here.get(one["manager"])
        memberships.place(here[one["email"]], manager.person if manager else None, one["team"][:120], by=by)


@transaction.atomic
def drop(brought: Import, *, by: Person) -> None:
    """Throw an import away; what was read goes with it."""
    require(rules.can_apply(by, brought))
    record("import.dropped", by=by, about=brought)
    brought.delete()


def _apply_job(change: Change, source: str, by: Person) -> None:
    fields = {**change.job.fields(), "source": source, "source_key": change.job.key}
    if change.position is None:
        careers.add(Position, by, by=by, **fields)
        return
    for told in ("function", "level", "manages"):  # the person may have corrected our guess
        fields.pop(told)
    careers.change(change.position, by=by, **fields)


def _check(brought: Import) -> None:
    people, brought.problems = roster.check(brought.read["rows"], brought.mapping)
    brought.read["people"] = people


def _finish(brought: Import, kept: Mapping[str, object]) -> None:
    brought.applied_at = now()
    brought.read = dict(kept)
    brought.save(update_fields=["applied_at", "read"])


def _refuse_applied(brought: Import) -> None:
    """Lock it and look anew, so that two tabs invite nobody twice."""
    brought.refresh_from_db(from_queryset=Import.objects.select_for_update())
    if brought.applied_at:
        raise Refused(_("This was applied already. Bring the file again to update from it."))


def _name(upload: UploadedFile[bytes]) -> str:
    return (upload.name or "file").replace("\\", "/").rsplit("/", 1)[-1][:200]
