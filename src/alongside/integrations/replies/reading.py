"""Reads the answer of a calendar program (RFC 5546, METHOD:REPLY) out of a mail, which anybody may have sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses, parseaddr

from icalendar import Calendar

LARGEST = 256 * 1024
LARGEST_CALENDAR = 32 * 1024
MOST_PARTS = 20
SAID = {"ACCEPTED": "yes", "TENTATIVE": "maybe", "DECLINED": "no"}
RECIPIENTS = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody seems to say about which meeting; whether it is them, the signed address tells."""

    uid: str
    recurrence: dt.datetime | None
    sequence: int
    attendee: str
    said: str
    sender: str
    recipients: tuple[str, ...]


def reply_in(mail: bytes) -> Reply | None:
    """The answer in a mail; None for every other mail, whatever is wrong with it."""
    if len(mail) > LARGEST:
        return None
    try:
        message = message_from_bytes(mail, policy=default)
        found = next(_answers(message), None)
        return _reply(message, *found) if found else None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None  # a mail that its own library cannot read


def _answers(message: EmailMessage) -> Iterator[tuple[object, str]]:
    """The first entry of each calendar that is a reply, with the address of who answers."""
    for _number, part in zip(range(MOST_PARTS), message.walk(), strict=False):
        content = part.get_payload(decode=True) if part.get_content_type() == "text/calendar" else None
        if not isinstance(content, bytes) or len(content) > LARGEST_CALENDAR:
            continue
        calendar = Calendar.from_ical(content)
        if str(calendar.get("METHOD", "")).upper() == "REPLY":
            yield from ((event, str(event["ATTENDEE"])) for event in calendar.walk("VEVENT")[:1])


def _reply(message: EmailMessage, event: object, attendee: str) -> Reply | None:
    said = SAID.get(str(event["ATTENDEE"].params.get("PARTSTAT", "")).upper())  # type: ignore[index]  # an iCalendar entry
    recurrence = event.decoded("RECURRENCE-ID") if "RECURRENCE-ID" in event else None  # type: ignore[attr-defined, operator]  # as above
    if said is None or (recurrence is not None and not isinstance(recurrence, dt.datetime)):
        return None
    headers = [str(value) for name in RECIPIENTS for value in message.get_all(name, [])]
    return Reply(
        uid=str(event["UID"]),  # type: ignore[index]  # as above
        recurrence=_moment(recurrence) if recurrence else None,
        sequence=int(event.get("SEQUENCE", 0)),  # type: ignore[attr-defined]  # as above
        attendee=attendee.lower().removeprefix("mailto:"),
        said=said,
        sender=parseaddr(str(message.get("From", "")))[1].lower(),
        recipients=tuple(address.lower() for _name, address in getaddresses(headers) if address)[:50],
    )


def _moment(moment: dt.datetime) -> dt.datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
