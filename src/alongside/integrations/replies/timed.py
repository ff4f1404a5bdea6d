"""Reads the mailbox every minute, where there is one."""

from __future__ import annotations

import imaplib
import logging

from procrastinate.contrib.django import app

from alongside.mentoring.meetings.replying import takes_mail

from .mailbox import read_mailbox

log = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(name="replies.read", queue="calendars", queueing_lock="replies.read", pass_context=False)
def keep_time(timestamp: int) -> None:  # noqa: ARG001  Procrastinate says for which minute
    """Take what calendar programs answered; a mailbox that cannot be reached is asked again in a minute."""
    if not takes_mail():
        return
    try:
        read_mailbox()
    except (OSError, imaplib.IMAP4.error) as problem:
        log.warning("The mailbox for replies could not be read: %s", type(problem).__name__)
