"""Reading pulses: one's own answers, and a joint line once everybody has answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.mentoring.mentorships.models import Mentorship

from .models import Pulse, PulseAnswer
from .statements import score

COARSE = 10
"""Points of a hundred: two and a half of the 24 steps that six answers have."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A pulse as one reader sees it; ``joint`` is None until everybody has answered."""

    pulse: Pulse
    own: PulseAnswer | None
    own_score: float | None
    joint: int | None
    words: list[PulseAnswer] = field(default_factory=list)
    """What others released."""

    @property
    def is_open(self) -> bool:
        """Whether it still takes answers."""
        return self.pulse.closes_at > now()


def taken(mentorship: Mentorship, reader: Person) -> list[Taken]:
    """Every pulse of the mentorship, the oldest first, in two queries."""
    people = len(mentorship.participants.all())
    rows = Pulse.objects.filter(mentorship=mentorship).prefetch_related("answers__person")
    return [_taken(pulse, mentorship, reader, people) for pulse in rows]


def joint_scores(mentorship: Mentorship) -> list[tuple[Pulse, float, list[list[int]]]]:
    """The pulses that everybody answered, with the mean of all scores and the answers, the oldest first."""
    people = len(mentorship.participants.all())
    found = []
    for pulse in Pulse.objects.filter(mentorship=mentorship).prefetch_related("answers"):
        answers = _of(pulse, mentorship)
        if len(answers) >= people:
            values = [one.values for one in answers]
            found.append((pulse, _mean([score(one) for one in values]), values))
    return found


def open_for(mentorship: Mentorship) -> Pulse | None:
    """The pulse that takes answers now."""
    return Pulse.objects.filter(mentorship=mentorship, closes_at__gt=now()).last()


def answer_of(pulse: Pulse, person: Person) -> PulseAnswer | None:
    """What this person answered."""
    given = PulseAnswer.objects.visible_to(person).filter(pulse=pulse).first()
    if given is not None:
        given.pulse = pulse
    return given


def _taken(pulse: Pulse, mentorship: Mentorship, reader: Person, people: int) -> Taken:
    answers = _of(pulse, mentorship)
    own = next((one for one in answers if one.person_id == reader.pk), None)
    whole = len(answers) >= people
    return Taken(
        pulse,
        own,
        score(own.values) if own else None,
        shown(_mean([score(one.values) for one in answers])) if whole else None,
        [one for one in answers if one.released_at and one is not own],
    )


def _of(pulse: Pulse, mentorship: Mentorship) -> list[PulseAnswer]:
    """The answers, which know their mentorship already: its key opens them."""
    answers = list(pulse.answers.all())
    pulse.mentorship = mentorship
    for one in answers:
        one.pulse = pulse
    return answers


def shown(mean: float) -> int:
    """A joint score as people read it: of two who know their own, neither can work out what the other answered."""
    return round(mean / COARSE) * COARSE


def _mean(scores: list[float]) -> float:
    return round(sum(scores) / len(scores), 1)
