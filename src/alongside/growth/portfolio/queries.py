"""Reading a portfolio: by its owner with everything, by others without what is marked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person

from .models import PARTS, Case, Showing
from .redacting import hides_something, redacted

TEXTS = (
    ("problem", _("The problem")),
    ("users", _("For whom")),
    ("role", _("My part")),
    ("decision", _("The decision")),
    ("trade_off", _("What was given up")),
    ("result", _("What came of it")),
    ("otherwise", _("What would have happened otherwise")),
    ("team", _("Who else")),
)


@dataclass(frozen=True, slots=True)
class Read:
    """A case as somebody else reads it."""

    title: str
    texts: list[tuple[Any, str]]
    because: str
    artefact: str


def digest_of(token: str) -> str:
    """What the table is searched by."""
    return hashlib.sha256(token.encode()).hexdigest()


def by_token(token: str) -> Showing | None:
    """The showing that a link leads to, withdrawn or not."""
    rows = Showing.objects.select_related("person").filter(person__is_active=True)
    return rows.filter(token_digest=digest_of(token)).first()


def as_others_read(person: Person) -> list[Read]:
    """The chosen cases, without what is marked."""
    return [_read(case) for case in Case.objects.visible_to(person).for_list().filter(chosen=True)]


def _read(case: Case) -> Read:
    told = [(title, redacted(getattr(case, name))) for name, title in TEXTS]
    artefact = "" if hides_something(case.artefact) else case.artefact
    because = case.get_because_display() if case.because else ""
    return Read(redacted(case.title), [one for one in told if one[1]], str(because), artefact)


def portfolio_of(person: Person) -> dict[str, Any]:
    """The owner's page."""
    cases = list(Case.objects.visible_to(person).for_list())
    rows = [
        {"case": case, "filled": case.filled, "of": len(PARTS), "marked": _is_marked(case)} for case in cases
    ]
    showings = Showing.objects.visible_to(person).open().select_related("person").order_by("-pk")
    return {"rows": rows, "chosen": sum(case.chosen for case in cases), "showings": list(showings)}


def _is_marked(case: Case) -> bool:
    return any(hides_something(getattr(case, name)) for name, _title in (("title", ""), *TEXTS))
