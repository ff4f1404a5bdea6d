"""Evidence is kept, a mentor or a colleague confirms one named item, and the level says what it rests on."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from allauth.account.models import EmailAddress
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.growth.confirming import actions as confirming
from alongside.growth.confirming.models import Confirmation
from alongside.growth.evidence import actions as evidence
from alongside.growth.evidence.models import Evidence
from alongside.growth.levels.models import LevelChange
from alongside.growth.skills import actions as skills
from alongside.growth.skills.models import Skill, SkillLevel
from alongside.kit.clock import now, travel
from alongside.kit.errors import Forbidden, Refused
from alongside.kit.uploads import Taken
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship
from alongside.people.offers.models import Offer

DAY = dt.timedelta(days=1)
INDEX, ADD = reverse("evidence.index"), reverse("evidence.add")
TOLD = {"level": 3, "title": "Re-planned the roadmap", "text": "I said no to two teams", "link": ""}


def of_today(**more) -> dict[str, object]:
    return TOLD | {"day": now().date()} | more


@pytest.fixture
def skill(db):
    return Skill.objects.select_related("framework").get(key="B3", framework__is_default=True)


@pytest.fixture
def item(cast, skill):
    return evidence.keep(skill, of_today(), by=cast.ben)


@pytest.fixture
def pair(cast):
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    return mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead")


def ground(cast, skill) -> str:
    return SkillLevel.objects.get(person=cast.ben, skill=skill).ground


def at(view: str, *args: str) -> str:
    return reverse(view, args=args)


def test_a_level_is_self_rated_then_evidenced_then_confirmed_by_the_mentor(
    tell_everyone, as_, cast, skill, pair
):
    ben, ada = as_(cast.ben), as_(cast.ada)
    skills.rate(skill, 3, by=cast.ben)
    grounds = [ground(cast, skill)]
    assert "No evidence yet" in ben.get(INDEX).text
    upload = SimpleUploadedFile("plan.txt", b"Now, next, later")
    typed = of_today(skill=skill.code, link="https://example.org/r", file=upload)
    item_page = ben.post(ADD, typed)["Location"]
    item = Evidence.objects.select_related("person").get()
    grounds.append(ground(cast, skill))
    assert [ben.get(at("evidence.file", item.code)).content, "plan.txt" in ben.get(item_page).text] == [
        b"Now, next, later", True,
    ]  # fmt: skip
    ben.post(at("confirming.ask", item.code), {"mentor": cast.ada.code})
    tell_everyone()
    notice = Notice.objects.get(person=cast.ada, kind="confirmation.asked")
    page = ada.get(notice.url).text
    assert ["I said no to two teams" in page, "roadmap" in notice.text] == [True, False]
    assert ada.get(at("confirming.file", Confirmation.objects.get().code)).content == b"Now, next, later"
    assert "Re-planned" in ada.get(reverse("confirming.index")).text
    seen = re.search(r'name="seen" value="(\w+)"', page)
    ada.post(notice.url, {"seen": seen and seen[1], "answer": "yes", "why": "You re-planned without drama"})
    grounds.append(ground(cast, skill))
    tell_everyone()

    assert grounds == ["self", "evidenced", "confirmed"]
    assert "without drama" in ben.get(item_page).text
    told = ben.get(at("evidence.of", skill.code)).text
    assert ["Somebody who saw it confirmed" in told, told.count("Level 3") >= 3] == [True, True]
    assert Notice.objects.get(person=cast.ben, kind="confirmation.given").url == item_page
    assert list(LevelChange.objects.order_by("pk").values_list("level", "ground")) == [
        (3, one) for one in grounds
    ]
    assert "Your answer" in ada.get(notice.url).text
    verbs = set(Event.objects.values_list("verb", flat=True))
    assert {"evidence.kept", "confirmation.asked", "confirmation.given"} <= verbs


def test_a_colleague_confirms_by_a_mailed_link_once_and_without_an_account(
    tell_everyone, as_, client, cast, skill, letters
):
    item = evidence.keep(skill, of_today(), by=cast.ben, file=Taken("plan.txt", "plain", b"The plan"))
    skills.rate(skill, 2, by=cast.ben)
    as_(cast.ben).post(at("confirming.ask", item.code), {"name": "Kim", "email": "Kim@example.net"})
    link = re.search(r"http\S+(/growth/confirming/answer/\S+)", letters()[-1].text)
    path = link[1] if link else ""
    page = client.get(path).text
    seen = re.search(r'name="seen" value="(\w+)"', page)
    typed = {"seen": seen and seen[1], "answer": "no", "why": "", "relation": "I led engineering"}
    refused = client.post(path, typed)
    assert client.get(path + "file/").content == b"The plan"
    client.post(path, typed | {"why": "It was two of us"})
    tell_everyone()

    said = Confirmation.objects.select_related("evidence__person").get()
    assert (refused.status_code, "what is missing" in refused.text, "I led engineering" in refused.text) == (
        422, True, True,
    )  # fmt: skip
    assert (said.answer, said.why, ground(cast, skill)) == ("no", "It was two of us", "evidenced")
    assert "It was two of us" in as_(cast.ben).get(at("evidence.show", item.code)).text
    assert [client.get(path).text.count("Your answer is kept"), client.get(path + "file/").status_code] == [
        1,
        404,
    ]
    assert client.get(at("confirming.answer", "nothing")).status_code == 404
    assert Notice.objects.filter(person=cast.ben, kind="confirmation.refused").count() == 1


def test_whoever_confirmed_confirmed_what_it_said_then(as_, cast, skill, item, pair):
    skills.rate(skill, 3, by=cast.ben)
    asked = confirming.ask_a_mentor(item, cast.ada, by=cast.ben)
    stale = asked.evidence.facts
    evidence.change(item, of_today(title="Re-planned it with three teams"), by=cast.ben)
    asked = Confirmation.objects.for_list().get()
    ada = as_(cast.ada)
    answer = ada.post(at("confirming.show", asked.code), {"seen": stale, "answer": "yes", "why": "Well done"})
    assert [answer.status_code, "changed in the meantime" in answer.text, "Well done" in answer.text] == [
        422, True, True,
    ]  # fmt: skip
    confirming.answer(asked, by=cast.ada, confirm=True, seen=asked.evidence.facts, why="Yes")
    with pytest.raises(Refused, match="already"):
        confirming.ask_a_mentor(asked.evidence, cast.ada, by=cast.ben)
    before = ground(cast, skill)
    evidence.change(asked.evidence, of_today(title="Re-planned it with three teams"), by=cast.ben)
    same = ground(cast, skill)
    ben = as_(cast.ben)
    ben.post(at("evidence.change", item.code), of_today(skill=skill.code, title="Re-planned it with four"))

    assert [before, same, ground(cast, skill)] == ["confirmed", "confirmed", "evidenced"]
    assert "Confirmed what it said before" in ben.get(at("evidence.show", item.code)).text
    confirming.ask_a_mentor(Evidence.objects.get(), cast.ada, by=cast.ben)
    ben.post(at("evidence.remove", item.code))
    assert [ground(cast, skill), Confirmation.objects.count()] == ["self", 0]


def test_evidence_below_the_level_does_not_carry_it_and_above_it_is_said(as_, cast, skill, item):
    skills.rate(skill, 4, by=cast.ben)
    high = ground(cast, skill)
    skills.rate(skill, 2, by=cast.ben)

    assert [high, ground(cast, skill)] == ["self", "evidenced"]
    assert "shows level 3" in as_(cast.ben).get(at("evidence.of", skill.code)).text
    skills.rate(skill, None, by=cast.ben)
    assert "Taken back" in as_(cast.ben).get(at("evidence.of", skill.code)).text


def test_nobody_else_sees_evidence_or_is_asked_about_it(as_, cast, item, pair):
    asked = confirming.ask_a_mentor(item, cast.ada, by=cast.ben)
    others = (cast.cleo, cast.dev, cast.eve)
    own = [at(f"evidence.{one}", item.code) for one in ("show", "file")] + [at("confirming.ask", item.code)]
    for person in (*others, cast.ada):
        assert [as_(person).get(address).status_code for address in own] == [404] * 3
    assert {as_(one).get(at("confirming.show", asked.code)).status_code for one in (*others, cast.ben)} == {
        404
    }
    assert as_(cast.ben).get(at("evidence.file", item.code)).status_code == 404  # it has none
    assert as_(cast.ada).post(at("confirming.withdraw", asked.code)).status_code == 404
    row = str(
        [bytes(one) if isinstance(one, memoryview) else one for one in Evidence.objects.values_list()[0]]
    )
    assert "roadmap" not in row

    mentorships.end(pair, by=cast.ada)
    assert as_(cast.ada).get(at("confirming.show", asked.code)).status_code == 404
    with pytest.raises(Forbidden):
        confirming.answer(asked, by=cast.ada, confirm=True, seen="", why="")
    with pytest.raises(Forbidden):
        confirming.ask_a_mentor(item, cast.ada, by=cast.ben)
    assert "Nobody mentors you now" in as_(cast.ben).get(at("confirming.ask", item.code)).text
    with pytest.raises(Forbidden):
        evidence.remove(item, by=cast.ada)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"skill": ""}, "Choose a skill"),
        ({"level": "9"}, "Choose the level that it shows"),
        ({"title": ""}, "Enter what you did"),
        ({"text": ""}, "Enter why it is this level"),
        ({"day": "soon"}, "Enter a day"),
        ({"day": "2999-01-01"}, "Enter today or a day before"),
        ({"link": "ftp://example.org"}, "begins with https://"),
        ({"file": SimpleUploadedFile("plan.pdf", b"no pdf")}, "cannot be attached"),
    ],
)
def test_what_is_missing_is_said_and_the_rest_kept(as_, cast, skill, typed, sentence):
    answer = as_(cast.ben).post(ADD, of_today(skill=skill.code, link="https://example.org") | typed)
    kept = "I said no to two teams" if "title" in typed else "Re-planned the roadmap"

    assert (answer.status_code, sentence in answer.text, kept in answer.text) == (422, True, True)


def test_what_cannot_be_kept_is_refused(as_, cast, skill, item, monkeypatch):
    for told, sentence in (
        (of_today(level=9), "of the scale"),
        (of_today(day=now().date() + DAY), "what was done"),
    ):
        with pytest.raises(Refused, match=sentence):
            evidence.keep(skill, told, by=cast.ben)
    evidence.keep(skill, of_today(), by=cast.ben, of=("win", "abc"))
    with pytest.raises(Refused, match="already"):
        evidence.keep(skill, of_today(), by=cast.ben, of=("win", "abc"))
    monkeypatch.setattr(evidence, "MOST", 1)
    answer = as_(cast.ben).post(ADD, of_today(skill=skill.code))
    assert (answer.status_code, "Five hundred" in answer.text) == (422, True)


def test_what_cannot_be_asked_is_refused(as_, cast, skill, item, pair, monkeypatch):
    ben = as_(cast.ben)
    ask = at("confirming.ask", item.code)
    assert "Choose one of your mentors" in ben.post(ask, {}).text
    own = ben.post(ask, {"name": "Me", "email": cast.ben.email})
    assert (own.status_code, "your own address" in own.text) == (422, True)
    EmailAddress.objects.create(user=cast.ben, email="Ben@home.example")
    with pytest.raises(Refused, match="your own address"):
        confirming.ask_a_colleague(item, "Me", "ben+me@HOME.example", by=cast.ben)
    mailed = confirming.ask_a_colleague(item, "Kim", "kim@example.net", by=cast.ben)
    with pytest.raises(Refused, match="this colleague"):
        confirming.ask_a_colleague(item, "Kim", "KIM@example.net", by=cast.ben)
    with pytest.raises(Forbidden):
        confirming.answer(mailed, by=cast.ben, confirm=True, seen="", why="")
    with pytest.raises(Forbidden):
        confirming.withdraw(mailed, by=cast.ada)
    limits = (("MOST_TO_ONE_ADDRESS", "three times"), ("MOST_A_DAY", "ten times"), ("MOST_OPEN", "Five"))
    for name, sentence in limits:
        monkeypatch.setattr(confirming, name, 1)
        with pytest.raises(Refused, match=sentence):
            confirming.ask_a_colleague(item, "Kim", "kim@example.net", by=cast.ben)
    ben.post(at("confirming.withdraw", mailed.code))
    with pytest.raises(Refused, match="answered"):
        confirming.withdraw(mailed, by=cast.ben)
    with pytest.raises(Refused, match="answered"):
        confirming.answer(mailed, by=None, confirm=True, seen=item.facts, why="", relation="Lead")


def test_a_file_put_in_place_of_the_one_that_was_read_is_not_confirmed(cast, skill, item):
    evidence.change(item, of_today(), by=cast.ben, file=Taken("plan.txt", "plain", b"what Kim reads"))
    asked = confirming.ask_a_colleague(Evidence.objects.get(), "Kim", "kim@example.net", by=cast.ben)
    read = Evidence.objects.get().facts
    evidence.change(item, of_today(), by=cast.ben, file=Taken("plan.txt", "plain", b"something else"))

    with pytest.raises(Refused, match="changed in the meantime"):
        confirming.answer(asked, by=None, confirm=True, seen=read, why="")


def test_the_files_of_one_person_do_not_fill_the_disk(as_, cast, skill, item, monkeypatch):
    monkeypatch.setattr(evidence, "MOST_TOGETHER", 100)
    evidence.change(item, of_today(), by=cast.ben, file=Taken("a.txt", "plain", b"x" * 60))
    evidence.change(item, of_today(), by=cast.ben, file=Taken("a.txt", "plain", b"x" * 60))  # in its place
    upload = SimpleUploadedFile("b.txt", b"y" * 60)
    answer = as_(cast.ben).post(ADD, of_today(skill=skill.code, title="Kept words", file=upload))

    assert (answer.status_code, "hold 200 MB" in answer.text, "Kept words" in answer.text) == (
        422,
        True,
        True,
    )


def test_a_page_that_was_tampered_with_confirms_nothing(client, cast, item, letters):
    confirming.ask_a_colleague(item, "Kim", "kim@example.net", by=cast.ben)
    link = re.search(r"/growth/confirming/answer/\S+", letters()[-1].text)[0]
    answer = client.post(link, {"seen": "é", "answer": "yes", "relation": "Lead"})
    assert (answer.status_code, "changed in the meantime" in answer.text) == (422, True)


def test_nothing_is_asked_or_answered_while_a_mentorship_is_frozen(as_, cast, item, pair):
    asked = confirming.ask_a_mentor(item, cast.ada, by=cast.ben)
    Mentorship.objects.update(state=Mentorship.State.FROZEN)
    assert as_(cast.ada).get(at("confirming.show", asked.code)).status_code == 404
    assert cast.ada.code not in as_(cast.ben).get(at("confirming.ask", item.code)).text

    with pytest.raises(Forbidden):
        confirming.answer(asked, by=cast.ada, confirm=True, seen=item.facts, why="")
    with pytest.raises(Forbidden):
        confirming.ask_a_mentor(item, cast.ada, by=cast.ben)


def test_a_link_that_is_over_says_why(client, cast, item, letters):
    confirming.ask_a_colleague(item, "Kim", "kim@example.net", by=cast.ben)
    path = re.search(r"/growth/confirming/answer/\S+", letters()[-1].text)
    link = path[0] if path else ""
    with travel(now() + 31 * DAY):
        over = client.get(link)
    assert (over.status_code, "30 days, which are over" in over.text) == (410, True)
    Confirmation.objects.update(withdrawn_at=now())
    assert "took the question back" in client.get(link).text


@pytest.mark.parametrize("count", [1, 4])
def test_the_pages_cost_the_same_however_long(as_, cast, skill, pair, count, django_assert_num_queries):
    for number in range(count):
        one = evidence.keep(skill, of_today(title=f"Item {number}"), by=cast.ben)
        confirming.ask_a_mentor(one, cast.ada, by=cast.ben)
    ben, ada = as_(cast.ben), as_(cast.ada)
    for person, address, queries in ((ben, INDEX, QUERIES), (ben, at("evidence.of", skill.code), 6),
                                     (ada, reverse("confirming.index"), 3)):  # fmt: skip
        person.get(address)
        with django_assert_num_queries(queries):
            person.get(address)


QUERIES = 10
"""Five for what a person did in six places, and the tools; no more, however much there is."""
