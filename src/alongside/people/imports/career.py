"""The shape in which every import hands a career on, whatever it was read from."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import asdict, dataclass, field
from typing import Any

from alongside.kit.text import neutral, one_line
from alongside.people.profiles.languages import LANGUAGES

from . import guess

ALSO = {
    "mandarin": "zh",
    "farsi": "fa",
    "castilian": "es",
    "deutsch": "de",
    "français": "fr",
    "español": "es",
}


@dataclass(frozen=True, slots=True)
class Job:
    """A position as it was read."""

    title: str
    company: str
    started: dt.date | None = None
    ended: dt.date | None = None
    about: str = ""

    @property
    def key(self) -> str:
        """A fingerprint that stays the same from one import to the next."""
        words = "|".join([self.company.casefold(), self.title.casefold(), str(self.started or "")])
        return hashlib.sha256(words.encode()).hexdigest()[:40]

    def fields(self) -> dict[str, Any]:  # Any: one value for each field of a position
        """The fields of a position, with the function and level that the title suggests."""
        ends_early = self.started and self.ended and self.ended < self.started
        return {
            "title": one_line(self.title)[:160],
            "company": one_line(self.company)[:160],
            "started": self.started,
            "ended": None if ends_early else self.ended,
            "about": neutral(self.about)[:3000],
            "function": guess.function_of(self.title),
            "level": guess.level_of(self.title),
            "manages": guess.manages(self.title),
        }


@dataclass(slots=True)
class Brought:
    """Everything that was read: nothing about birth, address, health, pay or contacts is ever looked at."""

    jobs: list[Job] = field(default_factory=list)
    headline: str = ""
    about: str = ""
    topics: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:  # Any: plain JSON
        """The same as plain JSON, for keeping until it is applied."""
        plain = asdict(self)
        for job in plain["jobs"]:
            job |= {name: str(job[name]) if job[name] else None for name in ("started", "ended")}
        return plain


def from_json(plain: dict[str, Any]) -> Brought:  # Any: plain JSON
    """Return what ``as_json`` kept."""
    jobs = [
        Job(**{**job, "started": _day(job["started"]), "ended": _day(job["ended"])}) for job in plain["jobs"]
    ]
    return Brought(**{**plain, "jobs": jobs})


def language_code(name: str) -> str | None:
    """Return the code of a language by its English name or its own code, if it is among ours."""
    word = name.strip().casefold()
    known = {str(label).casefold(): code for code, label in LANGUAGES} | {code: code for code, _ in LANGUAGES}
    return known.get(word) or ALSO.get(word) or known.get(word.split("-")[0].split(" ")[0])


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
