"""Speak SMTP: make the message from a letter, and hand it to the configured server."""

from __future__ import annotations

import smtplib
import ssl
from contextlib import AbstractContextManager, suppress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from types import TracebackType

from django.conf import settings

from .models import Letter

SECONDS = 10.0
"""How long the server may be silent before we come back later."""


def delivers() -> bool:
    """Whether letters leave this instance: a server is named, and this is no demo."""
    return bool(settings.SMTP_HOST) and not settings.DEMO


def message_of(letter: Letter) -> EmailMessage:
    """Return the message; the same letter is the same message each time, so that a duplicate folds."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = letter.subject
    message["From"] = settings.DEFAULT_FROM_EMAIL
    message["To"] = letter.to
    message["Date"] = format_datetime(letter.created_at)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    for name, value in letter.headers.items():
        message[name] = value
    message.set_content(letter.text)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
    if letter.calendar:
        message.add_alternative(letter.calendar, subtype="calendar", params=_calendar(letter))
    return message


class Line(AbstractContextManager["Line"]):
    """A line to the configured server: opened by the first letter, used for all, opened anew after a fault."""

    def __init__(self) -> None:
        self.server: smtplib.SMTP | None = None

    def send(self, letter: Letter) -> None:
        """Hand one letter to the server, or raise what it (or the network) answered."""
        try:
            self.server = self.server or _signed_in()
            self.server.send_message(message_of(letter), to_addrs=[letter.to])
        except Exception:
            self._hang_up()
            raise

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._hang_up()

    def _hang_up(self) -> None:
        server, self.server = self.server, None
        if server is not None:
            with suppress(smtplib.SMTPException, OSError):
                server.quit()


def _signed_in() -> smtplib.SMTP:
    server = _connection()
    try:
        if settings.SMTP_USER:
            server.login(settings.SMTP_USER, settings.SMTP_PASSWORD)
    except (smtplib.SMTPException, OSError):
        server.close()
        raise
    return server


def _connection() -> smtplib.SMTP:
    host, port = settings.SMTP_HOST, settings.SMTP_PORT
    if settings.SMTP_TLS == "tls":
        return smtplib.SMTP_SSL(host, port, timeout=SECONDS, context=ssl.create_default_context())
    server = smtplib.SMTP(host, port, timeout=SECONDS)
    if settings.SMTP_TLS == "starttls":
        _make_private(server)
    return server


def _make_private(server: smtplib.SMTP) -> None:
    try:
        server.starttls(context=ssl.create_default_context())
    except (smtplib.SMTPException, OSError):
        server.close()
        raise


def _calendar(letter: Letter) -> dict[str, str]:
    return {"method": letter.calendar_method} if letter.calendar_method else {}
