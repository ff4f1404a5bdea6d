"""What an import would change, before it changes anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from alongside.accounts.invitations.models import Invitation
from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.people.careers.models import Position
from alongside.people.profiles.models import Profile
from alongside.people.profiles.queries import profile_of

from .career import Brought, Job
from .models import Import

COMPARED = ("title", "company", "started", "ended", "about")


@dataclass(frozen=True, slots=True)
class Change:
    """One job of the import: new, changed, or there already."""

    job: Job
    position: Position | None
    state: str
    """new, changed or same."""


@dataclass(frozen=True, slots=True)
class CareerPlan:
    """What would be added and changed in a career and a profile."""

    changes: list[Change]
    profile: dict[str, Any]

    @property
    def is_empty(self) -> bool:
        """Whether everything is there already."""
        return not self.profile and all(change.state == "same" for change in self.changes)


def career_plan(brought: Brought, person: Person, source: str) -> CareerPlan:
    """Compare what was brought with what the person has: by fingerprint, else by title and company."""
    positions = list(Position.objects.filter(person=person))
    by_key = {position.source_key: position for position in positions if position.source == source}
    by_words = {_words(position.title, position.company): position for position in positions}
    changes = []
    for job in {job.key: job for job in brought.jobs}.values():
        known = by_key.get(job.key) or by_words.get(_words(job.title, job.company))
        changes.append(Change(job, known, _state(job, known)))
    return CareerPlan(changes, _profile_changes(brought, profile_of(person)))


def _words(title: str, company: str) -> tuple[str, str]:
    return (title.strip().casefold(), company.strip().casefold())


def _state(job: Job, known: Position | None) -> str:
    if known is None:
        return "new"
    fields = job.fields()
    return "same" if all(getattr(known, name) == fields[name] for name in COMPARED) else "changed"


def _profile_changes(brought: Brought, profile: Profile) -> dict[str, Any]:
    """Only what the person has not said themself; lists grow and lose nothing."""
    changes: dict[str, Any] = {}
    for name in ("headline", "about"):
        if getattr(brought, name) and not getattr(profile, name):
            changes[name] = getattr(brought, name)
    for name in ("topics", "languages"):
        had = list(getattr(profile, name))
        more = [one for one in getattr(brought, name) if one not in had]
        if more:
            changes[name] = (had + more)[:40]
    return changes


@dataclass(frozen=True, slots=True)
class RosterPlan:
    """Whom a roster would invite, and who is a member already and would be placed."""

    invited: list[dict[str, str]]
    placed: list[dict[str, str]]
    waiting: int


def roster_plan(brought: Import) -> RosterPlan:
    """Compare a roster with the members and the invitations that still work."""
    people = brought.read.get("people", [])
    members = Membership.objects.filter(organisation=brought.organisation, left_at=None)
    here = {email.lower() for email in members.values_list("person__email", flat=True)}
    pending = Invitation.objects.filter(
        organisation=brought.organisation, accepted_at=None, withdrawn_at=None
    )
    asked = {email.lower() for email in pending.filter(expires_at__gt=now()).values_list("email", flat=True)}
    return RosterPlan(
        invited=[one for one in people if one["email"] not in here | asked],
        placed=[one for one in people if one["email"] in here],
        waiting=sum(one["email"] in asked - here for one in people),
    )
