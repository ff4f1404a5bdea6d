"""What the demo's Ben decides about his career: one question that is looked back on, one that is weighed."""

from __future__ import annotations

import datetime as dt

from alongside.accounts.persons.models import Person
from alongside.growth.confirming import actions as confirming
from alongside.growth.decisions import actions as decisions
from alongside.growth.decisions.models import CareerDecision
from alongside.growth.evidence import actions as evidence
from alongside.growth.plans import actions as plans
from alongside.growth.plans.suggesting import Suggestion
from alongside.growth.skills import actions as rating
from alongside.growth.skills.queries import default_skills
from alongside.growth.wins import actions as wins
from alongside.kit.clock import now, travel
from alongside.mentoring.mentorships.models import Mentorship
from alongside.practice.rows import actions as rows
from alongside.practice.tools.registry import TOOLS
from alongside.practice.worksheets import actions as worksheets
from alongside.practice.worksheets.models import Worksheet

DAY = dt.timedelta(days=1)
SCORES = ((5, 3), (5, 2), (3, 5), (3, 4), (4, 2), (5, 3), (3, 4), (2, 5), (3, 4), (4, 4))
"""Of a mid-size company and of an enterprise, by our ten criteria."""

SHOWN = (
    (52, "C3", "Shipped the delay warning on the fourth", "Cut five of eleven musts with the director; calls to dispatch halved.", True),
    (24, "C3", "Took the old map out of service", "Nine users moved by telephone before the switch was thrown.", True),
    (31, "D1", "Operations asked for the next release themselves", "The sceptic of March opened the review in October.", True),
    (12, "D1", "Two directors agreed on one date", "Each had his own; the third was better for both.", False),
)  # fmt: skip
"""Days ago, the skill, what happened, what it shows, and whether the mentor confirmed it."""
CAME = (("C3", 2, 3), ("D1", 2, 3), ("A1", 2, 2), ("B3", 1, 2), ("D3", 1, 2))
"""The skill, where he stood in the spring, and where he stands now."""
PLANNED = (
    ("B3", 2, 3, 3, "A roadmap for the depots that three teams and the director of operations agree to."),
    ("D3", 2, 3, 2, "One yes of the board to a plan that costs something."),
    ("A1", 2, 3, 1, "Two conversations with drivers a month, with notes that the team uses."),
)
"""The skill, where he stands, where he wants to, how much it matters, and what will show it."""


def choose(mentorship: Mentorship, ben: Person) -> None:
    """He moved to product a while ago, and has two offers now."""
    with travel(now() - 140 * DAY):
        moved = decisions.ask(
            "Stay an engineer, or take the product post?", ["Stay an engineer", "Take the post"], by=ben
        )
        told = {
            "reasons": "I argue about what to build in every review already. The post is where that is my work.",
            "otherwise": "If after half a year I had not talked to a driver once.",
        }
        decisions.decide(moved, "Take the post", told, by=ben)
    came = "I talk to drivers every month. I miss finishing things: small scripts on Fridays help."
    with travel(now() - 12 * DAY):
        decisions.review(moved, "yes", came, by=ben)
    with travel(now() - 8 * DAY):
        offers = decisions.ask("Paylark or Hallvard Freight, until the end of the month?",
                               ["Paylark, mid-size", "Hallvard Freight, enterprise"], by=ben, preset="size")  # fmt: skip
        _weigh(offers, mentorship, ben)
        position = TOOLS["positioning"]
        title = "Where I stand, for freight companies"
        worksheets.start(position, by=ben, title=title, sheet=position.example, mentorship=mentorship)
    with travel(now() - 30 * DAY):
        day = (now() + 91 * DAY).date()
        wins.wait("First depot tour for new engineers", day, by=ben)


def prove(ben: Person, mentor: Person) -> None:
    """Evidence of what he did: the mentor has confirmed three items, and is asked about a fourth."""
    skills = {skill.key: skill for skill in default_skills()}
    with travel(now() - 130 * DAY):
        for key, before, _since in CAME:
            rating.rate(skills[key], before, by=ben)
    for days, key, title, text, confirmed in SHOWN:
        with travel(now() - days * DAY):
            told = {"level": 3, "day": now().date(), "title": title, "text": text, "link": ""}
            item = evidence.keep(skills[key], told, by=ben)
        with travel(now() - 7 * DAY):
            asked = confirming.ask_a_mentor(item, mentor, by=ben)
            if confirmed:
                confirming.answer(asked, by=mentor, confirm=True, seen=item.facts, why="I was there")


def plan(ben: Person) -> None:
    """He says anew where he stands, and plans the three skills of this quarter."""
    skills = {skill.key: skill for skill in default_skills()}
    with travel(now() - 5 * DAY):
        for key, _before, since in CAME:
            rating.rate(skills[key], since, by=ben)
    chosen = [
        Suggestion(skills[key], level, target, priority) for key, level, target, priority, _aim in PLANNED
    ]
    made = plans.make(chosen, by=ben)
    for line, (*_skill, aim) in zip(
        made.skills.select_related("plan__person", "skill__framework"), PLANNED, strict=True
    ):
        said = {name: getattr(line, name) for name in plans.CHANGED}
        plans.change(line, said | {"aim": aim}, by=ben)


def _weigh(offers: CareerDecision, mentorship: Mentorship, ben: Person) -> None:
    """Score both, and let the mentor see the sheet."""
    sheet = Worksheet.objects.select_related("owner").get(code=decisions.weigh(offers, by=ben))
    for at, (one, other) in enumerate(SCORES):
        rows.change(sheet, f"p{at}", {"a": float(one), "b": float(other)}, by=ben, seen=sheet.number)
    worksheets.share(sheet, mentorship, by=ben)
