"""What happens between the demo's people: briefs, requests, mentorships in every state."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from alongside.accounts.persons.models import Person
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now, travel
from alongside.matching.briefs import actions as briefs
from alongside.matching.briefs.models import Brief
from alongside.matching.requests import actions as requests
from alongside.matching.requests.models import Request

from . import bonds, record
from .pairs import grow

DAY = dt.timedelta(days=1)
People = dict[str, Person]


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody seeks."""

    goal: str
    kind: str
    skills: tuple[str, ...]
    move: str = ""
    industry: str = ""
    why: str = "A role in the new team opens in spring, and I want to be ready for it."


WISHES = {
    "Ben Okafor": Wish("Lead a release from the first idea to the launch", "skill", ("B3", "D1", "C3"), "engineer_to_pm"),
    "Freya Olsen": Wish("Become a group product manager within a year", "transition", ("B1", "E1"), "senior_to_principal"),
    "Lucas Martin": Wish("Move from engineering into a first product role", "transition", ("A1", "A2"), "engineer_to_pm"),
    "Oscar Nyström": Wish("Find out whether product is for me", "insight", ("A2",), "engineer_to_pm"),
    "Aisha Rahman": Wish("Speak up when executives disagree", "confidence", ("D3", "D4")),
    "Maya Patel": Wish("Write a strategy that people use", "skill", ("B1", "D2")),
    "Benjamin Köhler": Wish("Understand the energy market", "insight", ("A4",), industry="energy"),
    "Chiara Conti": Wish("Price a product with confidence", "skill", ("B2",), industry="commerce"),
    "Hye-jin Park": Wish("Meet product people outside of games", "network", ("F3",)),
    "Noah Goldberg": Wish("From sales into product for good", "transition", ("A1", "C1")),
    "Linh Nguyen": Wish("Run experiments that change decisions", "skill", ("A3",)),
    "Ewa Kamińska": Wish("Lead without being anybody's manager", "skill", ("E1", "D1")),
}  # fmt: skip


def happen(people: People) -> None:
    """Let briefs be written and requests be sent, accepted, declined and queued."""
    written = {name: _brief(people[name], wish) for name, wish in WISHES.items()}
    accepted = _accepted(people, written)
    grow(accepted)
    oldest = accepted[0][0]
    assert oldest.mentorship is not None
    bonds.grow(oldest.mentorship, oldest.mentor, oldest.mentee)
    record.keep(oldest.mentorship)
    newest = accepted[-1][0]
    assert newest.mentorship is not None
    bonds.begin(newest.mentorship, newest.mentor, newest.mentee)
    _waiting_line(people, written)
    _unanswered(people, written)


def _brief(person: Person, wish: Wish) -> Brief:
    by_key = {skill.key: skill for skill in default_skills()}
    brief = briefs.begin(by=person)
    goals = [(by_key[key], 3 - place, 3) for place, key in enumerate(wish.skills)]
    answers: dict[str, dict[str, object]] = {
        "kind": {"kind": wish.kind},
        "goal": {"goal": wish.goal},
        "why": {"why_now": wish.why},
        "skills": {"goal_skills": goals},
        "move": {"move": wish.move},
        "context": {"industry": wish.industry},
        "help": {"helps": ["advise", "review"]},
        "rhythm": {"hours_a_month": 4, "cadence": 14},
        "values": {"values": person.profile.values},
    }
    for step, answer in answers.items():
        briefs.answer(brief, step, dict(answer), by=person)
    briefs.finish(brief, by=person)
    return brief


def ask(mentor: Person, mentee: Person, brief: Brief | None, question: str, **more: object) -> Request:
    """Send a request with the goal of the brief."""
    goal = brief.goal if brief else "One question about my next step"
    return requests.send(mentor, by=mentee, brief=brief, goal=goal, question=question, **more)  # type: ignore[arg-type]  # more names the rest


def _accepted(people: People, written: dict[str, Brief]) -> list[tuple[Request, int]]:
    """Requests that were accepted, and how many days ago."""
    pairs = [
        ("Ada Lindqvist", "Ben Okafor", 63, "How did you tell your director that the plan was wrong?"),
        (
            "Ines Carvalho",
            "Freya Olsen",
            35,
            "What changed when you led product managers for the first time?",
        ),
        ("Freya Olsen", "Lucas Martin", 21, "Which of my engineering habits will get in my way?"),
        ("Ada Lindqvist", "Maya Patel", 9, "May I show you a strategy that nobody reads?"),
    ]
    made = []
    for mentor, mentee, days, question in pairs:
        with travel(now() - days * DAY):
            made.append((ask(people[mentor], people[mentee], written.get(mentee), question), days))
            requests.accept(made[-1][0], by=people[mentor])
    return made


def _waiting_line(people: People, written: dict[str, Brief]) -> None:
    """A mentor with one place, which is taken, and two who wait for it."""
    mentor = people["Rafael Ortega"]
    with travel(now() - 14 * DAY):
        first = ask(mentor, people["Ewa Kamińska"], written["Ewa Kamińska"], "How do you win over a sceptic?")
        requests.accept(first, by=mentor)
    for days, name in ((6, "Aisha Rahman"), (3, "Oscar Nyström")):
        with travel(now() - days * DAY):
            ask(mentor, people[name], written[name], "What would you try first in my place?")


def _unanswered(people: People, written: dict[str, Brief]) -> None:
    """One that waits for an answer, one without names, one with a call proposed, one declined."""
    ada, freya = people["Ada Lindqvist"], people["Freya Olsen"]
    with travel(now() - 2 * DAY):
        ask(ada, people["Aisha Rahman"], written["Aisha Rahman"], "What do you say when the room goes quiet?")
        ask(
            freya,
            people["Oscar Nyström"],
            written["Oscar Nyström"],
            "What did you miss from code?",
            identity_light=True,
        )
    with travel(now() - 5 * DAY):
        called = ask(
            people["Hannah Weiss"],
            people["Ben Okafor"],
            written["Ben Okafor"],
            "How do you pick one measure?",
        )
    requests.propose_chemistry(called, [now() + 2 * DAY, now() + 3 * DAY], by=people["Hannah Weiss"])
    with travel(now() - 20 * DAY):
        declined = ask(
            people["Noor van Dijk"], people["Ben Okafor"], written["Ben Okafor"], "Where would you begin?"
        )
        requests.decline(
            declined, "I change jobs next month and cannot promise time.", by=people["Noor van Dijk"]
        )
