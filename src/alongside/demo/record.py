"""What the demo's Ben keeps for himself: a journal, of which his mentor reads one page."""

from __future__ import annotations

import datetime as dt

from alongside.growth.journal import writing
from alongside.kit.clock import now, travel
from alongside.mentoring.confidences import actions as confidences
from alongside.mentoring.confidences.models import mentors_of
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import mentees

DAY = dt.timedelta(days=1)
JOURNAL = (
    (
        64, "set-back",
        {
            "happened": "The release review ended after ten minutes. Operations had not been asked, and said so.",
            "made_of_it": "That I am the engineer who plays product manager.",
            "another": "They were angry about the silence, not about me. Two of them stayed and sketched the depot with me.",
            "will_try": "Call one dispatcher before every review, even if it is only for five minutes.",
            "lesson": "A review is too late to meet somebody for the first time.",
        },
    ),
    (
        30, "comparing",
        {
            "happened": "Somebody who started a month after me presents to the board.",
            "made_of_it": "I am slow.",
            "another": "She has done this for six years elsewhere. Nobody sees my first six years in her job.",
            "will_try": "Ask her how she prepares the first minute.",
        },
    ),
    (
        6, "criticism",
        {
            "happened": "“You answer before you have heard the question.”",
            "made_of_it": "That I talk too much.",
            "another": "It was said about one meeting, by somebody who wants me to succeed.",
            "will_try": "Count to three before every answer, for two weeks.",
        },
    ),
)  # fmt: skip


def keep(mentorship: Mentorship) -> None:
    """Ben writes in hard weeks, and shows his mentor one page."""
    ben = mentees(mentorship)[0]
    for days, situation, texts in JOURNAL:
        with travel(now() - days * DAY):
            entry = writing.write(situation, texts, by=ben)
    with travel(now() - 5 * DAY):
        confidences.share(entry, mentors_of(ben)[0], by=ben)
