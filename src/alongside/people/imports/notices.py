"""Who joins by a roster's invitation gets the team and the manager that the roster named."""

from __future__ import annotations

from alongside.accounts.memberships import actions as memberships
from alongside.accounts.memberships.models import Membership
from alongside.activity.events.models import Event

from .models import Import


def place_by_roster(event: Event) -> None:
    """Somebody has joined: place them, and those whom they manage, as the newest roster says."""
    joined = Membership.objects.select_related("person").filter(code=event.about_code, left_at=None).first()
    if joined is None:
        return
    rosters = Import.objects.filter(
        kind=Import.Kind.ROSTER, organisation=joined.organisation_id, applied_at__isnull=False
    )
    newest = rosters.select_related("by").order_by("-applied_at").first()
    if newest is None:
        return
    _place(joined, newest)


def _place(joined: Membership, newest: Import) -> None:
    people: dict[str, dict[str, str]] = newest.read.get("people", {})
    rows = Membership.objects.filter(organisation=joined.organisation_id, left_at=None).select_related(
        "person"
    )
    here = {row.person.email.lower(): row for row in rows}
    address = joined.person.email.lower()
    concerned = [one for one in people.values() if address in (one["email"], one["manager"])]
    for one in concerned:
        member, manager = here.get(one["email"]), here.get(one["manager"])
        if member is not None:
            memberships.place(member, manager.person if manager else None, one["team"][:120], by=newest.by)
