"""What grew between Ada and Ben: feedback looked at again, an introduction, a pulse, what Ada learned."""

from __future__ import annotations

import datetime as dt

from alongside.accounts.persons.models import Person
from alongside.growth.habits import actions as habits
from alongside.kit.clock import now, travel
from alongside.mentoring.common_ground import actions as common_ground
from alongside.mentoring.documents import actions as documents
from alongside.mentoring.feedback import actions as feedback
from alongside.mentoring.introductions import actions as introductions
from alongside.mentoring.leading import actions as leading
from alongside.mentoring.learning import actions as learning
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.messages import actions as messages
from alongside.mentoring.messages.files import Taken
from alongside.mentoring.pulse import actions as pulse
from alongside.mentoring.pulse import timed as pulses
from alongside.mentoring.pulse.queries import open_for
from alongside.mentoring.reviews import actions as reviews
from alongside.mentoring.soundings import actions as soundings
from alongside.mentoring.soundings.models import SoundingLink

DAY = dt.timedelta(days=1)
SELF_CHECK = [3, 2, 3, 4, 4, 4, 3, 4, 4, 4, 3, 3, 3, 4, 3, 2, 3, 2]


def grow(mentorship: Mentorship, mentor: Person, mentee: Person) -> None:
    """Fill the places of a mentorship that is two months old."""
    _feedback(mentorship, mentor, mentee)
    _ask_colleagues(mentorship, mentee)
    _introduce(mentorship, mentor, mentee)
    _learn(mentorship, mentor)
    _take_pulses(mentorship, mentor, mentee)
    _practise(mentor)
    reviews.begin(mentorship, "half_way", by=mentee)
    _write(mentorship, mentor, mentee)


def begin(mentorship: Mentorship, mentor: Person, mentee: Person) -> None:
    """Two who have just begun: what each wrote before their first meeting."""
    with travel(now() - 8 * DAY):
        theirs = {
            "came": "From support: I was tired of explaining the same screen.",
            "glad": "A page of refunds that nobody writes to us about any more.",
            "hard": "Our strategy has forty pages, and I wrote thirty of them.",
            "away": "I swim in cold water, and I bake.",
            "ticked": ["paper", "night", "people", "stopped"],
        }
        common_ground.write(mentorship, by=mentee, texts=theirs)
    with travel(now() - 7 * DAY):
        mine = {
            "came": "I wrote code until I noticed that I argued about what, not how.",
            "glad": "The smallest release I ever led: one field less.",
            "hard": "Two teams that both call themselves the platform.",
            "ticked": ["paper", "walk", "code", "stopped"],
        }
        common_ground.write(mentorship, by=mentor, texts=mine)


TIERS = b"tier,who it is for,left out\nStart,one depot,reports\nGrow,up to ten depots,own rules\nWhole,more than ten,nothing\n"


def _write(mentorship: Mentorship, mentor: Person, mentee: Person) -> None:
    """A few lines between two meetings, the last of them not read yet."""
    said = [
        (
            mentee,
            9,
            "The directors chose a date in ten minutes. I opened with the two dates, as you said. Thank you.",
        ),
        (mentor, 8.9, "That was your work, not my sentence. What will you do when they cannot choose?"),
        (
            mentee,
            8,
            "Ask which of the two they would regret more. I found this on the way: https://www.rfc-editor.org/rfc/rfc8058",
        ),
    ]
    for author, days, text in said:
        with travel(now() - days * DAY):
            messages.send(mentorship, text, by=author)
    with travel(now() - 2 * DAY):
        messages.mark_read(mentorship, by=mentee)
        messages.mark_read(mentorship, by=mentor)
        tiers = [Taken("price-tiers.csv", "plain", TIERS)]
        sent = messages.send(
            mentorship,
            "Here are the three tiers, before we meet. Which one would you drop?",
            by=mentee,
            files=tiers,
        )
        meeting = Meeting.objects.planned().filter(mentorship=mentorship).earliest("starts_at")
        documents.put(meeting, by=mentee, file=sent.attachments.get())
    with travel(now() - DAY):
        messages.send(mentorship, "Read them. Bring me the one that you would not dare to drop.", by=mentor)


def _feedback(mentorship: Mentorship, mentor: Person, mentee: Person) -> None:
    with travel(now() - 45 * DAY):
        question = "How did I open the release review on Tuesday?"
        asked = feedback.ask(mentorship, by=mentee, giver=mentor, question=question)
        feedback.give(
            asked, by=mentor, skill=None,
            situation="On Tuesday, in the release review with the directors",
            behaviour="You read the whole list out before you said which decision you needed",
            impact="They talked about the third item for twenty minutes, and the date stayed open",
            ask="What would you have liked them to decide?",
        )  # fmt: skip
    asked.refresh_from_db()
    with travel(now() - 43 * DAY):
        tried = "Open with the decision I need, in one sentence"
        feedback.answer(asked, by=mentee, landing="stung", will_try=tried, practice="Each Tuesday review")
    with travel(now() - 3 * DAY):
        seen = "You opened with two dates and waited. They chose one in ten minutes."
        feedback.look_again(asked, by=mentor, change="more", seen_now=seen)
        feedback.offer(
            mentorship, by=mentee, receiver=mentor, skill=None,
            situation="In our meeting last week, when I showed the roadmap",
            behaviour="You asked what I had tried before you said what you would do",
            impact="I found the answer myself, and I trusted it when my director asked",
            ask="Was that on purpose?",
        )  # fmt: skip


