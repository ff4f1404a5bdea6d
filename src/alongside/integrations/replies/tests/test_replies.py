"""Answers of calendar programs: taken from the one who was asked, refused from everybody who says so."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
import ssl
import threading
from email.message import EmailMessage

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from icalendar import Calendar

from alongside.integrations.replies import reading, taking, timed
from alongside.kit.clock import now, travel
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings import ics, replying
from alongside.mentoring.meetings.models import Attendance, Meeting, Series
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.offers.models import Offer

HEAD = b"Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT"

STRANGE = HEAD + b"\r\nUID:a\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a\x00@b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
"""A mail from nobody in particular, with an address that no database can look for."""


@pytest.fixture
def mailbox(settings):
    settings.REPLY_ADDRESS, settings.IMAP_HOST = "calendar@alongside.example", "127.0.0.1"
    settings.IMAP_USER, settings.IMAP_PASSWORD = "calendar", "secret"


@pytest.fixture
def pair(cast):
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    return mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead a release")


@pytest.fixture
def meeting(cast, pair, mailbox):
    return meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)


def invited(meeting, person) -> Calendar:
    return Calendar.from_ical(
        ics.invitation(Meeting.objects.with_people().get(pk=meeting.pk), person, ics.REQUEST)
    )


def answered(invitation: Calendar, person, said="DECLINED", **changed) -> bytes:
    """What a calendar program of that person sends when they press a button."""
    event = invitation.walk("VEVENT")[0]
    attendee = next(one for one in event["ATTENDEE"] if str(one).lower().endswith(person.email))
    attendee.params["PARTSTAT"] = said
    event.pop("ATTENDEE")
    event.add("attendee", changed.get("attendee", attendee), encode=False)
    if "uid" in changed:
        event["UID"] = changed["uid"]
    if "recurrence" in changed:
        event.add("recurrence-id", changed["recurrence"])
    invitation["METHOD"] = "REPLY"
    mail = EmailMessage()
    mail["From"] = changed.get("sender", f"{person.name} <{person.email.upper()}>")
    mail["To"] = changed.get("to", str(event["ORGANIZER"]).removeprefix("mailto:"))
    mail.set_content("Declined")
    mail.add_alternative(invitation.to_ical().decode(), subtype="calendar", params={"method": "REPLY"})
    return mail.as_bytes()


def said_by(person) -> list[str]:
    return list(Attendance.objects.filter(person=person).order_by("meeting").values_list("answer", flat=True))


@pytest.mark.parametrize(("said", "kept"), [("ACCEPTED", "yes"), ("TENTATIVE", "maybe"), ("DECLINED", "no")])
def test_an_answer_is_taken_from_the_one_who_was_asked(cast, meeting, said, kept):
    invitation = invited(meeting, cast.ada)
    organiser = str(invitation.walk("VEVENT")[0]["ORGANIZER"])

    assert organiser.startswith("mailto:calendar+")
    assert organiser.endswith("@alongside.example")
    assert taking.take(answered(invitation, cast.ada, said))
    assert said_by(cast.ada) == [kept]


def test_without_a_mailbox_nobody_is_asked_to_answer_by_mail(cast, meeting, settings):
    settings.IMAP_HOST = ""
    event = invited(meeting, cast.ada).walk("VEVENT")[0]

    assert (str(event["ORGANIZER"]), event["ATTENDEE"][0].params["RSVP"]) == (
        "mailto:alongside@localhost",
        "FALSE",
    )
    assert not replying.is_for("alongside@localhost", meeting.uid, cast.ada)
    timed.keep_time(0)


def test_forged_and_strange_answers_are_refused(cast, meeting):
    to_ben = replying.organiser(meeting.uid, cast.ben)
    someone_else = invited(meeting, cast.ada).walk("VEVENT")[0]["ATTENDEE"][1]
    forged = [
        answered(invited(meeting, cast.ada), cast.ada, sender="mallory@example.net"),
        answered(invited(meeting, cast.ada), cast.ada, to="calendar@alongside.example"),
        answered(invited(meeting, cast.ada), cast.ada, to=to_ben),
        answered(invited(meeting, cast.ada), cast.ada, uid="unknown@alongside.example"),
        answered(invited(meeting, cast.ada), cast.ada, attendee=someone_else),
        answered(invited(meeting, cast.ada), cast.ada, recurrence=meeting.starts_at),
        answered(invited(meeting, cast.ada), cast.ada, said="DELEGATED"),
        answered(invited(meeting, cast.ben), cast.ben, sender=cast.ada.email),
        b"",
        b"\0\xff" * 100,
        HEAD,
        HEAD + b"\r\nEND:VEVENT\r\nEND:VCALENDAR",
        b"Content-Type: text/calendar\r\n\r\n" + b"X" * 40_000,
        b"x" * (reading.LARGEST + 1),
        b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000)
        ),
    ]

    assert [taking.take(one) for one in forged] == [False] * len(forged)
    assert (said_by(cast.ada), said_by(cast.ben)) == ([], ["yes"])


def test_an_answer_to_an_older_time_or_to_what_is_over_counts_no_more(cast, meeting):
    older = answered(invited(meeting, cast.ada), cast.ada)
    meetings.move(meeting, now() + dt.timedelta(days=5), by=cast.ben)
    newer = answered(invited(meeting, cast.ada), cast.ada)
    with travel(now() + dt.timedelta(days=6)):
        late = taking.take(newer)

    assert (taking.take(older), late, taking.take(newer), said_by(cast.ada)) == (False, False, True, ["no"])


def test_a_series_is_answered_as_a_whole_or_one_by_one(cast, pair, mailbox):
    planned = meetings.plan_series(
        pair, by=cast.ben, every_days=7, starts_on=now().date() + dt.timedelta(days=1), at=dt.time(9),
        zone="Europe/London", minutes=45, until=now().date() + dt.timedelta(days=20),
    )  # fmt: skip
    rows = list(Meeting.objects.with_people().order_by("starts_at"))
    text = ics.invitation_to_series(Series.objects.get(), rows, cast.ada)

    assert taking.take(answered(Calendar.from_ical(text), cast.ada, "ACCEPTED"))
    assert taking.take(
        answered(Calendar.from_ical(text), cast.ada, "DECLINED", recurrence=planned[1].starts_at)
    )
    assert said_by(cast.ada) == ["yes", "no", "yes"]


class Imap(threading.Thread):
    """The few words of an IMAP server that are needed to read one mailbox."""

    def __init__(self, mails: list[bytes], folder) -> None:
        super().__init__(daemon=True)
        self.mails, self.flags, self.said = mails, {}, []
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(folder / "both.pem")
        self.door = socket.create_server(("127.0.0.1", 0))

    def run(self) -> None:
        with (
            self.door,
            self.context.wrap_socket(self.door.accept()[0], server_side=True) as line,
            line.makefile("rb") as words,
        ):
            line.sendall(b"* OK ready\r\n")
            for asked in words:
                tag, verb, *rest = asked.decode().split()
                self.said.append(verb)
                line.sendall(self.answer(verb, rest) + f"{tag} OK done\r\n".encode())
                if verb == "LOGOUT":
                    return

    def answer(self, verb: str, rest: list[str]) -> bytes:
        if verb == "CAPABILITY":
            return b"* CAPABILITY IMAP4rev1\r\n"
        if verb == "SEARCH":
            return b"* SEARCH " + b" ".join(b"%d" % (n + 1) for n in range(len(self.mails))) + b"\r\n"
        if verb == "FETCH":
            mail = self.mails[int(rest[0]) - 1]
            return b"* %s FETCH (BODY[] {%d}\r\n%s)\r\n" % (rest[0].encode(), len(mail), mail)
        if verb == "STORE":
            self.flags[int(rest[0])] = rest[2]
        return b"* BYE\r\n" if verb == "LOGOUT" else b""


@pytest.fixture
def certificate(tmp_path, monkeypatch):
    """A certificate of 127.0.0.1 that this computer trusts."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    place = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    begun = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)
    made = x509.CertificateBuilder(name, name, key.public_key(), 7, begun, begun + dt.timedelta(days=9))
    signed = made.add_extension(place, critical=True).sign(key, hashes.SHA256())
    pem = signed.public_bytes(serialization.Encoding.PEM)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (tmp_path / "both.pem").write_bytes(private + pem)
    (tmp_path / "trusted.pem").write_bytes(pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "trusted.pem"))
    return tmp_path


def test_the_mailbox_is_read_and_only_what_was_understood_is_deleted(cast, meeting, settings, certificate):
    good = answered(invited(meeting, cast.ada), cast.ada)
    early = answered(invited(meeting, cast.ada), cast.ada, recurrence=dt.datetime(1, 1, 1, tzinfo=dt.UTC))
    server = Imap([STRANGE, good, b"Subject: Hello\r\n\r\nA letter for people", early, good], certificate)
    settings.IMAP_PORT = server.door.getsockname()[1]
    server.start()
    timed.keep_time(0)
    server.join(5)

    assert server.flags == {
        1: r"(\Seen)", 2: r"(\Deleted)", 3: r"(\Seen)", 4: r"(\Seen)", 5: r"(\Deleted)"
    }  # fmt: skip
    assert (said_by(cast.ada), server.said[-1]) == (["no"], "LOGOUT")


def test_a_mailbox_that_cannot_be_reached_is_asked_again_later(cast, mailbox, settings, caplog):
    settings.IMAP_PORT = 9
    timed.keep_time(0)

    assert "could not be read: ConnectionRefusedError" in caplog.text
