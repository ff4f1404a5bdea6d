"""Reads the mailbox to which calendar programs answer: what is understood is deleted there, the rest marked as read."""

from __future__ import annotations

import imaplib
import logging
import ssl

from django.conf import settings
from django.db import InterfaceError, OperationalError, transaction

from .reading import LARGEST
from .taking import take

SECONDS = 15.0
AT_ONCE = 200
log = logging.getLogger(__name__)


def read_mailbox() -> tuple[int, int]:
    """Take the new mails; return how many were answers and how many were not."""
    with imaplib.IMAP4_SSL(
        settings.IMAP_HOST, settings.IMAP_PORT, ssl_context=ssl.create_default_context(), timeout=SECONDS
    ) as server:
        server.login(settings.IMAP_USER, settings.IMAP_PASSWORD)
        server.select("INBOX")
        _status, (found,) = server.search(None, "UNSEEN")
        taken = [_take(server, number.decode()) for number in (found or b"").split()[:AT_ONCE]]
        server.expunge()
    return sum(taken), len(taken) - sum(taken)


def _take(server: imaplib.IMAP4_SSL, number: str) -> bool:
    """One mail; of a large one no more is fetched than is needed to see that it is no answer."""
    _status, parts = server.fetch(number, f"(BODY.PEEK[]<0.{LARGEST + 1}>)")
    mail = next((part[1] for part in parts if isinstance(part, tuple)), b"")
    understood = _is_understood(mail)
    server.store(number, "+FLAGS", r"(\Deleted)" if understood else r"(\Seen)")
    return understood


def _is_understood(mail: bytes) -> bool:
    """Whether it was an answer; what one mail does to its reader keeps no mail after it from being read."""
    try:
        with transaction.atomic():
            return take(mail)
    except (OperationalError, InterfaceError):
        raise  # the database is away: the mail waits
    except Exception as strange:
        log.warning("A mail for replies could not be read: %s", type(strange).__name__)
        return False
