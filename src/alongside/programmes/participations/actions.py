"""Join a programme, leave it, and bring people from two spreadsheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.invitations import actions as invitations
from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.programmes.programmes.models import Programme

from . import rules
from .models import Listed, Participation, Side


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the rows of two spreadsheets."""

    added: int = 0
    invited: int = 0
    known: int = 0


@transaction.atomic
def join(programme: Programme, side: str, *, by: Person) -> Participation:
    """Take part, as a mentee or as a mentor."""
    part = Participation(programme=programme, person=by, side=Side(side))
    require(rules.can_join(by, part))
    if not _add(part):
        raise Refused(_("You take part already."))
    record("participation.joined", by=by, about=part, side=part.side)
    return part


@transaction.atomic
def leave(part: Participation, *, by: Person | None) -> None:
    """Take part no longer. Mentorships that have begun go on: they belong to the two people."""
    require(rules.can_leave(by, part))
    left = Participation.objects.filter(pk=part.pk, left_at=None).update(left_at=now())
    if not left:
        raise Refused(_("This was ended already."))
    record("participation.left", by=by, about=part, side=part.side)


@transaction.atomic
def tell_groups(part: Participation, groups: Sequence[str], *, by: Person) -> None:
    """Say freely to which of the programme's groups one belongs; none at all takes it back."""
    require(rules.can_tell_groups(by, part))
    if set(groups) - set(part.programme.groups):
        raise Refused(_("This programme no longer has that group. Look at the list again."))
    part.groups = sorted(groups)
    part.save(update_fields=["groups"])
    record("participation.groups_told", by=by, about=part)


@transaction.atomic
def bring(programme: Programme, sheets: Mapping[str, Sequence[Mapping[str, str]]], *, by: Person) -> Tally:
    """Take in everybody of these sheets ({side: rows with "email"}), and invite who is no member yet: all or none."""
    require(rules.can_bring(by, programme))
    tally = Tally()
    members = _members(programme)
    for side, rows in sheets.items():
        for row in rows:
            tally = _bring_one(programme, row["email"].lower(), Side(side), members, tally, by)
    record("programme.brought", by=by, about=programme, added=tally.added, invited=tally.invited)
    return tally


@transaction.atomic
def take_in(listed: Listed, person: Person, *, by: Person | None) -> None:
    """Somebody who was listed has become a member: they take part."""
    part = Participation(programme=listed.programme, person=person, side=listed.side)
    require(rules.can_take_in(by, listed))
    if _add(part):
        record("participation.joined", by=by, about=part, side=part.side)
    listed.delete()


def _members(programme: Programme) -> dict[str, Person]:
    here = Membership.objects.filter(organisation=programme.organisation_id, left_at=None)
    return {one.person.email.lower(): one.person for one in here.select_related("person")}


def _bring_one(
    programme: Programme, email: str, side: Side, members: Mapping[str, Person], tally: Tally, by: Person
) -> Tally:
    if email in members:
        part = Participation(programme=programme, person=members[email], side=side)
        if not _add(part):
            return Tally(tally.added, tally.invited, tally.known + 1)
        record("participation.joined", by=by, about=part, side=side.value)
        return Tally(tally.added + 1, tally.invited, tally.known)
    _listed, is_new = Listed.objects.get_or_create(programme=programme, email=email, side=side)
    if not is_new:
        return Tally(tally.added, tally.invited, tally.known + 1)
    if not programme.listed.filter(email=email).exclude(side=side).exists():
        invitations.invite(programme.organisation, email, by=by, from_roster=True)
    return Tally(tally.added, tally.invited + 1, tally.known)


def _add(part: Participation) -> bool:
    """Keep it unless the person takes part on that side already; of two at once, one is kept."""
    made, is_new = Participation.objects.get_or_create(
        programme=part.programme, person=part.person, side=part.side, left_at=None
    )
    part.pk, part.code = made.pk, made.code
    return is_new
