"""Who may do what to a request."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Request


@rule(Request)
def can_send(person: Person, request: Request) -> bool:
    """A person asks for themself, and nobody asks themself."""
    return request.mentee_id == person.pk and request.mentor_id != person.pk


@rule(Request)
def can_accept(person: Person, request: Request) -> bool:
    """Only the mentor who was asked accepts."""
    return request.mentor_id == person.pk


@rule(Request)
def can_decline(person: Person, request: Request) -> bool:
    """Only the mentor who was asked declines."""
    return request.mentor_id == person.pk


@rule(Request)
def can_propose_chemistry(person: Person, request: Request) -> bool:
    """Only the mentor who was asked proposes a call first."""
    return request.mentor_id == person.pk


@rule(Request)
def can_pick_chemistry(person: Person, request: Request) -> bool:
    """Only the mentee picks one of the proposed times."""
    return request.mentee_id == person.pk


@rule(Request)
def can_withdraw(person: Person, request: Request) -> bool:
    """Only the mentee takes their request back."""
    return request.mentee_id == person.pk


@rule(Request)
def can_read_reason(person: Person, request: Request) -> bool:
    """The reason for a decline is for the mentor's eyes alone."""
    return request.mentor_id == person.pk
