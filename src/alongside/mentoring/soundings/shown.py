"""What colleagues said, as it may be shown: counted always, in words only when nobody is known by them."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.functional import Promise

from alongside.accounts.persons.models import Person

from .models import FEWEST, Sounding, Voice
from .themes import THEMES

MOMENT = ("situation", "behaviour", "impact")


@dataclass(frozen=True, slots=True)
class Heard:
    """One round."""

    sounding: Sounding
    asked: int
    stay: int
    """How many were asked, and of how many the link was not taken back."""
    answers: int
    strengths: Counter[str]
    tries: Counter[str]
    moments: list[dict[str, Any]] = field(default_factory=list)
    wishes: list[str] = field(default_factory=list)

    @property
    def is_enough(self) -> bool:
        """Whether there are words to read."""
        return self.answers >= FEWEST

    @property
    def is_counted(self) -> bool:
        """Whether what was chosen is counted: not where so many links were taken back that it leads to somebody."""
        return max(self.answers, self.stay) >= FEWEST


def pages(soundings: list[Sounding], reader: Person) -> list[dict[str, Any]]:
    """Then and now of each person, one's own first."""
    people = {one.person_id: one.person for one in soundings}
    first = sorted(people.values(), key=lambda person: (person != reader, person.name))
    return [_page([one for one in soundings if one.person_id == person.pk], reader) for person in first]


def heard(sounding: Sounding) -> Heard:
    """What may be shown of a round; nothing but how many answered until it is over."""
    voices, links = list(sounding.voices.all()), list(sounding.links.all())
    stay = sum(link.withdrawn_at is None for link in links)
    none = Heard(sounding, len(links), stay, len(voices), Counter(), Counter())
    if not sounding.is_closed or not none.is_counted:
        return none
    words = [voice.words for voice in voices]
    strengths = Counter(theme for said in words for theme in said.get("strengths", ()))
    tries = Counter(said.get("theme", "") for said in words)
    if not none.is_enough:
        return replace(none, strengths=strengths, tries=tries)
    moments = [voice.words for voice in _mixed(voices, "moment") if any(map(voice.words.get, MOMENT))]
    wishes = [voice.words["wish"] for voice in _mixed(voices, "wish") if voice.words.get("wish")]
    return replace(none, strengths=strengths, tries=tries, moments=moments, wishes=wishes)


def taken_apart(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Answers as an archive tells them: as little as on the page may two words of one colleague stand together."""
    return [
        row | {"code": _mark(f"{what} {said}", row["code"])[:16], "what": what, "said": said}
        for row in rows
        for what, said in _pieces(json.loads(row["said"] or "{}"))
        if said
    ]


def _pieces(words: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for theme in words.get("strengths", ()):
        yield "done well", str(THEMES.get(theme, theme))
    yield "to try", str(THEMES.get(words.get("theme", ""), ""))
    yield "moment", "\n".join(filter(None, map(words.get, MOMENT)))
    yield "wish", words.get("wish", "")


def _page(rounds: list[Sounding], reader: Person) -> dict[str, Any]:
    mine = rounds[0].person_id == reader.pk
    every = [heard(one) for one in rounds if mine or one.shared_at]
    over = [one for one in every if one.sounding.is_closed]
    return {"person": rounds[0].person, "mine": mine, "rounds": every, "over": over, "rows": _rows(over)}


def _rows(over: list[Heard]) -> list[tuple[str | Promise, list[tuple[int, int]]]]:
    """Each theme that somebody chose, with how many saw it and wished for it, round by round."""
    rows = []
    for key, label in THEMES.items():
        counts = [(one.strengths[key], one.tries[key]) for one in over]
        if any(map(any, counts)):
            rows.append((label, counts))
    return rows


def _mixed(voices: list[Voice], what: str) -> list[Voice]:
    """In an order of its own for each question, so that two texts of one colleague do not stand alike."""
    return sorted(voices, key=lambda voice: _mark(what, voice.code))


def _mark(what: str, code: str) -> str:
    return hashlib.sha256(f"{what} {code}".encode()).hexdigest()
