"""When this happens, do that. The whole product's reactions and timed jobs, on one page."""

from __future__ import annotations

import procrastinate

from alongside.activity.events.listeners import LISTENERS
from alongside.matching.requests import notices as requests
from alongside.people.imports import notices as imports
from alongside.people.profiles import notices as profiles
from alongside.people.vouching import notices as vouching

LISTENERS += [
    ("person.agreed", profiles.begin_a_profile),
    ("position.changed", vouching.let_go_of_what_changed),
    ("launch.changed", vouching.let_go_of_what_changed),
    ("vouch.confirmed", vouching.tell_the_asker),
    ("vouch.declined", vouching.tell_the_asker),
    ("membership.joined", imports.place_by_roster),
    ("person.deactivated", requests.end_what_is_open),
    ("offer.changed", requests.move_the_line),
    ("offer.place_given_back", requests.move_the_line),
    ("request.sent", requests.tell_the_mentor_of_it),
    ("request.reminded", requests.remind_the_mentor),
    ("request.accepted", requests.tell_the_mentee_of_acceptance),
    ("request.declined", requests.tell_the_mentee_of_decline),
    ("request.expired", requests.tell_the_mentee_of_the_end),
    ("request.withdrawn", requests.tell_the_mentor_of_withdrawal),
    ("request.chemistry_proposed", requests.tell_the_mentee_of_times),
    ("request.chemistry_picked", requests.tell_both_of_the_call),
    ("request.place_freed", requests.tell_the_mentor_of_it),
    ("request.place_freed", requests.tell_the_mentee_of_the_place),
]


def on_app_ready(app: procrastinate.App) -> None:
    """Register what happens with time."""
