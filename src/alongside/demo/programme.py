"""The demo's programme: a spring of mentoring at Northwind, with a round whose draft waits for its coordinators."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now, travel
from alongside.matching.briefs import actions as briefs
from alongside.matching.briefs.queries import current
from alongside.matching.publishing import actions as publishing
from alongside.matching.publishing.running import work_on
from alongside.matching.rounds import actions as rounds
from alongside.programmes.participations import actions as participations
from alongside.programmes.programmes import actions as programmes

from .content.people import Life

DAY = dt.timedelta(days=1)
NAME = "Spring of mentoring"
ABOUT = (
    "Six months with somebody from another team, two or three steps ahead of you. One meeting a fortnight."
)
SENIOR = 4
GOALS = [
    ("Lead a discovery from the first question to a decision", ("A1", "A3"), ""),
    ("Say no to a director with numbers and without drama", ("D1", "D3"), ""),
    ("Write a strategy that my team uses on a Tuesday", ("B1", "D2"), ""),
    ("Find out whether product work is for me", ("A2", "F3"), "engineer_to_pm"),
    ("Set a price and stand by it", ("B2", "A4"), ""),
    ("Run a roadmap that survives its first quarter", ("B3", "C1"), ""),
]
"""What mentees of a programme seek: a goal, its skills, and perhaps a move."""


def run(people: dict[str, Person], lives: Sequence[Life]) -> None:
    """Let Cleo begin the programme, bring everybody of Northwind, and have a draft worked out."""
    cleo = people["Cleo Marchetti"]
    northwind = Organisation.objects.get(name="Northwind")
    here = [life for life in lives if life.home in {"northwind", "both"} and life.name != "Dev Raman"]
    mentors = [life for life in here if life.places]
    mentees = [life for life in here if life.level < SENIOR and life.name != "Ben Okafor"]
    with travel(now() - 12 * DAY):
        for place, life in enumerate(mentees):
            _seek(people[life.name], place)
        first = (now() + 30 * DAY).date()
        programme = programmes.begin(
            northwind,
            by=cleo,
            name=NAME,
            about=ABOUT,
            starts_on=first,
            ends_on=first + 180 * DAY,
            most_mentees=2,
        )
        sheets = {
            side: [{"email": people[life.name].email} for life in side_lives]
            for side, side_lives in (("mentee", mentees), ("mentor", mentors))
        }
        participations.bring(programme, sheets, by=cleo)
    with travel(now() - 2 * DAY):
        round = rounds.begin(programme, by=cleo, name="First round", decided_by="total", answer_days=7)
        rounds.freeze(round, by=cleo)
        work_on(publishing.decide(round, by=cleo).pk)


def _seek(person: Person, place: int) -> None:
    """Finish a brief, unless there is one."""
    if current(person):
        return
    goal, keys, move = GOALS[place % len(GOALS)]
    by_key = {skill.key: skill for skill in default_skills()}
    brief = briefs.begin(by=person)
    answers: dict[str, dict[str, object]] = {
        "kind": {"kind": "transition" if move else "skill"},
        "goal": {"goal": goal},
        "skills": {"goal_skills": [(by_key[key], 3 - rank, 3) for rank, key in enumerate(keys)]},
        "move": {"move": move},
        "rhythm": {"hours_a_month": 4, "cadence": 14},
        "values": {"values": person.profile.values},
    }
    for step, answer in answers.items():
        briefs.answer(brief, step, dict(answer), by=person)
    briefs.finish(brief, by=person)
