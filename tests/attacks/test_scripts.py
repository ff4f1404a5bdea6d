"""A text stays a text: on every page, in every letter and calendar, through every form."""

from __future__ import annotations

import email
import email.policy
import re
import zlib
from collections import Counter

import pytest
from django.db import transaction
from django.urls import reverse
from icalendar import Calendar

from alongside.activity.events.listeners import tell
from alongside.activity.events.models import Event
from alongside.activity.mail.models import Letter
from alongside.activity.mail.smtp import message_of
from alongside.integrations.calendar import actions as feeds

from .filling import fill, harmless
from .payloads import PAYLOADS, packs
from .reading import Shape, planted, read, shape
from .sweeping import STRANGER, Form, filled, forms_of, pages, seat, seats

READERS = (STRANGER, "the person", "the partner", "coordinator", "administrator")
HEADERS = {
    "Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
    "Content-Transfer-Encoding", "List-Unsubscribe", "List-Unsubscribe-Post",
}  # fmt: skip
LINKED = {"a", "ul", "li", "div", "br", "small", "time", "p", "svg", "use"}
"""A link, its row on the shelf, and who has read it; what the link may lead to is looked at like everywhere else."""
LINES = {
    "BEGIN", "END", "PRODID", "VERSION", "METHOD", "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY",
    "URL", "LOCATION", "STATUS", "ORGANIZER", "ATTENDEE", "DESCRIPTION", "DURATION", "RRULE", "EXDATE", "RDATE",
    "RECURRENCE-ID", "TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO",
}  # fmt: skip
OURS = "COMMENT:This timezone only works from "
"""What the library says of a time zone."""
ALIVE = re.compile(
    rb"/(JavaScript|JS|URI|GoToR|Launch|SubmitForm|ImportData|EmbeddedFile|RichMedia|AA|OpenAction)\b"
)
"""What a document can do by itself, or where it leads."""
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
PARTS = {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"}


@pytest.mark.parametrize("payload", PAYLOADS[:60:4])
def test_the_reader_sees_what_it_is_looking_for(payload):
    """Without this the test below could be blind."""
    page = f'<p title="{payload}">{payload}</p><a href={payload}>x</a>'

    assert planted(page) or shape(page) != shape(f'<p title="w">{harmless(payload)}</p><a href=w>x</a>')


def test_no_page_makes_more_of_a_text_than_a_text(world):
    fill(harmless)
    before = [
        (who, address, shape(answer.content.decode())) for who, _, address, answer in pages(world, READERS)
    ]
    written = fill(str)

    wrong, seen = {}, 0
    browsers = seats(world, READERS)
    for who, address, expected in before:
        html = browsers[who].get(address).content.decode()
        seen += html.count("haxed")
        page = read(html)
        if made := page.planted or page.shape - expected - linked(address, page.shape):
            wrong[who, address] = made

    assert wrong == {}
    assert (written > 30, seen > 500) == (True, True)


def linked(address: str, shape: Shape) -> Shape:
    """The elements that may be more: on the pages of messages an address in a text is a link, on purpose."""
    meant = LINKED if address.startswith("/mentoring/messages/") else set()
    meant = meant | {"span"} if address.endswith("/shelf/") else meant  # the name of its button
    return Counter({(tag, names): number for (tag, names), number in shape.items() if tag in meant})


def test_no_form_makes_more_of_a_text_than_a_text(world, letters):
    texts = ["\n".join(PAYLOADS), *(next(packs(longest)) for longest in (160,))]
    answers, wrong, letters_sent = Counter(), {}, 0
    for form in forms_of(world):
        for text in texts if form.typed else ():
            status, found, sent = tried(world, form, text)
            answers[status] += 1
            letters_sent += sent
            if found or status >= 500:
                wrong[form.action, form.label] = (status, found)

    assert wrong == {}
    assert (answers[422] > 20, answers[302] > 10, letters_sent > 0) == (True, True, True), (
        answers,
        letters_sent,
    )


class Undone(Exception):
    """Takes a form's effects back."""


def tried(world, form: Form, text: str) -> tuple[int, list[str], int]:
    """Send a form and look at everything that follows: the answer, the next page, and the letters."""
    browser = seat(world.people.get(form.label))
    found: list[str] = []
    before = set(Event.objects.values_list("pk", flat=True))
    known = set(Letter.objects.values_list("pk", flat=True))
    try:
        with transaction.atomic():
            answer = browser.post(form.action, filled(form, text))
            found += planted(answer.content.decode())
            found += [f"{name}: {value}" for name, value in answer.headers.items() if "haxed" in name.lower()]
            if answer.status_code == 302 and answer.headers["Location"].startswith("/"):
                found += planted(browser.get(answer.headers["Location"]).content.decode())
            for event in Event.objects.exclude(pk__in=before):
                tell(event)
            sent = list(Letter.objects.exclude(pk__in=known))
            found += [wrong for letter in sent for wrong in amiss(letter)]
            raise Undone
    except Undone:
        return answer.status_code, found, len(sent)


def amiss(letter: Letter) -> list[str]:
    """What a letter holds that no letter should."""
    message = email.message_from_bytes(message_of(letter).as_bytes(), policy=email.policy.default)
    found = [f"header {name}" for part in message.walk() for name in part if name not in HEADERS]
    found += [f"address {to}" for to in message.get_all("To", []) if "," in to]
    return found + planted(letter.html) + (broken(letter.calendar) if letter.calendar else [])


def broken(calendar: str) -> list[str]:
    """The lines of a calendar that some text made, and whatever makes it no calendar at all."""
    lines = calendar.replace("\r\n ", "").split("\r\n")
    found = [line for line in lines if is_strange(line)]
    found += [line for line in calendar.split("\r\n") if len(line.encode()) > 75 or "\n" in line]
    events = [part for part in Calendar.from_ical(calendar).walk() if part.name not in PARTS]
    return found + [str(part.name) for part in events]


def is_strange(line: str) -> bool:
    """Whether a line of a calendar is of a kind that we never write."""
    return bool(line) and line.partition(":")[0].partition(";")[0] not in LINES and not line.startswith(OURS)


def test_no_calendar_and_no_letter_makes_more_of_a_text_than_a_text(tell_everyone, world, letters):
    token = feeds.open_feed(by=world.cast.ben)
    fill(str)

    tell_everyone()
    feed = seat().get(f"/calendar/feed/{token}.ics").content.decode()

    calendars = [letter.calendar for letter in letters() if letter.calendar]
    assert (feed.count("haxed") > 1, len(calendars) > 1, len(letters()) > 3) == (True, True, True)
    assert broken(feed) == []
    assert [amiss(letter) for letter in letters() if amiss(letter)] == []


def test_no_document_makes_more_of_a_text_than_a_text(world):
    pytest.importorskip("weasyprint")
    pair, ada = world.things["mentorship"].code, world.cast.ada
    addresses = [
        reverse("records.paper", args=[pair]), reverse("agreements.paper", args=[pair]),
        reverse("impact.record_paper"),
    ]  # fmt: skip
    before = [len(seat(ada).get(address).content) for address in addresses]
    fill(str)

    made = [seat(ada).get(address).content for address in addresses]
    assert [len(each) > much for each, much in zip(made, before, strict=True)] == [True] * 3
    assert [alive(each) for each in made] == [[]] * 3
    assert alive(b"1 0 obj <</S /URI /URI (//haxed.example)>>") == [b"URI", b"URI"]


def alive(document: bytes) -> list[bytes]:
    """What a document would do, read with all of its packed parts opened."""
    return ALIVE.findall(STREAM.sub(b"", document)) + [
        name for packed in STREAM.findall(document) for name in ALIVE.findall(opened(packed))
    ]


def opened(packed: bytes) -> bytes:
    """A part that lists objects, unpacked; a font or a page is no list."""
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return packed
