"""What the demo's first pair worked on together: an overfull release, an offer to decide on, a map kept private."""

from __future__ import annotations

import datetime as dt

from alongside.accounts.memberships.queries import organisations_of
from alongside.kit.clock import now, travel
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import mentees, mentors
from alongside.practice.comments import actions as comments
from alongside.practice.playbooks import actions as playbooks
from alongside.practice.rows import actions as rows
from alongside.practice.tools.registry import TOOLS
from alongside.practice.worksheets import actions as worksheets

SILENT_START = {
    "title": "Begin in silence",
    "when": "A meeting begins with the loudest opinion, and the rest agrees with it.",
    "exercise": "Everybody reads the same page for five minutes and writes one question. Then each reads theirs out.",
    "tool": "pr-faq",
    "first_question": "Whose question changed the decision?",
    "second_question": "Who has said nothing for a month, and why?",
}
DAY = dt.timedelta(days=1)


def work_together(mentorship: Mentorship) -> None:
    """Ben sorts the release with his mentor, who questions a must; two more worksheets stand beside it."""
    mentee, mentor = mentees(mentorship)[0], mentors(mentorship)[0]
    moscow, matrix, people = TOOLS["moscow"], TOOLS["career-matrix"], TOOLS["stakeholder-map"]
    with travel(now() - 20 * DAY):
        release = worksheets.start(
            moscow, by=mentee, title="Winter release", sheet=moscow.example, mentorship=mentorship
        )
        worksheets.start(people, by=mentee, title="Who decides about the depots", sheet=people.example)
    playbooks.write(SILENT_START, by=mentor, organisation=organisations_of(mentor).first())
    with travel(now() - 12 * DAY):
        text = "What happens in the first week if dispatch re-plans by telephone, as today?"
        comments.make(release, text, by=mentor, row="r4", column="category", suggestion="Should")
        rows.add(
            release,
            [{"item": "Delay by text message", "effort": 3.0, "category": "C", "reason": ""}],
            by=mentor,
        )
    with travel(now() - 5 * DAY):
        title = "Stay at a mid-size company, or go to an enterprise?"
        worksheets.start(matrix, by=mentee, title=title, sheet=matrix.example, mentorship=mentorship)
