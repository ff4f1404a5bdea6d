"""What the pages of agreements show."""

from __future__ import annotations

from typing import Any

from alongside.accounts.persons.models import Person
from alongside.mentoring.mentorships import queries as mentorships
from alongside.mentoring.mentorships.models import Mentorship

from . import differences, queries, terms
from .models import Version
from .terms import FIELDS, Said


def one(mentorship: Mentorship, reader: Person) -> dict[str, Any]:
    """The newest version, and where it stands."""
    standing = queries.standing(mentorship)
    newest, in_force = standing.newest, standing.in_force
    changed = []
    if newest and in_force and newest != in_force:
        changed = differences.between(in_force.said, newest.said)
    return _people(mentorship, reader) | {
        "standing": standing,
        "sections": terms.lines(newest.said) if newest else [],
        "changed": changed,
        "goals": (newest.said.get("goals") or "").splitlines() if newest else [],
        "waits_for_reader": standing.waits_for(reader),
        "waits_for": mentorships.names([one for one in standing.waiting_for if one != reader]),
    }


def past(mentorship: Mentorship, reader: Person) -> dict[str, Any]:
    """Every version, with what it changed."""
    return _people(mentorship, reader) | {"steps": queries.history(mentorship)}


def crossing(base: Version | None, mine: Said, theirs: Version) -> dict[str, Any]:
    """What both wrote at once: the merged terms, and theirs beside mine where we differ."""
    before = base.said if base else {}
    both = differences.crossed(before, mine, theirs.said)
    return {
        "theirs": theirs,
        "merged": differences.merge(before, mine, theirs.said),
        "crossed": [(FIELDS[name], FIELDS[name].shown(theirs.said.get(name))) for name in both],
        "taken": [one for one in differences.between(before, theirs.said) if one.field.name not in both],
    }


def _people(mentorship: Mentorship, reader: Person) -> dict[str, Any]:
    return {
        "mentorship": mentorship,
        "others": mentorships.names(mentorships.others(mentorship, reader)),
        "mentors": mentorships.mentors(mentorship),
        "mentees": mentorships.mentees(mentorship),
    }
