"""A pair writes to each other: sealed, read by nobody else, mended for a quarter of an hour."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.kit.clock import now, travel
from alongside.kit.errors import Refused
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.mentoring.messages import actions, queries
from alongside.mentoring.messages.files import LARGEST, Taken
from alongside.mentoring.messages.models import Attachment, Draft, Message, Reading

SECRET = "The board said yes to Tromsø"
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def url(pair, *more):
    return "/".join(["/mentoring/messages/of", pair.code, *more, ""])


@pytest.fixture
def sent(cast, pair):
    return actions.send(pair, SECRET, by=cast.ben, files=[Taken("plan ä.txt", "plain", b"Ship in May")])


def verbs(start="message"):
    return [event.verb for event in Event.objects.filter(verb__startswith=start).order_by("pk")]


def test_what_one_writes_the_other_reads(as_, cast, pair):
    answer = as_(cast.ben).post(url(pair, "send"), {"text": SECRET})
    page = as_(cast.ada).get(url(pair)).content.decode()

    assert (answer.url, SECRET in page) == (url(pair) + "#write", True)
    assert verbs() == ["message.sent", "messages.read"]


def test_it_is_unreadable_at_rest(cast, sent):
    row = Message.objects.filter(pk=sent.pk).values("text").get()
    file = Attachment.objects.values("name", "content").get()

    held = b"".join(bytes(one) for one in (row["text"], file["name"], file["content"]))
    assert [word for word in (b"board", b"plan", b"Ship") if word in held] == []
    assert Attachment.objects.get().read() == b"Ship in May"


@pytest.mark.parametrize("who", ["eve", "cleo", "dev"])
def test_nobody_else_reads_writes_or_fetches(as_, cast, pair, sent, who):
    other = as_(getattr(cast, who))
    pages = [url(pair), url(pair, "shelf"), f"/mentoring/messages/{sent.code}/edit/"]
    pages.append(f"/mentoring/messages/attachments/{Attachment.objects.get().code}/")

    assert [other.get(page).status_code for page in pages] == [404] * 4
    posts = [url(pair, "send"), url(pair, "draft"), f"/mentoring/messages/{sent.code}/delete/"]
    assert [other.post(page, {"text": "x"}).status_code for page in posts] == [404] * 3
    assert not Message.objects.visible_to(cast.eve).exists()


def test_the_other_may_not_mend_it(as_, cast, sent):
    for verb in ("edit", "delete"):
        answer = as_(cast.ada).post(f"/mentoring/messages/{sent.code}/{verb}/", {"text": "x"})
        assert answer.status_code == 403


def test_the_letter_says_that_there_is_one_and_nothing_more(tell_everyone, cast, pair, letters):
    actions.send(pair, SECRET, by=cast.ben)
    actions.send(pair, "And more", by=cast.ben)
    tell_everyone()

    (letter,) = letters(to=cast.ada)
    assert (letter.subject, SECRET in letter.text + letter.html) == (
        "You have a message from Ben Okafor",
        False,
    )
    assert (Notice.objects.count(), letters(to=cast.ben)) == (1, [])  # and no second one before it was read
    actions.mark_read(pair, by=cast.ada)
    actions.mark_read(pair, by=cast.ada)
    actions.send(pair, "Third", by=cast.ben)
    tell_everyone()
    assert (len(letters(to=cast.ada)), Notice.objects.unread().count()) == (2, 1)


def test_a_message_that_was_taken_back_tells_nobody(tell_everyone, cast, pair, letters):
    actions.delete(actions.send(pair, SECRET, by=cast.ben), by=cast.ben)
    tell_everyone()

    assert letters() == []


def test_it_is_mended_and_says_so(as_, cast, pair, sent):
    mend = f"/mentoring/messages/{sent.code}/edit/"
    assert SECRET in as_(cast.ben).get(mend).content.decode()
    for text in ("They said maybe", "They said maybe"):
        assert as_(cast.ben).post(mend, {"text": text}).status_code == 302
    page = as_(cast.ada).get(url(pair)).content.decode()

    assert ("They said maybe" in page, "· edited" in page, SECRET in page) == (True, True, False)
    assert verbs("message.") == ["message.sent", "message.edited"]
    assert as_(cast.ben).post(mend, {"text": " "}).status_code == 422


def test_it_is_taken_back_with_its_files_and_leaves_a_trace(as_, cast, pair, sent):
    as_(cast.ben).post(f"/mentoring/messages/{sent.code}/delete/")
    page = as_(cast.ada).get(url(pair)).content.decode()

    assert ("This message was deleted" in page, "Tromsø" in page, Attachment.objects.count()) == (
        True,
        False,
        0,
    )
    with pytest.raises(Refused):
        actions.edit(Message.objects.get(), "x", by=cast.ben)


def test_after_a_quarter_of_an_hour_it_stands(as_, cast, sent):
    with travel(now() + dt.timedelta(minutes=15)):
        for verb in ("edit", "delete"):
            answer = as_(cast.ben).post(
                f"/mentoring/messages/{sent.code}/{verb}/", {"text": "Another text of mine"}
            )
            assert (answer.status_code, b"15 minutes" in answer.content) == (422, True)
        assert b"Edit or delete" not in as_(cast.ben).get(url(sent.mentorship)).content


def test_after_the_end_it_is_read_only(as_, cast, pair, sent):
    mentorships.end(pair, by=cast.ada)
    page = as_(cast.ben).get(url(pair)).content.decode()

    assert (SECRET in page, 'id="write"' in page, "Edit or delete" in page) == (True, False, False)
    for way in ("send", "draft"):
        assert as_(cast.ben).post(url(pair, way), {"text": "x"}).status_code == 422
    for verb in ("edit", "delete"):
        assert (
            as_(cast.ben).post(f"/mentoring/messages/{sent.code}/{verb}/", {"text": "x"}).status_code == 422
        )


def test_while_it_is_frozen_nothing_is_written(as_, cast, pair, sent):
    Mentorship.objects.update(state=Mentorship.State.FROZEN)
    page = as_(cast.ben).get(url(pair)).content.decode()

    assert (SECRET in page, 'id="write"' in page, "Edit or delete" in page) == (True, False, False)
    assert as_(cast.ben).post(url(pair, "send"), {"text": "Hello, are you there?"}).status_code == 422


def test_an_empty_message_is_answered_kindly(as_, cast, pair):
    answer = as_(cast.ben).post(url(pair, "send"), {"text": "  "})

    assert (answer.status_code, b"Write a message or attach a file" in answer.content) == (422, True)


def office(*names):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name in names:
            target.writestr(name, "x")
    return packed.getvalue()


WORD = ("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("name", "content", "served"),
    [
        ("plan.pdf", b"%PDF-1.7 x", "application/pdf"),
        ("../../etc/shot.PNG", PNG, "image/png"),
        ("photo.jpg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("a.webp", b"RIFF1234WEBPVP8 ", "image/webp"),
        ("notes.md", "# Grüße".encode(), "text/plain; charset=utf-8"),
        (
            "brief.docx",
            office(*WORD),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_safe_files_go_along_and_come_back_as_downloads(as_, cast, pair, name, content, served):
    as_(cast.ben).post(url(pair, "send"), {"text": "", "attached": SimpleUploadedFile(name, content)})
    file = Attachment.objects.get()
    answer = as_(cast.ada).get(f"/mentoring/messages/attachments/{file.code}/")

    assert (answer.content, answer.headers["Content-Type"]) == (content, served)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name.rpartition("/")[2]}"'
    assert (answer.headers["X-Content-Type-Options"], answer.headers["Content-Security-Policy"]) == (
        "nosniff",
        "default-src 'none'; sandbox",
    )
    assert name.rpartition("/")[2] in as_(cast.ada).get(url(pair, "shelf")).content.decode()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("page.html", b"<script>alert(1)</script>", "cannot be attached"),
        ("picture.svg", b"<svg onload=alert(1)>", "cannot be attached"),
        ("picture.png", b"<script>alert(1)</script>", "cannot be attached"),
        ("run.pdf", b"MZ\x90\x00\xff", "cannot be attached"),
        ("nul.txt", b"a\x00b", "cannot be attached"),
        ("macro.docx", office(*WORD, "word/vbaProject.bin"), "cannot be attached"),
        ("any.zip", office("a.txt"), "cannot be attached"),
        ("book.docx", office("[Content_Types].xml"), "cannot be attached"),
        ("broken.docx", b"PK\x03\x04 and nothing more", "cannot be attached"),
        ("empty.txt", b"", "is empty"),
        ("x" * 200 + ".txt", b"a" * (LARGEST + 1), "smaller than 10 MB"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_other_files_are_refused_and_the_text_is_kept(as_, cast, pair, name, content, words):
    typed = {"text": SECRET, "attached": SimpleUploadedFile(name, content)}
    answer = as_(cast.ben).post(url(pair, "send"), typed)

    assert (answer.status_code, words in answer.content.decode(), SECRET in answer.content.decode()) == (
        422,
        True,
        True,
    )
    assert Message.objects.count() == 0


def test_the_files_of_one_person_do_not_fill_the_disk_and_the_text_is_kept(
    as_, cast, pair, sent, monkeypatch
):
    monkeypatch.setattr(actions, "MOST_TOGETHER", 100)
    actions.send(pair, "", by=cast.ada, files=[Taken("a.txt", "plain", b"x" * 100)])  # has a share of her own
    typed = {"text": SECRET, "attached": SimpleUploadedFile("b.txt", b"y" * 95)}
    answer = as_(cast.ben).post(url(pair, "send"), typed)

    assert (answer.status_code, "hold 500 MB" in answer.text, SECRET in answer.text) == (422, True, True)


def test_five_files_are_enough(as_, cast, pair):
    files = [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(6)]
    answer = as_(cast.ben).post(url(pair, "send"), {"text": "Here", "attached": files})

    assert (answer.status_code, b"Attach five files or fewer" in answer.content) == (422, True)


def test_a_draft_is_kept_for_its_writer_alone(as_, cast, pair):
    ben = as_(cast.ben)
    for text in ("I wanted to", "I wanted to ask"):
        assert ben.post(url(pair, "draft"), {"text": text}, headers={"HX-Request": "true"}).status_code == 204
    assert ben.post(url(pair, "draft"), {"text": "I wanted to ask"}).status_code == 302

    assert "I wanted to ask" in ben.get(url(pair)).content.decode()
    assert "I wanted to ask" not in as_(cast.ada).get(url(pair)).content.decode()
    assert b"wanted" not in bytes(Draft.objects.values_list("text", flat=True).get())
    assert verbs("draft") == ["draft.begun"]
    ben.post(url(pair, "send"), {"text": "I asked"})
    assert Draft.objects.count() == 0
    actions.keep_draft(pair, "again", by=cast.ben)
    actions.keep_draft(pair, "", by=cast.ben)
    assert queries.draft_of(pair, cast.ben) == ""


def test_what_was_read_is_said_to_who_wrote(as_, cast, pair, sent):
    assert b"Read by" not in as_(cast.ben).get(url(pair)).content
    as_(cast.ada).get(url(pair))

    assert b"Read by Ada Lindqvist" in as_(cast.ben).get(url(pair)).content
    assert [one.person for one in Reading.objects.all()] == [cast.ada]


def test_an_open_page_is_told_briefly_that_nothing_is_new(as_, cast, pair, sent):
    ada, ask = as_(cast.ada), {"HX-Request": "true"}
    ada.get(url(pair))
    stamp = queries.stamp(pair)
    same = ada.get(url(pair), {"stamp": stamp}, headers=ask)
    actions.edit(sent, "They said maybe", by=cast.ben)
    changed = ada.get(url(pair), {"stamp": stamp}, headers=ask)

    assert (same.status_code, changed.status_code) == (204, 200)
    assert ("They said maybe" in changed.content.decode(), b"<h1" in changed.content) == (True, False)


def test_the_two_search_what_they_wrote(as_, cast, pair, sent):
    actions.send(pair, "Nothing of the kind", by=cast.ada)
    ada = as_(cast.ada)

    for words, found in (("TROMSØ board", True), ("plan ä", True), ("Oslo", False)):
        page = ada.get(url(pair), {"words": words}).content.decode()
        assert (SECRET in page, "Nothing of the kind" in page) == (found, False)
    assert Reading.objects.count() == 0  # who searches has not read the thread


def test_links_stand_on_the_shelf_once(as_, cast, pair):
    assert b"Nothing on the shelf yet" in as_(cast.ben).get(url(pair, "shelf")).content
    for text in ("See https://example.org/a, and", "again (https://example.org/a)", "javascript:alert(1)"):
        actions.send(pair, text, by=cast.ben)
    files, links = queries.shelf(pair)

    assert (files, [link.url for link in links]) == ([], ["https://example.org/a"])


def test_a_circle_writes_in_one_thread(tell_everyone, cast, pair, letters):
    Participant.objects.create(mentorship=pair, person=cast.dev, side="mentee")
    circle = Mentorship.objects.with_people().get()
    actions.send(circle, SECRET, by=cast.ben)
    tell_everyone()

    assert {letter.to for letter in letters()} == {cast.ada.email, cast.dev.email}
    actions.mark_read(circle, by=cast.dev)
    assert (queries.unread(circle, cast.ada).count(), queries.unread(circle, cast.dev).count()) == (1, 0)


def test_coordinators_may_know_that_messages_happen_and_when(cast, pair, sent):
    rows = queries.counted(Mentorship.objects.all())

    assert list(rows) == [(pair.pk, 1, sent.created_at)]


@pytest.mark.parametrize("count", [1, 4])
def test_the_thread_costs_the_same_however_long(as_, cast, pair, count, django_assert_num_queries):
    for number in range(count):
        actions.send(pair, f"Number {number}", by=cast.ben, files=[Taken("a.txt", "plain", b"x")])
    ada = as_(cast.ada)
    ada.get(url(pair))

    with django_assert_num_queries(9):
        ada.get(url(pair))