COLLEAGUES = [
    ("Ines Holt", "ines@example.net"),
    ("Tom Reyes", "tom@example.net"),
    ("Wen Li", "wen@example.net"),
]
SEEN = [
    ("clear", "users", "In the planning of May", "You read all nine items out", "We chose the loudest one", ""),
    ("calm", "decides", "When the depot stood still", "You asked each of us one question", "We found it by noon",
     "A decision at the end of each review"),
    ("users", "decides", "", "", "", "You name a date, even a wrong one"),
    ("decides", "room", "In the planning of last week", "You opened with two dates", "We were done in half the time", ""),
    ("decides", "early", "In Tuesday's review", "You said what you would give up", "Nobody asked for it again", ""),
    ("calm", "room", "", "", "", "The engineers present their part themselves"),
]  # fmt: skip
"""What colleagues saw: three before, three after."""


def _ask_colleagues(mentorship: Mentorship, mentee: Person) -> None:
    for days, voices in ((50, SEEN[:3]), (6, SEEN[3:])):
        with travel(now() - days * DAY):
            question = "I practise saying first which decision I need."
            asked = soundings.ask(mentorship, by=mentee, colleagues=COLLEAGUES, question=question)
            links = SoundingLink.objects.filter(sounding=asked).select_related("sounding__mentorship")
            for link, voice in zip(links, voices, strict=True):
                well, theme, *texts = voice
                said = dict(zip(("situation", "behaviour", "impact", "wish"), texts, strict=True))
                soundings.answer(link, by=None, said={"strengths": [well], "theme": theme, **said})


def _introduce(mentorship: Mentorship, mentor: Person, mentee: Person) -> None:
    with travel(now() - 40 * DAY):
        made = introductions.ask(
            mentorship, by=mentee, mentor=mentor, wanted="Somebody who has priced a platform product",
            purpose="To test our three price tiers before we show them to sales",
            blurb="I am Ben and I look after the dispatch product at Northwind. One question: what did you "
            "take out of the lowest tier, and did you regret it? Twenty minutes would be plenty.",
        )  # fmt: skip
        note = "Ben prepares well and keeps to twenty minutes."
        introductions.pass_on(made, by=mentor, name="Kim Park", email="kim.park@example.net", note=note)
    with travel(now() - 38 * DAY):
        made.refresh_from_db()
        introductions.answer(made, "yes", by=None)
        made.refresh_from_db()
    with travel(now() - 20 * DAY):
        told = "She asked me to speak about tiers at her meetup in spring."
        introductions.tell_outcome(made, by=mentee, kind="talk", text=told)
        introductions.thank(made, by=mentee, text="Without you I would never have written to her.")
    with travel(now() - 2 * DAY):
        introductions.ask(
            mentorship, by=mentee, mentor=mentor, wanted="A head of product in logistics",
            purpose="To learn how they plan for a season that nobody can forecast",
            blurb="I am Ben. One question: what do you decide early, and what do you leave open until October?",
        )  # fmt: skip


def _learn(mentorship: Mentorship, mentor: Person) -> None:
    with travel(now() - 34 * DAY):
        learned = learning.note(
            mentorship, "How Ben runs a critique in silence before anybody speaks", by=mentor
        )
    with travel(now() - 24 * DAY):
        learning.attempt(learned, "In our design review, with six people", by=mentor)
    with travel(now() - 10 * DAY):
        effect = "The quiet ones are heard, and we need half the time."
        learning.adopt(learned, effect, by=mentor)
        told = "I began critiques in silence, and let each of the six lead one."
        came = "Two of them run their own now; decisions take one meeting in place of two."
        leading.keep(told, came, now().date(), by=mentor, learning=learned)


def _take_pulses(mentorship: Mentorship, mentor: Person, mentee: Person) -> None:
    answers = [(32, [4, 3, 4, 3, 4, 5], [4, 3, 4, 3, 4, 5]), (1, [5, 4, 4, 4, 5, 5], [5, 4, 4, 5, 4, 5])]
    for days, mentees, mentors in answers:
        with travel(now() - days * DAY):
            pulses.open_due(now())
            mentorship.refresh_from_db()
            opened = open_for(mentorship)
            assert opened is not None
            pulse.answer(opened, by=mentee, numbers=mentees, word="")
            pulse.answer(opened, by=mentor, numbers=mentors, word="")


def _practise(mentor: Person) -> None:
    with travel(now() - 12 * DAY):
        habits.check(SELF_CHECK, by=mentor)
        habits.choose("doors", "Each Friday, name one person who could help and offer it.", by=mentor)
