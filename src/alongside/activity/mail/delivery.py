"""Claim, send, mark: a letter is never lost, and a crash sends at most one duplicate of it."""

from __future__ import annotations

import datetime as dt
import smtplib

from django.db import transaction
from django.db.models import Q

from . import smtp
from .models import Letter

LEASE = dt.timedelta(seconds=60)
"""A worker that has not marked its letter by then is taken for dead, and another takes over."""
WAITS = [1, 2, 5, 10, 10, 30, 60, 120, 240, 480]
"""Minutes until the next attempt."""
GIVE_UP_AFTER = dt.timedelta(days=3)
AT_ONCE = 500
FORGOTTEN = {"text": "", "html": "", "calendar": ""}
"""What is not kept of a letter that has gone out: it may hold a link that opens something."""

State = Letter.State


def deliver(letter_id: int, *, at: dt.datetime) -> bool:
    """Deliver one letter if it waits; return whether it went out."""
    letter = _claim(Q(pk=letter_id), at)
    return letter is not None and _attempt(letter, at)


def deliver_due(*, at: dt.datetime) -> int:
    """Deliver everything that is due, and return how many went out."""
    if not smtp.delivers():
        return 0
    sent = 0
    for _turn in range(AT_ONCE):
        letter = _claim(Q(), at)
        if letter is None:
            break
        sent += _attempt(letter, at)
    return sent


def _claim(which: Q, at: dt.datetime) -> Letter | None:
    """Take one due letter for ourselves, past those that others hold."""
    rested = Q(not_before=None) | Q(not_before__lte=at)
    free = Q(state=State.WAITING) | Q(state=State.SENDING, claimed_until__lte=at)
    with transaction.atomic():
        due = Letter.objects.filter(which, rested, free).order_by("pk")
        letter = due.select_for_update(skip_locked=True).first()
        if letter is None:
            return None
        letter.state = State.SENDING
        letter.claimed_until = at + LEASE
        letter.attempts += 1
        letter.save(update_fields=["state", "claimed_until", "attempts"])
        return letter


def _attempt(letter: Letter, at: dt.datetime) -> bool:
    try:
        smtp.send(letter)
    except (smtplib.SMTPException, OSError, ValueError) as problem:
        _put_back(letter, problem, at)
        return False
    _mark(letter, state=State.SENT, sent_at=at, claimed_until=None, problem="", **FORGOTTEN)
    return True


def _put_back(letter: Letter, problem: Exception, at: dt.datetime) -> None:
    words = f"{type(problem).__name__}: {problem}"[:300]
    if _is_final(problem) or letter.created_at + GIVE_UP_AFTER < at:
        _mark(letter, state=State.FAILED, claimed_until=None, problem=words)
        return
    wait = WAITS[min(letter.attempts, len(WAITS)) - 1]
    later = at + dt.timedelta(minutes=wait)
    _mark(letter, state=State.WAITING, not_before=later, claimed_until=None, problem=words)


def _mark(letter: Letter, **fields: object) -> None:
    """Write the outcome, unless another worker took the letter over in the meantime."""
    Letter.objects.filter(pk=letter.pk, attempts=letter.attempts).update(**fields)


def _is_final(problem: Exception) -> bool:
    """Whether the server said "never" to this address or message, and not "later"."""
    if isinstance(problem, ValueError):  # the address or a header cannot be written as a message at all
        return True
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in problem.recipients.values())
    return isinstance(problem, smtplib.SMTPDataError | smtplib.SMTPSenderRefused) and problem.smtp_code >= 500
