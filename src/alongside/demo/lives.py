"""Gives every person of the demo a profile, a career, skills and a week, through the real actions."""

from __future__ import annotations

import datetime as dt
import random
from itertools import count

from alongside.accounts.persons import actions as persons
from alongside.accounts.persons.models import Person
from alongside.growth.skills import actions as skills
from alongside.growth.skills.models import Skill
from alongside.people.availability import actions as availability
from alongside.people.careers import actions as careers
from alongside.people.careers.models import Launch, Position, Story
from alongside.people.offers import actions as offers
from alongside.people.offers.models import Format, Help
from alongside.people.profiles import actions as profiles
from alongside.people.profiles.models import Channel

from .content.launches import LAUNCHES
from .content.people import Life
from .content.stories import STORIES
from .paths import LEADS_FROM, Step, steps_of

TOPICS = [
    "Discovery",
    "Pricing",
    "Roadmaps",
    "First 90 days",
    "Hiring",
    "Strategy",
    "Stakeholders",
    "Platforms",
]
HEADLINES = {
    "engineer": (
        "I used to build it; now I ask whether we should",
        "From stack traces to stories that people tell",
        "Still close to the code, closer to those who use it",
        "I make hard choices small enough to try",
    ),
    "designer": ("From pixels to problems worth solving", "I draw it before we argue about it"),
    "analyst": ("Numbers first, then the people behind them", "I look for the question under the figure"),
    "consultant": ("Fewer slides, more decisions", "I say the awkward thing early, and kindly"),
    "marketer": ("I listen to markets for a living", "Positioning is a product decision"),
    "operations": ("Calm delivery, honest plans", "I keep promises small and keep them all"),
    "sales": ("I have heard every no there is", "Customers wrote my best roadmaps"),
    "founder": ("Built one, closed one, learned from both", "I have run out of money once, never of ideas"),
}
ABOUTS = [
    "I learned most from people who told me the truth early. I try to do the same, kindly.",
    "I give an hour a fortnight because somebody once gave me one. Bring a real question and I will bring time.",
    "My best work was mostly saying no. Ask me about the time when I said it too late.",
    "I am at my best with people who are new to the role and braver than they feel.",
    "I like messy beginnings: the team that is not one yet, the product nobody has named.",
]
EXPECTS = "Come with one topic and one specific question. Tell me afterwards what became of it, even if it went wrong."
_numbers = count()


def move_in(life: Life, *, cast: bool) -> Person:
    """Sign a person up and agree to the code of conduct."""
    word = life.name.split()[0].lower()
    email = f"{word}@example.org" if cast else f"person{next(_numbers)}@people.example"
    person = persons.sign_up(email, life.name, None, timezone=life.zone)
    persons.agree_to_conduct(by=person)
    return person


def tell(person: Person, life: Life, chance: random.Random, today: dt.date, known: list[Skill]) -> None:
    """Fill the profile, the career, the skills, the week, and the offer of who mentors."""
    profile = profiles.begin(person)
    profiles.change(
        profile,
        by=person,
        headline=_headline(life),
        about=chance.choice(ABOUTS),
        languages=list(life.languages),
        topics=chance.sample(TOPICS, 3),
        channels=[Channel.VIDEO, *chance.sample([Channel.CHAT, Channel.MAIL, Channel.DOCUMENTS], 1)],
        findable_by=_findable(life),
        values=[chance.choice([-2, -1, -1, 0, 1, 1, 2]) for _ in range(8)],
    )
    steps = steps_of(life, chance, today.year)
    positions = [_hold(person, step) for step in steps]
    _launch(person, positions, chance)
    _remember(person, life, chance)
    _rate(person, life, chance, known)
    _keep_hours(person, life, chance)
    if life.places:
        _offer(person, life, chance)


def _headline(life: Life) -> str:
    lines = HEADLINES[life.path]
    return lines[sum(map(ord, life.name)) % len(lines)]


def _findable(life: Life) -> list[str]:
    return {
        "northwind": ["companies"],
        "circle": ["communities", "everyone"],
        "both": ["companies", "communities"],
    }[life.home]


def _hold(person: Person, step: Step) -> Position:
    company = step.company
    return careers.add(
        Position,
        person,
        by=person,
        title=step.title,
        company=company.name,
        function=step.function,
        level=step.level,
        manages=step.manages,
        size=company.size,
        stage=company.stage,
        industry=company.industry,
        product_type=company.product_type,
        started=step.started,
        ended=step.ended,
    )


def _launch(person: Person, positions: list[Position], chance: random.Random) -> None:
    for text in chance.sample(LAUNCHES, chance.choice([1, 1, 2])):
        careers.add(Launch, person, by=person, position=positions[-1], **text._asdict())


def _remember(person: Person, life: Life, chance: random.Random) -> None:
    fitting = [one for one in STORIES if life.path == "engineer" or "engineer" not in one.title]
    for text in chance.sample(fitting, 2 if life.level >= LEADS_FROM else 1):
        careers.add(Story, person, by=person, **{**text._asdict(), "skills": list(text.skills)})


def _rate(person: Person, life: Life, chance: random.Random, known: list[Skill]) -> None:
    usual = min(5, 1 + life.level * 0.62)
    for skill in chance.sample(known, 9):
        level = round(chance.gauss(usual, 0.7))
        skills.rate(skill, max(1, min(5, level)), by=person)


def _keep_hours(person: Person, life: Life, chance: random.Random) -> None:
    days = sorted(chance.sample(range(5), 3))
    windows = [(day, dt.time(chance.choice([7, 8, 12])), dt.time(chance.choice([13, 14]))) for day in days]
    evening = (chance.choice(days), dt.time(17), dt.time(20))
    availability.set_week(person, by=person, zone=life.zone, windows=[*windows, evening])


def _offer(person: Person, life: Life, chance: random.Random) -> None:
    offers.change(
        person.offer,
        by=person,
        open=True,
        capacity=life.places,
        formats=[Format.LONG, Format.FLASH] if chance.random() < 0.6 else [Format.LONG],
        helps=chance.sample(list(Help.values), 3),
        cadences=[14, 28] if life.level > LEADS_FROM else [7, 14],
        trained_at=dt.date(2026, 3, 2) if chance.random() < 0.5 else None,
        expects=EXPECTS if chance.random() < 0.7 else "",
    )
