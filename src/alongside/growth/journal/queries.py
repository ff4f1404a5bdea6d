"""Reading one's journal: opened in memory, for its person alone, and indexed nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from alongside.accounts.persons.models import Person
from alongside.vault.keys.keyring import Unreadable

from .models import Entry
from .situations import FIELDS, Situation, situation_of


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry with its situation, and what was answered."""

    entry: Entry
    situation: Situation

    @property
    def answers(self) -> list[tuple[object, str]]:
        """The questions that were answered."""
        asked = zip(self.situation.questions, FIELDS, strict=True)
        told = [(question, str(getattr(self.entry, name))) for question, name in asked]
        return [(question, text) for question, text in told if text]

    @property
    def beginning(self) -> str:
        """How it begins, for a list."""
        return self.answers[0][1] if self.answers else ""


def shown(entry: Entry) -> Shown:
    """An entry as a page shows it."""
    return Shown(entry, situation_of(entry.situation))


def readable(entries: Iterable[Entry]) -> list[Shown]:
    """Those that can be opened; one whose key is gone is nobody's any more."""
    found = []
    for entry in entries:
        try:
            found.append(shown(entry))
        except Unreadable:
            continue
    return found


def hard_times(person: Person) -> list[Shown]:
    """What went against the person, the newest first, with what it taught as far as they said."""
    return [one for one in readable(Entry.objects.visible_to(person).for_list()) if one.situation.is_hard]
