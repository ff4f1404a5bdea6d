"""Django's mail goes the same way as ours: every message becomes a letter."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend

from .models import Letter
from .send import write


class Outbox(BaseEmailBackend):
    """Writes letters in the running transaction instead of speaking to a server."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write one letter for each reader of each message."""
        letters = [_write(message, to) for message in email_messages for to in message.recipients()]
        return len(letters)


def _write(message: EmailMessage, to: str) -> Letter:
    html = ""
    if isinstance(message, EmailMultiAlternatives):
        html = next((str(content) for content, kind in message.alternatives if kind == "text/html"), "")
    return write(to, str(message.subject), str(message.body), html=html)
