"""Introducing: Ben asks Ada, Ada asks Kim, Kim answers without an account; a no is nobody's."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.activity.mail.models import Letter
from alongside.activity.notices.models import Notice
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.introductions import actions, timed
from alongside.mentoring.introductions.models import Introduction, Outcome
from alongside.mentoring.mentorships import actions as mentorships

ASKED = {"wanted": "A pricing lead", "purpose": "To test our tiers", "blurb": "I am Ben. One question."}
KIM = {"name": "Kim Park", "email": "Kim@example.net", "note": "Ben is thorough"}


@pytest.fixture
def asked(cast, pair, tell_everyone) -> Introduction:
    return actions.ask(pair, by=cast.ben, mentor=cast.ada, **ASKED)


@pytest.fixture
def sent(cast, asked) -> Introduction:
    actions.pass_on(asked, by=cast.ada, **KIM)
    asked.refresh_from_db()
    return asked


@pytest.fixture
def link(sent) -> str:
    letter = Letter.objects.get(to="kim@example.net")
    found = re.search(r"https?://\S+/answer/\S+", letter.text)
    assert found is not None
    return "/" + found.group().split("/", 3)[3]


@pytest.fixture
def made(sent, link) -> Introduction:
    Client().post(link, {"said": "yes"})
    sent.refresh_from_db()
    return sent


def address(verb: str, introduction: Introduction) -> str:
    return reverse(f"introductions.{verb}", args=[introduction.code])


def text(answer) -> str:
    return answer.content.decode()


def test_ben_is_introduced_from_his_question_to_the_job(as_, cast, pair, tell_everyone, letters):
    ben, ada = as_(cast.ben), as_(cast.ada)
    ben.post(reverse("introductions.ask", args=[pair.code]), {**ASKED, "mentor": cast.ada.code})
    introduction = Introduction.objects.get()
    ada.post(address("pass_on", introduction), KIM)
    letter = Letter.objects.get(to="kim@example.net")
    link = re.search(r"/mentoring/introductions/answer/\S+", letter.text).group()
    page = text(Client().get(link))
    Client().post(link, {"said": "yes"})
    tell_everyone()
    ben.post(address("tell_outcome", introduction), {"kind": "job", "text": "I start in May"})
    ben.post(address("thank", introduction), {"text": "You opened it"})
    tell_everyone()

    introduction.refresh_from_db()
    assert (introduction.state, introduction.answer, introduction.thanks) == ("made", "yes", "You opened it")
    assert ("One question." in page, "Ben is thorough" in page, "To test our tiers" in page) == (
        True,
        True,
        False,
    )
    assert "One question." not in letter.text
    assert [(one.kind, one.text) for one in Outcome.objects.all()] == [("job", "I start in May")]
    assert ["introduced" in one.subject for one in letters(cast.ben)] == [True]
    assert cast.ben.email in Letter.objects.filter(to="kim@example.net").latest("pk").text
    assert sorted(Event.objects.filter(verb__startswith="introduction.").values_list("verb", flat=True)) == [
        "introduction.asked", "introduction.made", "introduction.outcome_told", "introduction.passed_on",
        "introduction.thanked",
    ]  # fmt: skip
    assert "You opened it" in text(ada.get(address("show", introduction)))


def test_the_mentee_learns_the_address_only_after_the_yes(as_, cast, sent, link):
    ben = as_(cast.ben)
    before = text(ben.get(address("show", sent))) + text(ben.get(reverse("introductions.index")))
    Client().post(link, {"said": "yes"})
    after = text(ben.get(address("show", sent)))

    assert [word in before for word in ("Kim", "example.net", "Ben is thorough")] == [False, False, False]
    assert ["kim@example.net" in after, "Ben is thorough" in after] == [True, False]


@pytest.mark.parametrize("way", ["kept", "refused", "expired"])
def test_a_no_looks_the_same_whoever_said_it(as_, cast, asked, tell_everyone, way):
    if way == "kept":
        actions.keep_back(asked, by=cast.ada, reason="She is on leave")
    elif way == "refused":
        actions.pass_on(asked, by=cast.ada, **KIM)
        asked.refresh_from_db()
        actions.answer(asked, "not_now", by=None)
    else:
        assert timed.expire_due(now() + dt.timedelta(days=15)) == 1
    tell_everyone()

    told = Notice.objects.filter(person=cast.ben, kind__startswith="introduction")
    page = text(as_(cast.ben).get(address("show", asked)))
    assert list(told.values_list("kind", "text")) == [
        ("introduction.not_now", "An introduction you asked for is not possible now")
    ]
    assert [word in page for word in ("Not now", "She is on leave", "Kim", "Ran out")] == [True] + 3 * [False]


def test_until_the_answer_the_mentee_sees_no_difference(as_, cast, asked):
    page = lambda: re.sub(r'value="[^"]+"|nonce="[^"]+"', "", text(as_(cast.ben).get(address("show", asked))))  # noqa: E731
    before = page()
    actions.pass_on(asked, by=cast.ada, **KIM)

    assert page() == before


def test_the_mentor_reads_the_answer_and_the_own_reason(as_, cast, sent):
    actions.answer(sent, "no", by=None)
    assert "No, thank you" in text(as_(cast.ada).get(address("show", sent)))

    Introduction.objects.update(state="kept", answer="")
    kept = Introduction.objects.get()
    kept.reason = "She is on leave"
    kept.save()
    assert "She is on leave" in text(as_(cast.ada).get(address("show", kept)))


def test_an_answer_counts_once(sent, link):
    first, second = Client().post(link, {"said": "no"}), Client().post(link, {"said": "yes"})

    sent.refresh_from_db()
    assert (first.status_code, second.status_code, sent.answer) == (302, 200, "no")
    with pytest.raises(Refused, match="no longer open"):
        actions.answer(sent, "yes", by=None)


def test_a_link_that_is_over_says_so(as_, cast, sent, link):
    assert Client().post(link, {}).status_code == 422
    as_(cast.ben).post(address("withdraw", sent))

    assert (Client().get(link).status_code, Client().get(link[:-2] + "/").status_code) == (410, 404)


@pytest.mark.parametrize(
    ("verb", "who", "said"),
    [
        ("pass_on", "ben", KIM),
        ("keep_back", "ben", {}),
        ("withdraw", "ada", {}),
        ("tell_outcome", "ada", {"kind": "met"}),
        ("thank", "ada", {"text": "Thanks"}),
    ],
)
def test_each_side_does_its_own_part(as_, cast, asked, verb, who, said):
    assert as_(getattr(cast, who)).post(address(verb, asked), said).status_code == 403
    for outsider in (cast.eve, cast.cleo, cast.dev):
        assert as_(outsider).post(address(verb, asked), said).status_code == 404
        assert as_(outsider).get(address("show", asked)).status_code == 404


def test_only_a_mentee_asks_and_only_their_mentor(as_, cast, pair):
    form = {**ASKED, "mentor": cast.ada.code}
    url = reverse("introductions.ask", args=[pair.code])
    assert as_(cast.ada).post(url, form).status_code == 403
    assert as_(cast.eve).post(url, form).status_code == 404
    assert as_(cast.ben).post(url, {**form, "mentor": cast.eve.code}).status_code == 422
    with pytest.raises(Refused, match="one of your mentors"):
        actions.ask(pair, by=cast.ben, mentor=cast.eve, **ASKED)
    assert not Introduction.objects.exists()


def test_neither_of_the_two_answers_for_the_third(cast, sent):
    for person in (cast.ben, cast.ada):
        with pytest.raises(Forbidden):
            actions.answer(sent, "yes", by=person)


def test_a_mentor_has_two_under_way_at_most_and_the_text_is_kept(as_, cast, pair, asked):
    actions.ask(pair, by=cast.ben, mentor=cast.ada, **ASKED)
    url = reverse("introductions.ask", args=[pair.code])
    answer = as_(cast.ben).post(url, {**ASKED, "mentor": cast.ada.code, "wanted": "A third one"})

    assert (answer.status_code, Introduction.objects.count()) == (422, 2)
    assert ["two introductions under way" in text(answer), "A third one" in text(answer)] == [True, True]


@pytest.mark.parametrize(
    ("verb", "who", "said", "told"),
    [
        ("pass_on", "ada", {**KIM, "email": "kim"}, "Enter an e-mail address, such as"),
        ("pass_on", "ada", {**KIM, "name": ""}, "Enter their name"),
        ("pass_on", "ada", {**KIM, "email": "BEN@example.org"}, "the address of one of you"),
        ("keep_back", "ada", {"reason": "x" * 601}, "600 characters or less"),
        ("tell_outcome", "ben", {"kind": "met"}, "have not been introduced yet"),
        ("thank", "ben", {"text": "Thanks"}, "have not been introduced yet"),
    ],
)
def test_what_is_wrong_is_said(as_, cast, asked, verb, who, said, told):
    answer = as_(getattr(cast, who)).post(address(verb, asked), said)

    assert (answer.status_code, told in text(answer)) == (422, True)


def test_what_is_wrong_after_the_introduction_is_said_with_the_page(as_, cast, made):
    cases = [
        ("tell_outcome", {"text": "Kept words"}, "Choose what came of it"),
        ("thank", {"text": "t" * 1001}, "1,000 characters or less"),
        ("thank", {"text": ""}, "Enter a line of thanks"),
    ]
    for verb, said, told in cases:
        answer = as_(cast.ben).post(address(verb, made), said)
        assert (answer.status_code, said["text"] in text(answer), told in text(answer)) == (422, True, True)


def test_one_address_is_asked_twice_in_three_months_at_most(cast, pair):
    for _time in range(2):
        introduction = actions.ask(pair, by=cast.ben, mentor=cast.ada, **ASKED)
        actions.pass_on(introduction, by=cast.ada, **KIM)
        introduction.refresh_from_db()
        actions.answer(introduction, "no", by=None)
    introduction = actions.ask(pair, by=cast.ben, mentor=cast.ada, **ASKED)

    with pytest.raises(Refused, match="asked twice in three months"):
        actions.pass_on(introduction, by=cast.ada, **KIM)


def test_what_is_written_is_unreadable_at_rest(made):
    row = str(Introduction.objects.values_list().get()) + str(list(Event.objects.values_list("details")))

    assert [word in row for word in ("pricing", "tiers", "thorough", "Kim", "example.net")] == 5 * [False]


def test_what_came_of_it_is_asked_after_30_and_after_90_days(cast, made, tell_everyone, letters):
    day = lambda days: made.closed_at + dt.timedelta(days=days)  # noqa: E731
    counts = [timed.ask_due(day(days)) for days in (29, 30, 31, 89)]
    actions.tell_outcome(made, by=cast.ben, kind="met", text="")
    counts += [timed.ask_due(day(days)) for days in (90, 91)]
    tell_everyone()

    assert counts == [0, 1, 0, 0, 1, 0]
    assert sum("What came of" in one.subject for one in letters(cast.ben)) == 2


@pytest.mark.parametrize(("kind", "asked_again"), [("met", 1), ("job", 0)])
def test_who_told_a_result_is_not_asked_again(cast, made, kind, asked_again):
    actions.tell_outcome(made, by=cast.ben, kind=kind, text="")

    assert timed.ask_due(made.closed_at + dt.timedelta(days=30)) == 0
    assert timed.ask_due(made.closed_at + dt.timedelta(days=90)) == asked_again


def test_nobody_is_asked_in_a_pause_nor_introduced_after_the_end(cast, pair, made, tell_everyone):
    other = actions.ask(pair, by=cast.ben, mentor=cast.ada, **ASKED)
    mentorships.pause(pair, by=cast.ben)
    assert timed.ask_due(made.closed_at + dt.timedelta(days=31)) == 0
    mentorships.end(pair, by=cast.ben)
    tell_everyone()

    other.refresh_from_db()
    assert other.state == "expired"
    with pytest.raises(Refused, match="has ended"):
        actions.ask(pair, by=cast.ben, mentor=cast.ada, **ASKED)


def test_the_map_says_whom_they_met_through_whom(as_, cast, pair, made, django_assert_num_queries):
    actions.tell_outcome(made, by=cast.ben, kind="talk", text="")
    ben = as_(cast.ben)
    pages = [
        text(ben.get(reverse("introductions.index"))),
        text(as_(cast.ada).get(reverse("introductions.index"))),
    ]

    assert [("Kim Park" in page, "How your network grew" in page) for page in pages] == 2 * [(True, True)]
    assert "Nobody has introduced you yet" in text(as_(cast.cleo).get(reverse("introductions.index")))


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_costs_the_same_however_long(as_, cast, pair, count, django_assert_num_queries):
    for _time in range(count):
        introduction = actions.ask(pair, by=cast.ben, mentor=cast.ada, **ASKED)
        actions.withdraw(introduction, by=cast.ben)
    ben = as_(cast.ben)
    ben.get(reverse("introductions.index"))
    with django_assert_num_queries(3):
        ben.get(reverse("introductions.index"))
