"""A colleague's word, by a link that works once."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.activity.mail.models import Letter
from alongside.activity.notices.models import Notice
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden, Refused
from alongside.people.careers import actions as careers
from alongside.people.careers.models import Launch, Position
from alongside.people.profiles.queries import profile_of
from alongside.people.vouching import actions, facts, notices, queries, rules
from alongside.people.vouching.models import Vouch

INES = {"colleague_name": "Ines Duarte", "colleague_email": "Ines@example.org"}
YES = {"answer": "confirmed", "relation": "I led the engineers", "comment": "She carried it."}


@pytest.fixture
def position(cast):
    return careers.add(
        Position, cast.ada, by=cast.ada, title="Product lead", company="Harbour", about="Checkout"
    )


@pytest.fixture
def vouch(cast, position):
    return actions.ask(position, by=cast.ada, **INES)


@pytest.fixture
def link(vouch):
    return re.search(r"/people/vouching/answer/[\w-]+/", Letter.objects.latest("pk").text).group()


def seen(vouch):
    return facts.digest(vouch.about)


def test_a_person_asks_a_colleague_by_letter(as_, cast, position):
    browser, address = as_(cast.ada), reverse("vouching.ask", args=["positions", position.code])
    assert "Checkout" in browser.get(address).text

    assert browser.post(address, INES).url == reverse("me.show")

    vouch, letter = Vouch.objects.get(), Letter.objects.get()
    assert (letter.to, vouch.colleague_email) == ("ines@example.org", "ines@example.org")
    assert letter.subject == "Can you confirm what Ada Lindqvist did?"
    assert vouch.token_digest not in letter.text
    assert Event.objects.filter(verb="vouch.asked", about_code=vouch.code, by=cast.ada).count() == 1
    assert "Ines Duarte was asked" in browser.get(reverse("me.show")).text


@pytest.mark.parametrize(
    ("who", "findable", "status"), [("ben", ["companies"], 403), ("eve", ["companies"], 404)]
)
def test_only_the_person_asks(as_, cast, position, who, findable, status):
    profile = profile_of(cast.ada)
    profile.findable_by = findable
    profile.save()

    answer = as_(getattr(cast, who)).post(reverse("vouching.ask", args=["positions", position.code]), INES)

    assert answer.status_code == status
    assert not Vouch.objects.exists()


def test_a_stranger_sees_exactly_what_is_confirmed_and_confirms_it_once(as_, cast, vouch, link):
    stranger = Client()
    page = stranger.get(link)
    assert page.status_code == 200
    assert [value for _label, value in page.context["facts"]] == [
        "Product lead", "Harbour", "Product management", "Checkout",
    ]  # fmt: skip

    assert stranger.post(link, YES | {"seen": seen(vouch)}).url == link

    vouch.refresh_from_db()
    assert (vouch.answer, vouch.relation, vouch.comment) == (
        "confirmed",
        "I led the engineers",
        "She carried it.",
    )
    assert Event.objects.get(verb="vouch.confirmed").by is None
    assert "Thank you" in stranger.get(link).text
    stranger.post(link, {"answer": "declined", "seen": seen(vouch)})
    vouch.refresh_from_db()
    assert vouch.answer == "confirmed"
    assert queries.vouched([cast.ada.pk, cast.ben.pk]) == {cast.ada.pk: 1}
    assert queries.confirmed_for(cast.ada) == [vouch]
    assert "Confirmed by Ines Duarte" in as_(cast.ada).get(reverse("me.show")).text


def test_looking_at_the_link_confirms_nothing(vouch, link):
    Client().get(link)
    Client().head(link)

    vouch.refresh_from_db()
    assert vouch.answer == ""


def test_a_colleague_may_say_no(cast, vouch, link):
    assert Client().post(link, {"answer": "declined", "seen": ""}).url == link

    assert (
        "You did not confirm it" in Client().get(link).text
        or "you did not confirm it" in Client().get(link).text
    )
    assert queries.vouched([cast.ada.pk]) == {}
    notices.tell_the_asker(Event.objects.get(verb="vouch.declined"))
    assert Notice.objects.get(person=cast.ada).text == "Ines Duarte did not confirm: Product lead, Harbour"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"answer": ""}, "Choose yes or no"),
        ({"relation": ""}, "Enter how you worked together"),
        ({"relation": "x" * 121}, "How did you work together? must be 120 characters or less"),
        ({"seen": "0" * 64}, "has changed in the meantime"),
        ({"seen": "é"}, "has changed in the meantime"),
    ],
)
def test_a_hasty_answer_is_answered_kindly_and_kept(vouch, link, typed, sentence):
    answer = Client().post(link, YES | {"seen": seen(vouch)} | typed)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert "She carried it." in answer.text or "changed" in sentence
    vouch.refresh_from_db()
    assert vouch.answer == ""


def test_a_word_stands_only_for_what_was_read(cast, vouch, position):
    actions.answer(vouch, by=None, confirm=True, seen=seen(vouch), relation="Peer", comment="")
    notices.tell_the_asker(Event.objects.get(verb="vouch.confirmed"))
    assert Notice.objects.get().text == "Ines Duarte confirmed: Product lead, Harbour"

    careers.change(position, by=cast.ada, industry="fintech")
    notices.let_go_of_what_changed(Event.objects.get(verb="position.changed"))
    assert queries.vouched([cast.ada.pk]) == {cast.ada.pk: 1}

    careers.change(position, by=cast.ada, title="Vice president")
    notices.let_go_of_what_changed(Event.objects.filter(verb="position.changed").latest("pk"))
    assert queries.vouched([cast.ada.pk]) == {}


def test_reactions_to_what_is_gone_do_nothing(vouch, position):
    gone = Event(verb="vouch.confirmed", about_kind="people.vouch", about_code="gone")
    gone_position = Event(verb="position.changed", about_kind="people.position", about_code="gone")

    notices.tell_the_asker(gone)
    notices.let_go_of_what_changed(gone_position)

    assert not Notice.objects.exists()


def test_nobody_vouches_for_themself(as_, cast, vouch, link, position):
    assert as_(cast.ada).post(link, YES | {"seen": seen(vouch)}).status_code == 403
    assert rules.can_answer(cast.ben, vouch)
    EmailAddress.objects.create(user=cast.ada, email="ada@home.example")
    for own in ("ADA@example.org", "Ada@home.example", "ada+work@example.org"):
        with pytest.raises(Refused, match="your own address"):
            actions.ask(position, by=cast.ada, colleague_name="Me", colleague_email=own)
    with pytest.raises(Forbidden):
        actions.ask(position, by=cast.ben, **INES)


def test_a_question_is_taken_back_and_its_link_is_over(as_, cast, vouch, link):
    address = reverse("vouching.withdraw", args=[vouch.code])
    assert as_(cast.eve).post(address).status_code == 404
    with pytest.raises(Forbidden):
        actions.withdraw(vouch, by=cast.ben)

    assert as_(cast.ada).post(address).url == reverse("me.show")
    assert as_(cast.ada).post(address).status_code == 422

    assert Client().get(link).status_code == 410
    assert Client().post(link, YES).status_code == 410
    assert Event.objects.filter(verb="vouch.withdrawn").count() == 1


@pytest.mark.parametrize("change", ["expired", "deactivated", "unknown"])
def test_an_old_link_says_so(cast, vouch, link, change):
    if change == "expired":
        Vouch.objects.update(expires_at=now() - dt.timedelta(seconds=1))
    if change == "deactivated":
        type(cast.ada).objects.filter(pk=cast.ada.pk).update(is_active=False)
    answer = Client().get(link if change != "unknown" else "/people/vouching/answer/nonsense/")

    assert answer.status_code == {"expired": 410}.get(change, 404)
    assert "This link leads nowhere now" in answer.text


def test_an_answer_that_comes_too_late_is_refused(vouch):
    Vouch.objects.update(expires_at=now())

    with pytest.raises(Refused, match="its time is over"):
        actions.answer(vouch, by=None, confirm=False, seen="", relation="", comment="")


def test_mailboxes_are_not_flooded(cast, position, monkeypatch):
    def ask(about, address):
        return actions.ask(about, by=cast.ada, colleague_name="Ines", colleague_email=address)

    launch = careers.add(
        Launch, cast.ada, by=cast.ada, product="Till", problem="Queues", part="All", launched=None
    )
    first = ask(position, "a@example.org")
    with pytest.raises(Refused, match="asked this colleague about it already"):
        ask(position, "a@example.org")
    ask(launch, "a@example.org")
    actions.withdraw(first, by=cast.ada)
    ask(position, "a@example.org")
    with pytest.raises(Refused, match="three times this month"):
        ask(position, "a@example.org")
    for name in "bcd":
        ask(launch, f"{name}@example.org")
    with pytest.raises(Refused, match="Five colleagues have not answered"):
        ask(launch, "e@example.org")
    monkeypatch.setattr(actions, "MOST_OPEN", 99)
    monkeypatch.setattr(actions, "MOST_A_DAY", 6)
    with pytest.raises(Refused, match="ten times today"):
        ask(launch, "f@example.org")


def test_a_launch_is_vouched_for_with_its_measure(as_, cast):
    launch = careers.add(
        Launch,
        cast.ada,
        by=cast.ada,
        product="Till",
        problem="Queues",
        part="All",
        measure="Minutes",
        after="2",
    )
    browser, address = as_(cast.ada), reverse("vouching.ask", args=["launches", launch.code])
    page = browser.get(address)

    assert [value for _label, value in page.context["facts"]] == ["Till", "Queues", "All", "Minutes", "2"]
    assert browser.post(address, INES).status_code == 302
    assert Vouch.objects.get().about == launch


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"colleague_name": ""}, "Enter the name of the colleague"),
        ({"colleague_name": "Inеs Duarte"}, "Write each word in the letters of one alphabet"),
        ({"colleague_email": "ines"}, "Enter an e-mail address, such as ines@example.org"),
        ({"colleague_email": ""}, "Enter the e-mail address of the colleague"),
    ],
)
def test_a_hasty_question_is_answered_kindly_and_kept(as_, cast, position, typed, sentence):
    answer = as_(cast.ada).post(reverse("vouching.ask", args=["positions", position.code]), INES | typed)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert next(value for key, value in INES.items() if key not in typed) in answer.text
    assert not Vouch.objects.exists()


def test_finders_read_who_confirmed_what(as_, cast, vouch):
    profile = profile_of(cast.ada)
    profile.findable_by = ["companies"]
    profile.save()
    actions.answer(
        vouch, by=None, confirm=True, seen=seen(vouch), relation="I led the engineers", comment="Carried it"
    )

    page = as_(cast.ben).get(reverse("search.mentor", args=[cast.ada.code]))

    assert page.text.count("Vouched") == 1
    assert "Ines Duarte: I led the engineers" in page.text
    assert "ines@example.org" not in page.text
    assert as_(cast.eve).get(reverse("search.mentor", args=[cast.ada.code])).status_code == 404


def test_finders_of_somebody_who_stays_back_read_no_names(as_, cast, vouch):
    profile = profile_of(cast.ada)
    profile.findable_by, profile.identity_light = ["companies"], True
    profile.save()
    actions.answer(
        vouch, by=None, confirm=True, seen=seen(vouch), relation="I led the engineers", comment="Carried it"
    )

    page = as_(cast.ben).get(reverse("search.mentor", args=[cast.ada.code])).text

    assert [name for name in ("Ada", "Lindqvist", "Ines", "Harbour", "Carried") if name in page] == []
