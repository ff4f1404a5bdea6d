"""Claim, send, mark: against a real mail server, with crashes and refusals."""

from __future__ import annotations

import datetime as dt
import email
import smtplib
import socket
from email.policy import default

import pytest
from aiosmtpd.controller import Controller

from alongside.activity.mail import delivery, smtp
from alongside.activity.mail.delivery import GIVE_UP_AFTER, LEASE, deliver, deliver_due
from alongside.activity.mail.jobs import deliver as deliver_job
from alongside.activity.mail.jobs import sweep
from alongside.activity.mail.models import Letter
from alongside.activity.mail.send import write
from alongside.kit.clock import now


class Server:
    """Keeps what it got; answers what the test says."""

    def __init__(self):
        self.got = []
        self.answers = {}

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802  aiosmtpd's name
        answer = self.answers.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802  aiosmtpd's name
        answer = self.answers.get("data", "250 OK")
        if answer.startswith("250"):
            self.got.append(email.message_from_bytes(envelope.content, policy=default))
        return answer


@pytest.fixture
def server(db, settings):
    handler = Server()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.SMTP_HOST, settings.SMTP_PORT, settings.SMTP_TLS, settings.SMTP_USER = (
        "127.0.0.1",
        port,
        "none",
        "",
    )
    settings.DEMO = False
    yield handler
    controller.stop()


NOTHING = ("", "", "", {})


def kept(letter):
    """What of it could hold a link that opens something: its foot stops letters, and so do its headers."""
    return (letter.text, letter.html, letter.calendar, letter.headers)


def a_letter(**fields):
    return write("ben@example.org", "Grüße", "Hello\n\nOpen: https://a.example/x", **fields)


def test_a_letter_arrives_as_it_was_written(server):
    letter = a_letter(
        calendar="BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", method="REQUEST", headers={"X-Kind": "test"}
    )
    at = now()

    assert deliver(letter.pk, at=at) is True
    message = server.got[0]
    letter.refresh_from_db()
    parts = [part.get_content_type() for part in message.walk() if not part.is_multipart()]
    assert (message["To"], message["Subject"], message["X-Kind"]) == ("ben@example.org", "Grüße", "test")
    assert (message["Message-ID"], message["Auto-Submitted"]) == (letter.message_id, "auto-generated")
    assert parts == ["text/plain", "text/html", "text/calendar"]
    assert message.get_body(("plain",)).get_content().startswith("Hello")
    assert [part.get_param("method") for part in message.walk()][-1] == "REQUEST"
    assert (letter.state, letter.sent_at, letter.attempts) == ("sent", at, 1)
    assert kept(letter) == NOTHING


def test_a_letter_is_sent_once(server):
    letter = a_letter()
    deliver_job(letter.pk)
    deliver_job(letter.pk)
    sweep(0)

    assert len(server.got) == 1


def test_a_killed_worker_leaves_a_letter_that_another_takes_after_the_lease(server):
    letter = a_letter()
    at = now()
    delivery._claim(delivery.Q(pk=letter.pk), at)  # and the worker is killed before or while it sends

    assert (deliver_due(at=at + LEASE / 2), len(server.got)) == (0, 0)
    assert (deliver_due(at=at + LEASE), len(server.got)) == (1, 1)


def test_a_duplicate_of_a_crash_folds(server):
    letter = a_letter()
    at = now()
    delivery._claim(delivery.Q(pk=letter.pk), at)
    with smtp.Line() as line:
        line.send(letter)  # sent, and killed before the mark
    deliver_due(at=at + LEASE)

    first, second = server.got
    assert first.as_bytes().replace(first.get_boundary().encode(), b"") == second.as_bytes().replace(
        second.get_boundary().encode(), b""
    )


