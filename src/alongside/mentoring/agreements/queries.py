"""Reading agreements: the newest version, the one in force, and who has still to say yes."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.accounts.persons.models import Person
from alongside.mentoring.mentorships.models import Mentorship

from . import differences
from .differences import Difference
from .models import Version


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an agreement stands."""

    newest: Version | None
    in_force: Version | None
    waiting_for: list[Person]
    """Who has not accepted the newest version."""

    @property
    def is_in_force(self) -> bool:
        """Whether everybody has accepted the newest version."""
        return self.newest is not None and self.newest == self.in_force

    def waits_for(self, person: Person) -> bool:
        """Whether this person has still to read and accept."""
        return person in self.waiting_for


@dataclass(frozen=True, slots=True)
class Step:
    """A version in the history, with what it changed."""

    version: Version
    accepted_by: list[Person]
    changed: list[Difference]


def standing(mentorship: Mentorship) -> Standing:
    """Where the agreement of a mentorship stands, in three queries."""
    versions = list(Version.objects.filter(mentorship=mentorship).for_show())
    if not versions:
        return Standing(None, None, [])
    in_force = next((one for one in versions if not missing(one)), None)
    return Standing(versions[0], in_force, missing(versions[0]))


def missing(version: Version) -> list[Person]:
    """The people of the mentorship who have not accepted this version."""
    accepted = {one.person_id for one in version.acceptances.all()}
    return [one.person for one in version.mentorship.participants.all() if one.person_id not in accepted]


def history(mentorship: Mentorship) -> list[Step]:
    """Every version, the newest first, each with what differs from the one before."""
    versions = list(Version.objects.filter(mentorship=mentorship).for_show())
    before = [*versions[1:], None]
    return [
        Step(
            version,
            [acceptance.person for acceptance in version.acceptances.all()],
            differences.between(older.said, version.said) if older else [],
        )
        for version, older in zip(versions, before, strict=True)
    ]


def numbered(mentorship: Mentorship, number: int) -> Version | None:
    """One version by its number."""
    return Version.objects.filter(mentorship=mentorship, number=number).first()
