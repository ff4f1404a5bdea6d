"""Ask for feedback, give it, say how it landed and what one will try, and look again."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.growth.skills.models import Skill
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import others

from . import rules
from .models import Feedback

SOONEST, LATEST = 4, 8
"""Weeks until the second look: long enough to practise, short enough to remember."""
MOST_ASKED = 3
"""Open questions to one person: feedback on request is work."""


@transaction.atomic
def ask(
    mentorship: Mentorship, *, by: Person, giver: Person, question: str, skill: Skill | None = None
) -> Feedback:
    """Ask somebody here for feedback on one thing."""
    require(rules.can_ask_for_feedback(by, mentorship))
    _refuse_unless_together(mentorship, by, giver)
    Person.objects.select_for_update().get(pk=giver.pk)  # two questions at once count each other
    waiting = Feedback.objects.filter(mentorship=mentorship, receiver=by, giver=giver, given_at=None)
    if waiting.count() >= MOST_ASKED:
        raise Refused(_("Three of your questions wait for an answer. Wait for one, or take one back."))
    feedback = Feedback(mentorship=mentorship, giver=giver, receiver=by, skill=skill)
    feedback.question = question
    feedback.save()
    record("feedback.asked", by=by, about=feedback)
    return feedback


@transaction.atomic
def take_back(feedback: Feedback, *, by: Person) -> None:
    """Take a question back that nobody has answered."""
    require(rules.can_take_back(by, feedback))
    feedback = _locked(feedback)
    if feedback.is_given:
        raise Refused(_("It has been answered already."))
    record("feedback.taken_back", by=by, about=feedback)
    feedback.delete()


@transaction.atomic
def give(feedback: Feedback, *, by: Person, skill: Skill | None, **texts: str) -> None:
    """Answer a question: ``situation``, ``behaviour``, ``impact`` and ``ask``. It cannot be unsaid."""
    require(rules.can_give(by, feedback))
    feedback.mentorship.hold()
    feedback = _locked(feedback)
    if feedback.is_given:
        raise Refused(_("You have given this feedback already."))
    _write(feedback, skill, texts)
    record("feedback.given", by=by, about=feedback)


@transaction.atomic
def offer(
    mentorship: Mentorship, *, by: Person, receiver: Person, skill: Skill | None, **texts: str
) -> Feedback:
    """Give feedback that nobody asked for."""
    require(rules.can_offer_feedback(by, mentorship))
    _refuse_unless_together(mentorship, by, receiver)
    feedback = Feedback(mentorship=mentorship, giver=by, receiver=receiver)
    _write(feedback, skill, texts)
    record("feedback.given", by=by, about=feedback)
    return feedback


@transaction.atomic
def answer(
    feedback: Feedback, *, by: Person, landing: str, will_try: str, practice: str, weeks: int = 6
) -> None:
    """Say how it landed and, when there is something to try, what and when to look again."""
    require(rules.can_answer(by, feedback))
    feedback.mentorship.hold(after_the_end=True)
    feedback = _locked(feedback)
    if not feedback.is_given or feedback.looked_at is not None:
        raise Refused(_("There is nothing to answer here."))
    if not SOONEST <= weeks <= LATEST:
        raise Refused(_("Choose four to eight weeks until the second look."))
    feedback.landing, feedback.answered_at = Feedback.Landing(landing), now()
    feedback.will_try, feedback.practice = will_try, practice
    feedback.look_again_on = now().date() + dt.timedelta(weeks=weeks) if will_try else None
    feedback.reminded_at = None
    feedback.save()
    record("feedback.answered", by=by, about=feedback)


@transaction.atomic
def look_again(feedback: Feedback, *, by: Person, change: str, seen_now: str) -> None:
    """Weeks later: what the same person sees now."""
    require(rules.can_look_again(by, feedback))
    feedback.mentorship.hold(after_the_end=True)
    feedback = _locked(feedback)
    if not feedback.awaits_second_look:
        raise Refused(_("There is nothing to look at again here."))
    feedback.change, feedback.seen_now, feedback.looked_at = Feedback.Change(change), seen_now, now()
    feedback.save()
    record("feedback.looked_at_again", by=by, about=feedback, change=change)


def _locked(feedback: Feedback) -> Feedback:
    """As it stands now: what was pressed on an old page undoes nothing that happened since."""
    found = Feedback.objects.for_list().select_for_update(of=("self",)).filter(pk=feedback.pk).first()
    if found is None:
        raise Refused(_("This question has been taken back."))
    return found


def _write(feedback: Feedback, skill: Skill | None, texts: dict[str, str]) -> None:
    feedback.situation, feedback.behaviour = texts["situation"], texts["behaviour"]
    feedback.impact, feedback.ask = texts["impact"], texts["ask"]
    feedback.skill, feedback.given_at = skill, now()
    feedback.save()


def _refuse_unless_together(mentorship: Mentorship, person: Person, other: Person) -> None:
    mentorship.hold()
    if other not in others(mentorship, person):
        raise Refused(_("Choose somebody from this mentorship."))