def test_a_worker_that_was_taken_for_dead_marks_nothing(server):
    letter = a_letter()
    at = now()
    slow = delivery._claim(delivery.Q(pk=letter.pk), at)
    delivery._claim(delivery.Q(pk=letter.pk), at + LEASE)
    delivery._put_back(slow, OSError("late"), at + LEASE)

    letter.refresh_from_db()
    assert (letter.state, letter.attempts, letter.problem) == ("sending", 2, "")


def test_a_server_that_is_away_is_tried_again_later_and_later(db, settings):
    settings.SMTP_HOST, settings.SMTP_PORT, settings.SMTP_TLS, settings.DEMO = "127.0.0.1", 1, "none", False
    letter = a_letter()
    at, waits = now(), []
    for _attempt in range(5):
        assert deliver(letter.pk, at=at) is False
        letter.refresh_from_db()
        waits.append(int((letter.not_before - at).total_seconds() // 60))
        assert deliver(letter.pk, at=at) is False  # it rests until then
        at = letter.not_before

    assert (waits, letter.state, letter.attempts) == ([1, 2, 5, 5, 5], "waiting", 5)
    assert letter.problem.startswith("away: ConnectionRefusedError")


def test_nobody_tries_for_ever(db, settings):
    settings.SMTP_HOST, settings.SMTP_PORT, settings.SMTP_TLS, settings.DEMO = "127.0.0.1", 1, "none", False
    letter = a_letter()
    deliver(letter.pk, at=now() + GIVE_UP_AFTER + dt.timedelta(minutes=1))

    letter.refresh_from_db()
    assert letter.state == "failed"


@pytest.mark.parametrize(
    ("whom", "answer", "state"),
    [
        ("ben@example.org", "550 no such mailbox", "failed"),
        ("ben@example.org", "450 come back later", "waiting"),
        ("data", "554 we do not like it", "failed"),
        ("data", "451 come back later", "waiting"),
    ],
)
def test_never_is_believed_and_later_is_waited_for(server, whom, answer, state):
    server.answers[whom] = answer
    letter, other = a_letter(), write("ada@example.org", "Hello", "Hello")
    deliver_due(at=now())

    letter.refresh_from_db()
    other.refresh_from_db()
    assert (letter.state, len(letter.problem) > 0, "@" in letter.problem) == (state, True, False)
    assert (kept(letter) == NOTHING) == (state == "failed")  # nobody sends it again, and its link would stay
    if whom != "data":
        assert other.state == "sent"  # one bad address holds nobody up


def test_a_letter_that_cannot_be_a_message_fails_alone(server):
    letter = a_letter(headers={"X-Kind": "test\nBcc: all@example.org"})
    deliver_due(at=now())

    letter.refresh_from_db()
    assert (letter.state, server.got) == ("failed", [])


def test_two_workers_never_take_the_same_letter(server):
    letter = a_letter()

    assert delivery._claim(delivery.Q(), now()) == letter
    assert delivery._claim(delivery.Q(), now()) is None


def test_nothing_leaves_where_there_is_no_server(db, settings):
    settings.SMTP_HOST = ""
    a_letter()

    assert (deliver_due(at=now()), Letter.objects.get().state) == (0, "waiting")


def test_a_server_with_a_name_and_password_is_greeted_with_them(server, settings):
    settings.SMTP_USER, settings.SMTP_PASSWORD = "alongside", "secret"
    letter = a_letter()

    assert deliver(letter.pk, at=now()) is False  # this one offers no sign-in, so that nothing is sent to it
    letter.refresh_from_db()
    assert (letter.problem.startswith("SMTPNotSupportedError"), server.got) == (True, [])


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_a_server_that_cannot_speak_in_private_gets_nothing(server, settings, tls):
    settings.SMTP_TLS = tls
    letter = a_letter()

    assert (deliver(letter.pk, at=now()), server.got) == (False, [])


def test_what_smtp_says_about_the_sender_is_believed_too():
    assert delivery._is_final(smtplib.SMTPSenderRefused(550, b"no", "a@b"))
    assert not delivery._is_final(OSError("later"))
