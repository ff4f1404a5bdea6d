"""Claim, send, mark: a letter is never lost, and a crash sends at most one duplicate of it."""

from __future__ import annotations

import datetime as dt
import re
import smtplib
import time
from typing import Any

from django.db import transaction
from django.db.models import Q

from . import smtp
from .models import Letter

LEASE = dt.timedelta(seconds=60)
"""A worker that has not marked its letter by then is taken for dead, and another takes over."""
WAITS = [1, 2, 5, 10, 10, 30, 60, 120, 240, 480]
"""Minutes until the next attempt, when the server said "later" to this letter."""
AWAY_WAITS = [1, 2, 5]
"""Minutes until the next attempt, when the server could not be reached: when it is back, nothing waits for long."""
AWAY = "away: "
GIVE_UP_AFTER = dt.timedelta(days=3)
A_SWEEP = dt.timedelta(seconds=50)
"""The sweep comes every minute, and leaves the rest to the next one."""
A_JOB = dt.timedelta(seconds=5)
"""How long the job of one letter goes on with others; what it leaves is the sweep's."""
ADDRESS = re.compile(r"[^\s<>()\"',;:]+@[^\s<>()\"',;:]+")
"""What servers repeat in a refusal; whom a letter was for is not shown to whoever runs the instance."""
FORGOTTEN: dict[str, Any] = {"text": "", "html": "", "calendar": "", "headers": {}}
"""What is not kept of a letter that has gone out, or never will: it may hold a link that opens something."""

State = Letter.State


def deliver(letter_id: int, *, at: dt.datetime) -> bool:
    """Deliver one letter if it waits; return whether it went out."""
    letter = _claim(Q(pk=letter_id), at)
    with smtp.Line() as line:
        return letter is not None and not _attempt(letter, at, line)


def deliver_with_others(letter_id: int, *, at: dt.datetime) -> None:
    """Deliver one letter, and over the same line what else is due: many are written together."""
    if not is_away(at):
        _deliver(_claim(Q(pk=letter_id), at) or _claim(Q(), at), at, A_JOB)


def deliver_due(*, at: dt.datetime) -> int:
    """Deliver everything that is due, and return how many went out."""
    letter = _claim(Q(), at) if smtp.delivers() else None
    return _deliver(letter, at, A_SWEEP) if letter else 0


def _deliver(letter: Letter | None, at: dt.datetime, long: dt.timedelta) -> int:
    """Deliver this letter and then others over one line, for so long.

    The first one that finds the server away ends it: the others would find no more.
    """
    began, passed, sent = time.monotonic(), dt.timedelta(), 0
    with smtp.Line() as line:
        while letter is not None:
            problem = _attempt(letter, at + passed, line)
            sent += not problem
            passed = dt.timedelta(seconds=time.monotonic() - began)
            goes_on = passed < long and not (problem and _is_away(problem))
            letter = _claim(Q(), at + passed) if goes_on else None
    return sent


def is_away(at: dt.datetime) -> bool:
    """Whether the server could not be reached a moment ago, so that new letters wait for the next sweep."""
    return Letter.objects.filter(
        state=State.WAITING, not_before__gt=at, attempts=1, problem__startswith=AWAY
    ).exists()


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


def _attempt(letter: Letter, at: dt.datetime, line: smtp.Line) -> Exception | None:
    """Send a letter and mark it; return what was in the way, if anything was."""
    try:
        line.send(letter)
    except (smtplib.SMTPException, OSError, ValueError) as problem:
        _put_back(letter, problem, at)
        return problem
    _mark(letter, state=State.SENT, sent_at=at, claimed_until=None, problem="", **FORGOTTEN)
    return None


def _put_back(letter: Letter, problem: Exception, at: dt.datetime) -> None:
    said = ADDRESS.sub("…", f"{type(problem).__name__}: {problem}")
    words = f"{AWAY if _is_away(problem) else ''}{said}"[:300]
    if _is_final(problem) or letter.created_at + GIVE_UP_AFTER < at:
        _mark(letter, state=State.FAILED, claimed_until=None, problem=words, **FORGOTTEN)
        return
    waits = AWAY_WAITS if _is_away(problem) else WAITS
    later = at + dt.timedelta(minutes=waits[min(letter.attempts, len(waits)) - 1])
    _mark(letter, state=State.WAITING, not_before=later, claimed_until=None, problem=words)


def _mark(letter: Letter, **fields: object) -> None:
    """Write the outcome, unless another worker took the letter over in the meantime."""
    Letter.objects.filter(pk=letter.pk, attempts=letter.attempts).update(**fields)


def _is_away(problem: Exception) -> bool:
    """Whether there was no server to talk to, or it sent everybody away (421)."""
    gone = isinstance(problem, smtplib.SMTPServerDisconnected | smtplib.SMTPConnectError)
    network = isinstance(problem, OSError) and not isinstance(problem, smtplib.SMTPException)
    return gone or network or getattr(problem, "smtp_code", None) == 421


def _is_final(problem: Exception) -> bool:
    """Whether the server said "never" to this address or message, and not "later"."""
    if isinstance(problem, ValueError):  # the address or a header cannot be written as a message at all
        return True
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in problem.recipients.values())
    return isinstance(problem, smtplib.SMTPDataError | smtplib.SMTPSenderRefused) and problem.smtp_code >= 500
