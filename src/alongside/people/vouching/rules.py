"""Who may ask for a colleague's word, and who may give it."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Vouch


@rule(Vouch)
def can_ask(person: Person, vouch: Vouch) -> bool:
    """Only the person asks for a word about their own career."""
    return vouch.person_id == person.pk == vouch.about.person_id


@rule(Vouch)
def can_withdraw(person: Person, vouch: Vouch) -> bool:
    """Only the person who asked takes the question back."""
    return vouch.person_id == person.pk


@rule(Vouch)
def can_answer(person: Person | None, vouch: Vouch) -> bool:
    """Whoever holds the link answers, with an account or without; nobody vouches for themself."""
    return person is None or vouch.person_id != person.pk
