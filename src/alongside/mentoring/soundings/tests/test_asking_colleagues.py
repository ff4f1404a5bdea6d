"""Asking colleagues: by link, before and after, in words only when nobody is known by them."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.mail.models import Letter
from alongside.activity.once.models import Once
from alongside.growth.archive.packing import pack, pack_parts
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.records.queries import gathered
from alongside.mentoring.soundings import actions, timed
from alongside.mentoring.soundings.models import Sounding, SoundingLink, Voice

NAMES = ("Ivo", "Jun", "Kai", "Lea")
ASKED = [(name, f"{name.lower()}@example.net") for name in NAMES]
TYPED = "\n".join(f"{name}, {email}" for name, email in ASKED)
SAID = {
    "strengths": ["listens", "calm"],
    "theme": "decides",
    "situation": "Last Tuesday",
    "behaviour": "Asked three of us before the plan",
    "impact": "We found the gap",
    "wish": "A date at the end of each meeting",
}


@pytest.fixture
def sounding(cast, pair) -> Sounding:
    return actions.ask(pair, by=cast.ben, colleagues=ASKED, question="I practise asking first")


@pytest.fixture
def link(sounding) -> SoundingLink:
    return sounding.links.all()[0]


def say(sounding: Sounding, people: int, **changed) -> None:
    for number, link in enumerate(list(SoundingLink.objects.open().filter(sounding=sounding))[:people]):
        actions.answer(link, by=None, said={**SAID, "behaviour": f"Word {number}", **changed})


def address(verb: str, thing) -> str:
    return reverse(f"soundings.{verb}", args=[thing.code])


def text(answer) -> str:
    return answer.content.decode()


def tokens() -> list[str]:
    letters = Letter.objects.filter(to__endswith="@example.net").order_by("pk")
    return [re.search(r"/answer/([^/\s]+)/", letter.text)[1] for letter in letters]


def test_colleagues_answer_by_their_links_and_then_stands_beside_now(as_, client, cast, pair):
    ben = as_(cast.ben)
    ben.post(address("ask", pair), {"colleagues": TYPED, "question": "I practise asking first"})
    first = tokens()
    shown = text(client.get(reverse("soundings.answer", args=[first[0]])))
    assert ["Hello Ivo" in shown, "I practise asking first" in shown, "Jun" in shown] == [True, True, False]
    for token in first:
        client.post(reverse("soundings.answer", args=[token]), SAID)
    again = text(ben.get(address("ask", pair)))
    assert "kai@example.net" in again
    ben.post(address("ask", pair), {"colleagues": TYPED, "question": ""})
    for token in tokens()[4:]:
        client.post(reverse("soundings.answer", args=[token]), {**SAID, "theme": "room"})

    page = text(ben.get(address("index", pair)))
    row = re.search(r"Decides, and says why.*?</tr>", page, re.S)[0]
    assert re.findall(r">(\d)<", row) == ["0", "4", "0", "0"]
    assert page.count("Asked three of us before the plan") == 8
    moments = list(Sounding.objects.order_by("pk").values_list("moment", flat=True))
    assert (moments, Sounding.objects.open().count()) == (["before", "after"], 0)
    assert set(Event.objects.filter(verb__startswith="sounding.").values_list("verb", flat=True)) == {
        "sounding.asked", "sounding.answered", "sounding.closed",
    }  # fmt: skip


def test_nothing_is_read_before_the_round_is_over(as_, cast, pair, sounding):
    say(sounding, 3)
    page = text(as_(cast.ben).get(address("index", pair)))
    assert ["3 of 4 answered" in page, "Word 1" in page, "Stays calm" in page] == [True, False, False]
    assert not Voice.objects.visible_to(cast.ben).exists()

    as_(cast.ben).post(address("close", sounding))
    assert "Word 1" in text(as_(cast.ben).get(address("index", pair)))
    assert Voice.objects.visible_to(cast.ben).count() == 3


@pytest.mark.parametrize(
    ("answers", "words", "counted"), [(0, False, False), (2, False, True), (3, True, True)]
)
def test_fewer_than_three_answers_are_only_counted(as_, cast, pair, sounding, answers, words, counted):
    say(sounding, answers)
    actions.close(sounding, by=cast.ben)
    page = text(as_(cast.ben).get(address("index", pair)))

    assert ("Word 0" in page, "Stays calm" in page) == (words, counted)
    assert Voice.objects.visible_to(cast.ben).exists() == words
    assert not any(name in page for name in NAMES)


def test_in_an_archive_no_two_words_of_one_colleague_stand_together(cast, pair, sounding):
    for number, link in enumerate(list(sounding.links.all()[:3])):
        actions.answer(link, by=None, said={**SAID, "behaviour": f"Saw {number}", "wish": f"Wish {number}"})
    actions.close(sounding, by=cast.ben)

    for packed in (pack(cast.ben), pack_parts(cast.ben, gathered(pair, cast.ben), "")):
        rows = json.loads(zipfile.ZipFile(io.BytesIO(packed)).read("data/voices.json"))
        assert sorted(row["said"] for row in rows if row["what"] == "wish") == ["Wish 0", "Wish 1", "Wish 2"]
        assert len({row["code"] for row in rows}) == len(rows) == 3 * 5
        assert not any("Saw" in row["said"] and "Wish" in row["said"] for row in rows)


def test_taking_all_links_back_but_one_does_not_show_what_that_one_chose(as_, cast, pair, sounding):
    for link in sounding.links.all()[1:]:
        actions.withdraw(link, by=cast.ben)
    say(sounding, 1)
    page = text(as_(cast.ben).get(address("index", pair)))

    assert ("could lead to one person" in page, "Stays calm" in page) == (True, False)


def test_an_answer_holds_nothing_that_leads_to_who_gave_it(cast, sounding):
    say(sounding, 2)
    voice = Voice.objects.first()
    assert (voice.created_at, voice.sounding) == (sounding.created_at, sounding)
    events = Event.objects.filter(verb="sounding.answered")
    assert {(one.by, one.about_code) for one in events} == {(None, sounding.code)}


def test_a_link_answers_once_and_not_after_its_time(as_, client, cast, sounding):
    token, second, third = tokens()[:3]
    place = reverse("soundings.answer", args=[token])
    assert client.post(place, SAID).status_code == 302
    assert "Thank you" in text(client.post(place, {**SAID, "wish": "Another"}))
    assert Voice.objects.count() == 1
    spare = SoundingLink.objects.open().first()
    actions.withdraw(spare, by=cast.ben)
    assert client.get(reverse("soundings.answer", args=[second])).status_code == 410
    Sounding.objects.update(closes_at=now())
    assert client.get(reverse("soundings.answer", args=[third])).status_code == 410
    assert client.get(reverse("soundings.answer", args=["nothing"])).status_code == 404
    with pytest.raises(Refused, match="has been used"):
        actions.answer(spare, by=None, said=SAID)


def test_of_an_answer_that_is_sent_twice_no_secret_of_the_link_is_kept(client, cast, sounding):
    token = tokens()[0]
    place = reverse("soundings.answer", args=[token])
    for _ in range(2):
        assert client.post(place, {**SAID, "once": "one-token"}).url == place

    mark = Once.objects.get()
    assert (token in mark.path + mark.location, Voice.objects.count()) == (False, 1)


def test_what_one_colleague_chooses_twice_counts_once(client, sounding):
    client.post(
        reverse("soundings.answer", args=[tokens()[0]]), {**SAID, "strengths": ["calm", "calm", "room"]}
    )

    assert Voice.objects.get().words["strengths"] == ["calm", "room"]


def test_taking_a_link_back_says_the_same_whether_it_was_answered(as_, cast, pair, sounding):
    say(sounding, 1)
    answered, silent = sounding.links.order_by("-used")[:2]
    told = [as_(cast.ben).post(address("withdraw", one), follow=True) for one in (answered, silent)]
    assert [text(one).count("Taken back. An answer that was given before stays.") for one in told] == [1, 1]
    assert Voice.objects.count() == 1
    with pytest.raises(Refused, match="already"):
        actions.withdraw(silent, by=cast.ben)
    actions.close(sounding, by=cast.ben)
    with pytest.raises(Refused, match="round is over"):
        actions.withdraw(silent, by=cast.ben)
    with pytest.raises(Refused, match="over already"):
        actions.close(sounding, by=cast.ben)


def test_what_colleagues_said_is_shown_to_the_others_only_by_hand(
    as_, cast, pair, sounding, tell_everyone, letters
):
    ada, ben, share = as_(cast.ada), as_(cast.ben), address("share", sounding)
    say(sounding, 3)
    assert "not over yet" in text(ben.post(share))
    actions.close(sounding, by=cast.ben)
    assert "Word 0" not in text(ada.get(address("index", pair)))
    assert ada.post(share).status_code == 404
    ben.post(share)
    tell_everyone()

    assert ["Word 0" in text(ada.get(address("index", pair))), "Ivo" in text(ada.get(address("index", pair)))] == [
        True, False,
    ]  # fmt: skip
    assert cast.ada.notices.get(kind="sounding.shared").url == address("index", pair)
    assert ada.post(share).status_code == 403
    assert "shown it already" in text(ben.post(share))
    assert ben.get(address("ask", pair)).status_code == 200


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Enter three to eight colleagues, one on a line"),
        ("Ivo, ivo@example.net\nJun", "Line 2: enter a name, a comma"),
        ("Ivo, ivo@example", "Line 1: enter a plain name"),
        ("Ivo, ivo@example.net\nJun, jun@example.net", "with fewer, each of them could be known"),
        ("\n".join(f"N{n} <n{n}@example.net>" for n in range(9)), "Enter three to eight colleagues"),
        ("A, a@example.net\nB, A@example.net\nC, c@example.net", "stands there twice"),
        (
            "A, a@example.net\nB, a+b@example.net\nC, c@example.net",
            "stands there twice",
        ),  # one mailbox, two names
        ("A, a@example.net\nB, b@example.net\nMe, ben+kai@example.org", "one of you two"),
        ("A, a@example.net\nB, b@example.net\nAda, ada@example.org", "one of you two"),
        ("A, a@example.net\nB, b@example.net\nMe, Ben@home.example", "one of you two"),
    ],
)
def test_what_is_wrong_with_a_list_is_said_and_the_list_kept(as_, cast, pair, typed, told):
    EmailAddress.objects.create(user=cast.ben, email="ben@home.example")
    answer = as_(cast.ben).post(address("ask", pair), {"colleagues": typed, "question": "Kept words"})

    assert (answer.status_code, told in text(answer), "Kept words" in text(answer)) == (422, True, True)
    assert not Sounding.objects.exists()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"strengths": []}, "Choose one to three things"),
        ({"strengths": ["listens", "calm", "room", "clear"]}, "Choose three things or fewer"),
        ({"theme": ""}, "Choose one thing"),
        ({"behaviour": ""}, "or leave all three empty"),
    ],
)
def test_what_is_missing_in_an_answer_is_said_and_the_rest_kept(client, sounding, changed, told):
    answer = client.post(reverse("soundings.answer", args=[tokens()[0]]), {**SAID, **changed})
    assert (answer.status_code, told in text(answer), SAID["wish"] in text(answer)) == (422, True, True)
    assert not Voice.objects.exists()


def test_nobody_else_asks_reads_closes_or_answers_about_themself(as_, cast, pair, sounding, link):
    for person in (cast.eve, cast.cleo, cast.dev):
        browser = as_(person)
        assert [browser.get(address(verb, pair)).status_code for verb in ("index", "ask")] == [404, 404]
        assert browser.post(address("close", sounding)).status_code == 404
    assert as_(cast.ada).post(address("withdraw", link)).status_code == 404
    with pytest.raises(Forbidden):
        actions.ask(pair, by=cast.eve, colleagues=ASKED)
    for verb, thing in ((actions.close, sounding), (actions.share, sounding), (actions.withdraw, link)):
        with pytest.raises(Forbidden):
            verb(thing, by=cast.ada)
    assert as_(cast.ben).post(reverse("soundings.answer", args=[tokens()[0]]), SAID).status_code == 403


def test_a_round_follows_the_other_and_there_are_two(cast, pair, sounding):
    with pytest.raises(Refused, match="not over yet"):
        actions.ask(pair, by=cast.ben, colleagues=ASKED)
    actions.close(sounding, by=cast.ben)
    actions.close(actions.ask(pair, by=cast.ben, colleagues=ASKED), by=cast.ben)
    with pytest.raises(Refused, match="before and after"):
        actions.ask(pair, by=cast.ben, colleagues=ASKED)


def test_no_mailbox_is_flooded(cast, pair, sounding, monkeypatch):
    monkeypatch.setattr(actions, "MOST_TO_ONE_ADDRESS", 1)
    renamed = [(name, email.replace("@", "+more@")) for name, email in ASKED]
    for colleagues in (ASKED, renamed):
        with pytest.raises(Refused, match="has been asked often lately"):
            actions.ask(pair, by=cast.ada, colleagues=colleagues)


def test_whoever_reads_learns_that_nobody_knows_whose_the_addresses_are(as_, cast, pair, sounding):
    say(sounding, 3)
    actions.close(sounding, by=cast.ben)
    sounding.refresh_from_db()
    actions.share(sounding, by=cast.ben)

    assert "does not know whose these are, and says so" in text(as_(cast.ben).get(address("index", pair)))
    assert "to addresses Ben Okafor gave" in text(as_(cast.ada).get(address("index", pair)))


@pytest.mark.parametrize(("state", "closed"), [("active", 1), ("paused", 0), ("frozen", 0)])
def test_time_closes_a_round_once_and_not_in_a_rest(cast, pair, sounding, tell_everyone, state, closed):
    Mentorship.objects.update(state=state)
    assert timed.close_due(now() + dt.timedelta(days=20)) == 0
    assert [timed.close_due(now() + dt.timedelta(days=22)) for _ in range(2)] == [closed, 0]
    tell_everyone()
    assert cast.ben.notices.filter(kind="sounding.closed").count() == closed


def test_with_the_mentorship_a_round_ends_too(tell_everyone, cast, pair, sounding):
    mentorships.end(pair, by=cast.ada)
    tell_everyone()
    tell_everyone()
    sounding.refresh_from_db()
    assert sounding.is_closed
    assert not cast.ben.notices.filter(kind="sounding.closed").exists()
    with pytest.raises(Refused, match="has ended"):
        actions.share(sounding, by=cast.ben)


def test_both_may_ask_and_each_reads_their_own_first(as_, cast, pair, sounding):
    mine = actions.ask(pair, by=cast.ada, colleagues=[(name, f"x{email}") for name, email in ASKED])
    for one in (sounding, mine):
        say(one, 4)
        one.refresh_from_db()
        actions.share(one, by=one.person)
    page = text(as_(cast.ben).get(address("index", pair)))
    assert ("About Ada Lindqvist" in page, "About Ben" in page) == (True, False)


def test_a_link_of_somebody_who_left_leads_nowhere(client, cast, sounding):
    Person.objects.filter(pk=cast.ben.pk).update(is_active=False)
    assert client.get(reverse("soundings.answer", args=[tokens()[0]])).status_code == 404
