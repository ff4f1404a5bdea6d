"""Whom somebody has seen and so may block."""

from __future__ import annotations

from django.core import signing
from django.http import Http404

from alongside.accounts.persons.models import Person

SALT = "blocks"


def proof_of_seeing(person: Person, other: Person, known_as: str) -> str:
    """Return a proof that a page has shown ``other`` to ``person``, under this name.

    Who may see whom is decided in areas above this one; their pages hand the proof out with the link.
    """
    return signing.dumps([person.code, other.code, known_as], salt=SALT)


def seen(person: Person, code: str, proof: str) -> tuple[Person, str]:
    """Return whom ``person`` was shown, and under which name; without a proof there is nobody."""
    try:
        viewer, shown, known_as = signing.loads(proof, salt=SALT)
    except signing.BadSignature as forged:
        raise Http404 from forged
    other = Person.objects.active().filter(code=code).first()
    if other is None or (viewer, shown) != (person.code, code):
        raise Http404
    return other, known_as
