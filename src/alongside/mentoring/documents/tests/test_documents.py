"""A document on the table of a meeting: shown in the page where that is harmless, named where it is not."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.uploads import Taken
from alongside.mentoring.documents import actions
from alongside.mentoring.documents.models import Document
from alongside.mentoring.documents.reading import LONGEST, as_html, inline, markdown
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.messages import actions as messages
from alongside.mentoring.messages.models import Attachment

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
HOSTILE = b"<svg onload=alert(1)><script>alert(1)</script>"


@pytest.fixture
def meeting(cast, pair):
    return meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)


@pytest.fixture
def put(meeting):
    return f"/mentoring/documents/of/{meeting.code}/put/"


def at(document, what):
    return f"/mentoring/documents/{document.code}/{what}/"


def room(browser, meeting):
    return browser.get(f"/mentoring/meetings/{meeting.code}/")


def test_ben_puts_a_file_and_an_address_on_the_table_and_ada_sees_both(as_, cast, meeting, put):
    ben, ada = as_(cast.ben), as_(cast.ada)
    ben.post(put, {"new": SimpleUploadedFile("roadmap.png", PNG)})
    answer = ben.post(put, {"url": "board.example/q3", "name": "Our board"})
    file, link = Document.objects.get(attachment__isnull=False), Document.objects.get(attachment=None)
    page, shelf = room(ada, meeting), ada.get(f"/mentoring/messages/of/{meeting.mentorship.code}/shelf/")
    text = page.content.decode()

    assert answer.url == f"/mentoring/meetings/{meeting.code}/"
    assert (file.name, link.name, link.url) == ("roadmap.png", "Our board", "https://board.example/q3")
    for shown in (
        f'<img src="{at(file, "shown")}" alt="roadmap.png"',
        'href="https://board.example/q3"',
        "Our board",
    ):
        assert shown in text
    assert "roadmap.png" in shelf.content.decode()
    assert "frame-src 'self'" in page.headers["Content-Security-Policy"]
    ada.post(at(file, "take-away"))
    assert [Document.objects.count(), Attachment.objects.count()] == [1, 1]
    assert [one.verb for one in Event.objects.filter(verb__startswith="document.").order_by("pk")] == [
        "document.put", "document.put", "document.taken_away",
    ]  # fmt: skip


def test_a_file_of_the_thread_is_chosen_from_the_list(as_, cast, meeting, put):
    sent = messages.send(meeting.mentorship, "See", by=cast.ada, files=[Taken("deck.pptx", "pptx", b"PK")])
    ben, file = as_(cast.ben), sent.attachments.get()
    assert "deck.pptx" in ben.get(put).content.decode()
    ben.post(put, {"file": file.code})
    document, page = Document.objects.get(), room(ben, meeting).content.decode()

    assert ("deck.pptx" in page, at(document, "shown") in page, ben.get(at(document, "shown")).status_code) == (
        True, False, 404,
    )  # fmt: skip
    assert "deck.pptx" not in ben.get(put).content.decode()  # it lies there already
    with pytest.raises(Refused, match="already"):
        actions.put(meeting, by=cast.ben, file=file)
    messages.delete(sent, by=cast.ada)  # who takes the file back takes it off the table
    assert not Document.objects.exists()


def test_from_the_shelf_it_is_two_presses_to_the_next_meeting(as_, cast, meeting, put):
    text = "See https://board.example/q3?a=1&b=2"
    sent = messages.send(meeting.mentorship, text, by=cast.ada, files=[Taken("plan.md", "plain", b"x")])
    ben, shelf = as_(cast.ben), f"/mentoring/messages/of/{meeting.mentorship.code}/shelf/"
    file, page = sent.attachments.get(), ben.get(shelf).content.decode()
    addresses = [f"{put}?file={file.code}", f"{put}?url=https%3A%2F%2Fboard.example%2Fq3%3Fa%3D1%26b%3D2"]
    assert [one in page for one in addresses] == [True, True]
    shown = [ben.get(one).content.decode() for one in addresses]
    assert f'value="{file.code}" selected' in shown[0]
    assert 'value="https://board.example/q3?a=1&amp;b=2"' in shown[1]

    meetings.cancel(meeting, by=cast.ben)
    assert "Put on the table" not in ben.get(shelf).content.decode()


@pytest.mark.parametrize(
    ("name", "kind", "content", "served", "has"),
    [
        ("plan.png", "png", PNG, "image/png", "sandbox"),
        ("plan.pdf", "pdf", b"%PDF-1.7", "application/pdf", "frame-ancestors 'self'"),
        ("plan.md", "plain", b"# Plan\n" + HOSTILE, "text/html; charset=utf-8", "sandbox allow-same-origin "),
    ],
)
def test_a_file_is_served_so_that_nothing_in_it_runs(as_, cast, meeting, name, kind, content, served, has):
    document = actions.put(meeting, new=Taken(name, kind, content), by=cast.ben)
    answer = as_(cast.ada).get(at(document, "shown"))
    policy = answer.headers["Content-Security-Policy"]

    assert (answer.status_code, answer.headers["Content-Type"]) == (200, served)
    assert (answer.headers["X-Frame-Options"], answer.headers["X-Content-Type-Options"]) == (
        "SAMEORIGIN",
        "nosniff",
    )
    assert (has in policy, "default-src 'none'" in policy, "script" in policy) == (True, True, False)
    assert b"<svg" not in answer.content
    assert b"<script" not in answer.content


def test_others_neither_see_nor_touch_it(as_, cast, meeting, put):
    document = actions.put(meeting, new=Taken("plan.md", "plain", b"x"), by=cast.ben)
    for outsider in (cast.eve, cast.cleo, cast.dev):
        browser = as_(outsider)
        got = [browser.get(put), browser.get(at(document, "shown")), browser.post(at(document, "take-away"))]
        assert [one.status_code for one in got] == [404] * 3
    assert not Document.objects.visible_to(cast.eve).exists()
    held = Document.objects.values("name").get()
    assert b"plan" not in bytes(held["name"])


def test_a_table_in_a_mentorship_that_ended_stays_as_it_is(as_, cast, meeting, put):
    document = actions.put(meeting, new=Taken("plan.md", "plain", b"x"), by=cast.ben)
    mentorships.end(meeting.mentorship, by=cast.ada)
    ben = as_(cast.ben)

    assert [ben.get(put).status_code, ben.post(at(document, "take-away")).status_code] == [422, 422]
    assert ben.get(at(document, "shown")).status_code == 200
    assert "Take away" not in room(ben, meeting).content.decode()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({}, "Choose one"),
        ({"url": "https://a.example", "file": "?"}, "Choose a file of the list"),
        ({"url": "ftp://a.example/b"}, "begins with https://"),
        ({"url": "not an address"}, "Enter an address"),
        ({"new": SimpleUploadedFile("a.svg", HOSTILE), "name": "Ours"}, "cannot be attached"),
    ],
)
def test_what_does_not_fit_is_said(as_, cast, put, typed, told):
    answer = as_(cast.ben).post(put, typed)
    assert (answer.status_code, told in answer.content.decode()) == (422, True)
    assert typed.get("name", "") in answer.content.decode()


def test_a_table_holds_five(cast, meeting):
    for number in range(5):
        actions.put(meeting, by=cast.ben, url=f"https://a{number}.example")
    assert meeting.documents.first().name == "a4.example"
    with pytest.raises(Refused, match="Five"):
        actions.put(meeting, by=cast.ada, url="https://a.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.create(meeting=meeting, by=cast.ben)
    odd = Document(meeting=meeting, by=cast.ben)
    odd.url = "javascript:alert(1)"
    assert odd.address == ""


def test_markdown_is_read_and_everything_else_stays_text():
    shown = markdown(
        "# One\nwords **strong** and *soft* `a<b`\n\nmore\n- x\n- [page](https://a.example/?a=1&b=2)\n1. y\n"
        "> said\n---\n|a|b|\n|--|:-:|\n|1|<b>|\n```\n# code\n```\n![p](https://b.example/p.png) [no](javascript:x)"
    )
    assert shown == (
        "<h2>One</h2><p>words <strong>strong</strong> and <em>soft</em> <code>a&lt;b</code></p>\n<p>more</p>"
        '<ul><li>x</li><li><a href="https://a.example/?a=1&amp;b=2" target="_blank" '
        'rel="noopener noreferrer nofollow">page</a></li></ul><ol><li>y</li></ol>'
        '<blockquote><p>said</p></blockquote><hr><table><thead><tr><th scope="col">a</th><th scope="col">b</th>'
        "</tr></thead><tbody><tr><td>1</td><td>&lt;b&gt;</td></tr></tbody></table><pre><code># code</code></pre>"
        '<p><a href="https://b.example/p.png" target="_blank" rel="noopener noreferrer nofollow">p</a> '
        "[no](javascript:x)</p>"
    )
    assert inline("snake_case_name 2*3*4") == "snake_case_name 2*3*4"


@pytest.mark.parametrize(
    ("name", "content", "shown"),
    [
        ("a.csv", b"a;b\n1;<i>", '<th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td>&lt;i&gt;'),
        ("a.csv", b"\n", '<pre class="typed">'),
        ("a.md", b"|--|", ""),
        ("a.txt", b"<b> **a**", '<pre class="typed">&lt;b&gt; **a**</pre>'),
        ("a.txt", b"x" * (LONGEST + 1), "Download the file"),
    ],
)  # fmt: skip
def test_a_text_is_shown_as_its_name_says(name, content, shown):
    assert shown in as_html(name, content)


@pytest.mark.parametrize(
    "piece", ["*", "**", "`", "[", "[a](", "![", "_", "> ", "|", "#", "- ", "```\n", "*a "]
)
def test_no_text_takes_long(piece):
    begun = time.monotonic()
    as_html("a.md", (piece * LONGEST).encode())
    assert time.monotonic() - begun < 3
