"""Letters that do not leave this machine are read in the browser, and by nobody else."""

from __future__ import annotations

import pytest

from alongside.activity.mail.send import write


@pytest.fixture
def letter(db):
    return write(
        "ben@example.org",
        "Hello <b>Ben</b>",
        "Confirm: https://a.example/x",
        html="<html><head><style>p{}</style></head><body><script>alert(1)</script><p>Hi</p></body></html>",
        calendar="BEGIN:VCALENDAR",
    )


PAGES = ["/-/mail/", "/-/mail/{}/", "/-/mail/{}/page/"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("who", "demo", "host", "status"),
    [
        ("", True, "", 200),
        ("", False, "", 404),
        ("ben", False, "", 404),
        ("dev", False, "", 200),
        ("dev", False, "mail.example", 404),
        ("dev", True, "mail.example", 200),
    ],
)
def test_who_reads_letters(as_, client, cast, letter, settings, page, who, demo, host, status):
    settings.DEMO, settings.SMTP_HOST = demo, host
    browser = as_(getattr(cast, who)) if who else client

    assert browser.get(page.format(letter.code)).status_code == status


def test_a_letter_is_shown_as_text_and_in_a_closed_frame(client, letter, settings):
    settings.DEMO = True
    page = client.get(f"/-/mail/{letter.code}/")
    framed = client.get(f"/-/mail/{letter.code}/page/")

    assert "Hello &lt;b&gt;Ben&lt;/b&gt;" in page.content.decode()
    assert '<a href="https://a.example/x"' in page.content.decode()
    assert "frame-src 'self'" in page.headers["Content-Security-Policy"]
    policy = framed.headers["Content-Security-Policy"]
    assert ("script-src" in policy, "sandbox" in policy, framed.headers["X-Frame-Options"]) == (
        False,
        True,
        "SAMEORIGIN",
    )


def test_letters_are_found_by_address_or_subject(client, letter, settings):
    settings.DEMO = True

    def shown(words):
        return b"Hello &lt;b&gt;" in client.get("/-/mail/", {"words": words}).content

    assert (shown("ben@"), shown("hello"), shown("ada@")) == (True, True, False)


def test_a_character_that_cannot_be_kept_is_passed_over_in_the_search(client, letter, settings):
    settings.DEMO = True

    assert client.get("/-/mail/", {"words": "\x00"}).status_code == 200
