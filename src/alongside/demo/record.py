"""What the demo's Ben keeps of his own: a journal, a rehearsal, a mock interview, a portfolio."""

from __future__ import annotations

import datetime as dt

from alongside.accounts.persons.models import Person
from alongside.growth.journal import writing
from alongside.growth.portfolio import actions as portfolio
from alongside.kit.clock import now, travel
from alongside.mentoring.confidences import actions as confidences
from alongside.mentoring.confidences.models import mentors_of
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import mentees, mentors
from alongside.practice.interviews import actions as interviews
from alongside.practice.rehearsals import actions as rehearsals

from . import choosing

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


PROPOSAL = {
    "title": "Open the depots to partners",
    "ask": "Two engineers for eight weeks, decided today",
    "downside": "The night shift sees strangers' vans for a month before it gains anything.",
    "minutes": 8,
    "panel": ["chief", "finance", "operations"],
    "before": 35,
}
TAKES = (
    (
        15,
        655,
        (3, 2, 2, 2, 1, 2, 2, 1),
        (3, 2, 2, 1, 2, 1, 3, 2),
        "The ask came in minute seven. Begin with it.",
    ),
    (
        13,
        492,
        (3, 3, 4, 2, 2, 3, 3, 2),
        (4, 3, 3, 3, 2, 3, 3, 3),
        "Now I know what you want from me after one sentence.",
    ),
)
OBJECTIONS = (
    (
        "finance",
        "When does the money come back, and what if it takes twice as long?",
        "In fourteen months; at twice that it still pays for itself, because the yard is rented anyway.",
        True,
    ),
    ("chief", "What do we stop doing for this?", "The second map. It had nine users in March.", False),
    ("operations", "Who was asked of those who work there at night?", "", False),
)
CASES = (
    {
        "title": "Warning drivers before the jam", "problem": "Drivers of [[Hallvard Freight]] learned of jams from inside them.",
        "users": "Drivers with forty stops a day", "role": "I cut the release from eleven musts to six.",
        "decision": "A text to the driver first, the map for dispatch later.", "trade_off": "Photographs of damage came a season later.",
        "result": "Calls to dispatch fell from [[12]] to 6 an hour.", "because": "likely", "team": "Four engineers and a designer",
        "otherwise": "The winter before, calls rose.", "artefact": "", "chosen": True,
    },
    {
        "title": "Open map data for villages", "problem": "Two addresses in ten were not found.",
        "decision": "Open data instead of the larger contract.", "result": "Saved [[40,000]] a year.", "chosen": False,
    },
)  # fmt: skip


def keep(mentorship: Mentorship) -> None:
    """Ben writes in hard weeks, rehearses with his mentor, and tells what he did."""
    ben, mentor = mentees(mentorship)[0], mentors(mentorship)[0]
    for days, situation, texts in JOURNAL:
        with travel(now() - days * DAY):
            entry = writing.write(situation, texts, by=ben)
    with travel(now() - 5 * DAY):
        confidences.share(entry, mentors_of(ben)[0], by=ben)
    for case in CASES:
        portfolio.tell(case, by=ben)
    portfolio.show("Hiring manager at Oakline", by=ben)
    choosing.choose(mentorship, ben)
    choosing.prove(ben, mentor)
    choosing.plan(ben)
    _rehearse(mentorship, ben, mentor)
    _remember(ben)
    _answer(mentorship, ben, mentor)


def _rehearse(mentorship: Mentorship, ben: Person, mentor: Person) -> None:
    """Two takes, the second one better; one objection is still open."""
    with travel(now() - 16 * DAY):
        day = (now() + 24 * DAY).date()
        rehearsal = rehearsals.plan({**PROPOSAL, "day": day}, by=ben, mentorship=mentorship)
    for days, seconds, his, hers, note in TAKES:
        moment = now() - days * DAY
        with travel(moment):
            rehearsals.begin(rehearsal, by=ben)
        with travel(moment + dt.timedelta(seconds=seconds)):
            rehearsals.stop(rehearsal, by=ben)
            rehearsals.score(rehearsal, his, "", by=ben)
            rehearsals.score(rehearsal, hers, note, by=mentor)
    for role, text, said, hardest in OBJECTIONS:
        objection = rehearsals.object_to(rehearsal, text, by=mentor, role=role, hardest=hardest)
        if said:
            rehearsals.answer(objection, said, by=ben)
    rehearsals.feel(rehearsal, 60, by=ben)


def _remember(ben: Person) -> None:
    """What was decided on an earlier proposal."""
    with travel(now() - 120 * DAY):
        told = {
            "title": "Ask drivers before each release",
            "ask": "One hour a month with two drivers",
            "before": 50,
        }
        earlier = rehearsals.plan(told, by=ben)
        rehearsals.decide(earlier, "yes", "Two drivers, one hour a month, paid", by=ben)
    won = {
        "result": "Releases go out without a night of calls",
        "measure": "calls to dispatch in the first hour",
    }
    with travel(now() - 20 * DAY):
        rehearsals.tell_result(earlier, {**won, "measure_before": "31", "measure_after": "9"}, by=ben)


def _answer(mentorship: Mentorship, ben: Person, mentor: Person) -> None:
    """One question, answered and rated by both."""
    moment = now() - 9 * DAY
    with travel(moment):
        interview = interviews.start("learn", ["sense"], 1, by=ben, mentorship=mentorship)
    with travel(moment + dt.timedelta(seconds=222)):
        said = "I would begin with one person: who is it, what are they trying to do, and how do they do it today?"
        reply = interviews.reply(interview, said, by=ben)
        interviews.rate(reply, [3, 2, 2, 3, 3], "", by=ben)
        interviews.rate(reply, [3, 4, 3, 2, 4], "You choose late. Say what you would give up.", by=mentor)
