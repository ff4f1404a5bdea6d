"""Start a mock interview, reply, and rate the replies."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Collection, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship
from alongside.practice.worksheets.holding import hold_shared

from . import rules
from .bank import AREAS, HIGHEST, LOWEST, RUBRIC, draw
from .models import Interview, Rating, Reply
from .turns import waits_for_challenge

LONGEST = dt.timedelta(hours=4)


@transaction.atomic
def start(
    mode: str, areas: Collection[str], count: int, *, by: Person, mentorship: Mentorship | None = None
) -> Interview:
    """Draw questions from these areas; those that were asked before come last."""
    interview = Interview(owner=by, mentorship=mentorship, mode=Interview.Mode(mode))
    require(rules.can_start(by, interview))
    if mentorship is not None:
        mentorship.hold()
    if not set(areas) & set(AREAS):
        raise Refused(_("Choose at least one area."))
    before = list(Interview.objects.filter(owner=by).values_list("questions", flat=True))
    asked = {key for keys in before for key in keys}
    chance = random.Random(f"{by.code} {len(before)}")  # noqa: S311  no secret; the same form asks the same
    interview.questions = draw(areas, count, chance, asked)
    interview.save()
    record("interview.started", by=by, about=interview, mode=mode, questions=len(interview.questions))
    return interview


@transaction.atomic
def reply(interview: Interview, text: str, *, by: Person) -> Reply:
    """Answer the question, or under stress the challenge, that waits; the last one ends the interview."""
    require(rules.can_reply(by, interview))
    hold_shared(interview.mentorship)
    Interview.objects.select_for_update(of=("self",)).get(pk=interview.pk)
    replies = list(interview.replies.all())
    for one in replies:
        one.interview = interview
    if waits_for_challenge(interview, replies):
        found = replies[-1]
        found.challenged, found.changed_at = text, now()
        found.save()
    else:
        found = _first_words(interview, replies, text)
        replies.append(found)
    record("interview.replied", by=by, about=interview, question=found.place + 1)
    if len(replies) == len(interview.questions) and not waits_for_challenge(interview, replies):
        _end(interview, by)
    return found


@transaction.atomic
def rate(reply: Reply, numbers: Sequence[int], note: str, *, by: Person) -> Rating:
    """Rate a reply by the five lines of the rubric, or rate it anew."""
    require(rules.can_rate(by, reply.interview))
    hold_shared(reply.interview.mentorship)
    if reply.interview.done_at is None:
        raise Refused(_("Finish the interview first."))
    if len(numbers) != len(RUBRIC) or not all(LOWEST <= one <= HIGHEST for one in numbers):
        raise Refused(_("Rate all five lines from 1 to 4."))
    Interview.objects.select_for_update(of=("self",)).get(pk=reply.interview_id)
    given = reply.ratings.filter(person=by).first() or Rating(person=by)
    given.reply = reply
    given.numbers, given.note = json.dumps(list(numbers)), note
    given.save()
    record("interview.rated", by=by, about=reply.interview, question=reply.place + 1)
    return given


@transaction.atomic
def take_back(interview: Interview, *, by: Person) -> None:
    """Nobody else reads it from now on; how they rated it stays with whoever was interviewed."""
    require(rules.can_reply(by, interview))
    interview.mentorship = None
    interview.save(update_fields=["mentorship"])
    record("interview.taken_back", by=by, about=interview)


@transaction.atomic
def remove(interview: Interview, *, by: Person) -> None:
    """Remove it with its replies and ratings."""
    require(rules.can_reply(by, interview))
    record("interview.removed", by=by, about=interview)
    interview.delete()


def _first_words(interview: Interview, replies: list[Reply], text: str) -> Reply:
    if len(replies) >= len(interview.questions):
        raise Refused(_("This interview is over. Look at your replies, and start another one."))
    since = replies[-1].changed_at if replies else interview.created_at
    seconds = round(min(now() - since, LONGEST).total_seconds())
    found = Reply(
        interview=interview, place=len(replies), text=text, seconds=max(1, seconds), changed_at=now()
    )
    found.save()
    return found


def _end(interview: Interview, by: Person) -> None:
    interview.done_at = now()
    interview.save(update_fields=["done_at"])
    record("interview.done", by=by, about=interview)
