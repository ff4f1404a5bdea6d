"""Answer a pulse, and let the others read one's word."""

from __future__ import annotations

import json

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.mentorships.queries import side_of

from . import rules
from .models import Pulse, PulseAnswer
from .statements import HIGHEST, LOWEST, STATEMENTS


@transaction.atomic
def answer(pulse: Pulse, *, by: Person, numbers: list[int], word: str) -> PulseAnswer:
    """Answer it, or change the answer as long as it is open. The event tells nothing of what was said."""
    require(rules.can_answer_pulse(by, pulse))
    pulse.mentorship.hold()
    if pulse.closes_at <= now():
        raise Refused(_("This pulse has closed. The next one comes in about a month."))
    side = side_of(pulse.mentorship, by)
    if len(numbers) != len(STATEMENTS[side]) or not all(LOWEST <= one <= HIGHEST for one in numbers):
        raise Refused(_("Answer all six."))
    given = PulseAnswer.objects.select_for_update().filter(pulse=pulse, person=by).first()
    given = given or PulseAnswer(pulse=pulse, person=by, side=side)
    given.pulse = pulse
    given.numbers, given.word, given.released_at = json.dumps(numbers), word, None
    given.save()
    record("pulse.answered", by=by, about=pulse)
    return given


@transaction.atomic
def release(answer: PulseAnswer, *, by: Person) -> None:
    """Let the others read the word, and only the word."""
    require(rules.can_release(by, answer))
    answer.pulse.mentorship.hold(after_the_end=True)
    if not answer.word:
        raise Refused(_("You wrote nothing that could be shown."))
    if answer.released_at is None:
        answer.released_at = now()
        answer.save(update_fields=["released_at"])
        record("pulse.released", by=by, about=answer.pulse)
