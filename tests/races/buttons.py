"""What two people can press in a mentorship: every button opens its page first, and is pressed later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Model, QuerySet

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.advice.models import Advice
from alongside.mentoring.agreements import actions as agreements
from alongside.mentoring.agreements.models import Version
from alongside.mentoring.attendance import actions as attendance
from alongside.mentoring.common_ground import actions as common_ground
from alongside.mentoring.feedback import actions as feedback
from alongside.mentoring.feedback.models import Feedback
from alongside.mentoring.goals import actions as goals
from alongside.mentoring.goals.models import Goal
from alongside.mentoring.help import actions as help_actions
from alongside.mentoring.help.models import Concern
from alongside.mentoring.introductions import actions as introductions
from alongside.mentoring.introductions.models import Introduction
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import Meeting, Suggestion
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.messages import actions as messages
from alongside.mentoring.reviews import actions as reviews
from alongside.mentoring.reviews.models import Review
from alongside.mentoring.soundings import actions as soundings
from alongside.mentoring.soundings.models import Sounding, SoundingLink
from alongside.mentoring.suggestions import actions as suggestions

Press = Callable[[], object]
LEVELS = [f"level {number}" for number in range(5)]
SBI = {"situation": "On Tuesday", "behaviour": "You asked", "impact": "It was cut", "ask": "Why?"}
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@dataclass
class Course:
    """One mentorship, the two in it, and who is asked for help."""

    mentor: Person
    mentee: Person
    helper: Person
    pair: int
    began: int
    """The number of the last event before it."""
    told: set[int] = field(default_factory=set)

    @property
    def mentorship(self) -> Mentorship:
        """As a page loads it."""
        return Mentorship.objects.with_people().get(pk=self.pair)

    def events(self) -> QuerySet[Event]:
        """What happened since it began, in order."""
        return Event.objects.filter(pk__gt=self.began).order_by("pk")


def rows(course: Course, model: type[Model], number: int, **more: object) -> Model | None:
    """One of the newest rows of this kind, as a page loads it."""
    related = [name for name in ("mentorship",) if hasattr(model, name)]
    found = model._default_manager.filter(mentorship=course.pair, **more).select_related(*related)
    return found.order_by("-pk")[number : number + 1].first()


def on(
    model: type[Model], action: Callable[..., object], **said: object
) -> Callable[[Course, Person, int], Press | None]:
    """Open the page of a row now; press its button later."""

    def open_page(course: Course, who: Person, number: int) -> Press | None:
        row = rows(course, model, number)
        return None if row is None else lambda: action(row, by=who, **said)

    return open_page


def here(action: Callable[..., object], **said: object) -> Callable[[Course, Person, int], Press]:
    """Open a page of the mentorship now; press its button later."""

    def open_page(course: Course, who: Person, number: int) -> Press:
        pair = course.mentorship
        return lambda: action(pair, by=who, **said)

    return open_page


def _edit(course: Course, who: Person, number: int) -> Press | None:
    newest = rows(course, Version, 0)
    if newest is None:
        return None
    said = {**newest.said, "confidentiality": f"Between us, {newest.number} {number}"}
    return lambda: agreements.edit(newest.mentorship, said, by=who, base=newest.number)


def _plan(course: Course, who: Person, number: int) -> Press:
    pair, start = course.mentorship, now() + (number + 1) * HOUR
    return lambda: meetings.plan_one(pair, start, by=who, minutes=50)


def _series(course: Course, who: Person, number: int) -> Press:
    pair, first = course.mentorship, (now() + (number + 1) * DAY).date()
    more = {"every_days": 14, "at": dt.time(17), "zone": "Europe/London", "minutes": 45}
    return lambda: meetings.plan_series(pair, by=who, starts_on=first, until=first + 30 * DAY, **more)


def _move(course: Course, who: Person, number: int) -> Press | None:
    row, start = rows(course, Meeting, number), now() + (number + 2) * HOUR
    return None if row is None else lambda: meetings.move(row, start, by=who)


def _suggest(course: Course, who: Person, number: int) -> Press:
    pair, start = course.mentorship, now() + (number + 1) * DAY
    return lambda: suggestions.suggest(pair, [start, start + HOUR], by=who)


def _pick(course: Course, who: Person, number: int) -> Press | None:
    row = rows(course, Suggestion, number)
    return None if row is None else lambda: suggestions.pick(row, row.moments[0], by=who)


def _set_goal(course: Course, who: Person, number: int) -> Press:
    pair = course.mentorship
    return lambda: goals.set(pair, by=who, title="A goal", levels=LEVELS, quarter=f"203{number}-Q1")


def _third(said: str) -> Callable[[Course, Person, int], Press | None]:
    def open_page(course: Course, who: Person, number: int) -> Press | None:
        row = rows(course, Introduction, number)
        return None if row is None else lambda: introductions.answer(row, said, by=None)

    return open_page


def _other(course: Course, who: Person) -> Person:
    return course.mentee if who == course.mentor else course.mentor


def _ask_feedback(course: Course, who: Person, number: int) -> Press:
    pair = course.mentorship
    return lambda: feedback.ask(pair, by=who, giver=_other(course, who), question="How was it?")


def _offer_feedback(course: Course, who: Person, number: int) -> Press:
    pair = course.mentorship
    return lambda: feedback.offer(pair, by=who, receiver=_other(course, who), skill=None, **SBI)


def _introduce(course: Course, who: Person, number: int) -> Press:
    pair, said = course.mentorship, {"wanted": "A lead", "purpose": "To learn", "blurb": "Hello"}
    return lambda: introductions.ask(pair, by=who, mentor=course.mentor, **said)


def _pass_on(course: Course, who: Person, number: int) -> Press | None:
    row = rows(course, Introduction, number)
    email = f"kim{course.pair}-{number}@example.net"
    return row and (lambda: introductions.pass_on(row, by=who, name="Kim", email=email, note=""))


def _ask_colleagues(course: Course, who: Person, number: int) -> Press:
    pair = course.mentorship
    asked = [(name, f"{name}{course.pair}-{number}@example.net") for name in ("Ivo", "Jun", "Kai")]
    return lambda: soundings.ask(pair, by=who, colleagues=asked)


def _colleague(course: Course, who: Person, number: int) -> Press | None:
    links = SoundingLink.objects.filter(sounding__mentorship=course.pair)
    link = links.select_related("sounding__mentorship").order_by("-pk")[number : number + 1].first()
    said = {"strengths": ["calm"], "theme": "decides"}
    return link and (lambda: soundings.answer(link, by=None, said=said))


def _advise(course: Course, who: Person, number: int) -> Press | None:
    row = rows(course, Meeting, number)
    return row and (lambda: advice.give(row, "Ask first", by=who))


def _concern(action: Callable[..., object]) -> Callable[[Course, Person, int], Press]:
    def open_page(course: Course, who: Person, number: int) -> Press:
        concern = Concern.objects.get(mentorship=course.pair)
        return lambda: action(concern, by=course.helper)

    return open_page


ANSWER = {"landing": "stung", "will_try": "Ask first", "practice": "Stand-up", "weeks": 4}
ACTS: dict[str, Callable[[Course, Person, int], Press | None]] = {
    "pause": here(mentorships.pause), "resume": here(mentorships.resume), "end": here(mentorships.end),
    "freeze": _concern(help_actions.freeze), "thaw": _concern(help_actions.thaw),
    "draft": here(agreements.draft), "edit": _edit, "accept": on(Version, agreements.accept),
    "set goal": _set_goal, "agree": on(Goal, goals.agree), "remove goal": on(Goal, goals.remove),
    "change goal": on(Goal, goals.change, title="Another", levels=LEVELS, weight=1, skill=None),
    "progress": on(Goal, goals.progress, text="It moved"), "complete": on(Goal, goals.complete, score=1),
    "plan": _plan, "series": _series, "move": _move, "cancel": on(Meeting, meetings.cancel),
    "held": on(Meeting, meetings.tell_outcome, state="held"),
    "missed": on(Meeting, meetings.tell_outcome, state="missed"),
    "come": on(Meeting, attendance.answer, said="yes"), "stay away": on(Meeting, attendance.answer, said="no"),
    "suggest": _suggest, "pick": _pick, "decline times": on(Suggestion, suggestions.decline),
    "take times back": on(Suggestion, suggestions.take_back), "advise": _advise,
    "decide": on(Advice, advice.decide, decision="do", why=""), "report": on(Advice, advice.report, result="Yes"),
    "ask feedback": _ask_feedback, "offer feedback": _offer_feedback,
    "give": on(Feedback, feedback.give, skill=None, **SBI), "take back": on(Feedback, feedback.take_back),
    "land": on(Feedback, feedback.answer, **ANSWER),
    "look again": on(Feedback, feedback.look_again, change="more", seen_now="It"),
    "ask to meet": _introduce, "pass on": _pass_on, "keep back": on(Introduction, introductions.keep_back, reason=""),
    "withdraw": on(Introduction, introductions.withdraw), "third yes": _third("yes"), "third no": _third("no"),
    "outcome": on(Introduction, introductions.tell_outcome, kind="met", text=""),
    "thank": on(Introduction, introductions.thank, text="Thank you"),
    "half way": here(reviews.begin, kind="half_way"), "closing": here(reviews.begin, kind="closing"),
    "review": on(Review, reviews.answer, texts={"works": "Much"}),
    "ground": here(common_ground.write, texts={"came": "By chance"}),
    "colleagues": _ask_colleagues, "colleague": _colleague, "close round": on(Sounding, soundings.close),
    "show round": on(Sounding, soundings.share), "say": here(messages.send, text="Hello"),
}  # fmt: skip
"""Every button, by name: each opens its page first, so that what is pressed may be old by then."""
BEGINNING = (
    ("mentee", "set goal"), ("mentor", "plan"), ("mentee", "suggest"), ("mentee", "ask feedback"),
    ("mentor", "offer feedback"), ("mentee", "ask to meet"), ("mentee", "colleagues"), ("mentor", "half way"),
)  # fmt: skip
"""What stands there in half of the courses from the first day on."""
