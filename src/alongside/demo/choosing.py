"""What the demo's Ben decides about his career: one question that is looked back on, one that is weighed."""

from __future__ import annotations

import datetime as dt

from alongside.accounts.persons.models import Person
from alongside.growth.decisions import actions as decisions
from alongside.growth.decisions.models import CareerDecision
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


def _weigh(offers: CareerDecision, mentorship: Mentorship, ben: Person) -> None:
    """Score both, and let the mentor see the sheet."""
    sheet = Worksheet.objects.select_related("owner").get(code=decisions.weigh(offers, by=ben))
    for at, (one, other) in enumerate(SCORES):
        rows.change(sheet, f"p{at}", {"a": float(one), "b": float(other)}, by=ben, seen=sheet.number)
    worksheets.share(sheet, mentorship, by=ben)
