"""A letter is written in the transaction of the change, as text and as a page."""

from __future__ import annotations

import re

import pytest
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template import TemplateDoesNotExist
from procrastinate.contrib.django.models import ProcrastinateJob

from alongside.activity.mail.html import page_of, parts_of, policy_of, shown_in_frame
from alongside.activity.mail.models import Letter
from alongside.activity.mail.send import post, write

TEXT = "Hello Ben,\n\nAda has written:\ntwo lines & <more>\n\nOpen it: https://a.example/x\n\nhttps://b.example/y"


def test_a_letter_has_words_a_page_and_a_lasting_name(db, settings):
    settings.BASE_URL = "https://a.example"
    letter = write("ben@example.org", "One\r\nBcc: all@example.org", TEXT)

    assert letter.subject == "One Bcc: all@example.org"
    assert letter.message_id == f"<{letter.code}@a.example>"
    assert "two lines &amp; &lt;more&gt;" in letter.html
    assert '<a class="button" href="https://a.example/x">Open it</a>' in letter.html


def test_a_change_that_is_taken_back_takes_its_letter_with_it(db, settings):
    settings.SMTP_HOST = "mail.example"
    with transaction.atomic():
        write("ben@example.org", "Hello", "Hello")
        transaction.set_rollback(True)

    assert (Letter.objects.count(), ProcrastinateJob.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("host", "demo", "jobs"), [("mail.example", False, 1), ("", False, 0), ("mail.example", True, 0)]
)
def test_delivery_is_enqueued_where_mail_goes_out(db, settings, host, demo, jobs):
    settings.SMTP_HOST, settings.DEMO = host, demo
    write("ben@example.org", "Hello", "Hello")

    assert ProcrastinateJob.objects.filter(task_name="mail.deliver").count() == jobs


def test_a_letter_of_its_own_template_is_in_the_readers_words_and_zone(cast):
    invitation = {"invited_by": cast.cleo, "organisation": cast.northwind, "expires_at": None}
    letter = post(
        to=cast.ben,
        subject="Hello",
        template="accounts/invitations/mail/invited",
        context={"invitation": invitation, "token": "t"},
        calendar="BEGIN:VCALENDAR",
        method="REQUEST",
        headers={"In-Reply-To": "<a@b>"},
    )

    assert (letter.to, letter.calendar_method, letter.headers) == (
        "ben@example.org",
        "REQUEST",
        {"In-Reply-To": "<a@b>"},
    )
    assert "Cleo Marchetti invites you to Northwind" in letter.text


def test_text_is_not_escaped_in_text(cast):
    cast.northwind.name = "Fern & Co's"
    context = {"invitation": {"invited_by": cast.cleo, "organisation": cast.northwind}, "token": "t"}
    letter = post(
        to="fay@example.net", subject="Hi", template="accounts/invitations/mail/invited", context=context
    )

    assert "Fern & Co's" in letter.text
    assert "Fern &amp; Co&#x27;s" in letter.html


def test_a_missing_letter_is_a_mistake(cast):
    with pytest.raises(TemplateDoesNotExist):
        post(to=cast.ben, subject="Hi", template="accounts/invitations/mail/nothing")


def test_djangos_own_mail_becomes_letters(db, letters):
    message = EmailMultiAlternatives("Hello", "Words", to=["ben@example.org"], cc=["ada@example.org"])
    message.attach_alternative("<p>Words</p>", "text/html")
    sent = message.send()

    assert (sent, [(one.to, one.html) for one in letters()]) == (
        2,
        [("ben@example.org", "<p>Words</p>"), ("ada@example.org", "<p>Words</p>")],
    )


def test_parts_are_paragraphs_and_links(settings):
    settings.BASE_URL = "https://a.example"

    assert [(part.lines, part.url, part.is_button) for part in parts_of(TEXT)] == [
        (("Hello Ben,",), "", True),
        (("Ada has written:", "two lines & <more>"), "", True),
        (("Open it",), "https://a.example/x", True),
        (("https://b.example/y",), "", True),
    ]


def test_only_our_own_addresses_are_links_in_a_letter(settings):
    settings.BASE_URL = "https://a.example"

    page = page_of(
        "Hello https://b.example/y of https://a.example.evil/,\n\nhttps://a.example/z\n\n<b> https://a.example",
        "S",
    )

    assert re.findall(r'href="([^"]*)"', page) == ["https://a.example/z", "https://a.example"]
    assert "&lt;b&gt;" in page


def test_a_letter_is_shown_without_anything_that_runs_or_loads():
    html = page_of("Hello", "Hello")

    assert ("script-src" in policy_of(html), "sha256-" in policy_of(html)) == (False, True)
    assert "style-src 'none'" in policy_of("<p>Hello</p>")
    assert '<base target="_top">' in shown_in_frame(html)
