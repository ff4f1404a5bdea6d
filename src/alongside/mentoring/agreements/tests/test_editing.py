"""Editing and accepting: every edit is a version, and the second of two who edit at once sees both."""

from __future__ import annotations

import datetime as dt
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.agreements import actions, differences, queries
from alongside.mentoring.agreements.forms import as_typed
from alongside.mentoring.agreements.models import Acceptance, Version
from alongside.mentoring.agreements.terms import FIELDS
from alongside.mentoring.mentorships import actions as mentorships


def url(pair, verb=""):
    return f"/mentoring/agreements/of/{pair.code}/{verb and verb + '/'}"


def typed(version, **changed):
    """What a browser sends for the form of this version."""
    data = {
        name: "" if value is None else value for name, value in as_typed(version.said, version.number).items()
    }
    return data | changed


def edited(version, by, **changed):
    return actions.edit(version.mentorship, version.said | changed, by=by, base=version.number)


def test_saving_makes_the_next_version(as_, cast, pair, draft):
    answer = as_(cast.ben).post(url(pair, "save"), typed(draft, purpose="Price with confidence"))

    newest = queries.standing(pair).newest
    assert (answer.status_code, answer.url) == (302, url(pair))
    assert (newest.number, newest.written_by, newest.said["purpose"]) == (
        2,
        cast.ben,
        "Price with confidence",
    )
    assert Event.objects.filter(verb="agreement.edited", by=cast.ben, about_code=newest.code).exists()


def test_saving_and_accepting_is_one_button(as_, cast, pair, draft):
    as_(cast.ben).post(url(pair, "save"), typed(draft, purpose="Price with confidence", accept="yes"))

    assert queries.standing(pair).waiting_for == [cast.ada]


def test_saving_without_a_change_makes_no_version(as_, cast, pair, draft):
    as_(cast.ben).post(url(pair, "save"), typed(draft))

    assert Version.objects.count() == 1


def test_the_second_of_two_sees_both_and_loses_nothing(as_, cast, pair, draft):
    mine = typed(draft, purpose="Mine", topics_out="Salaries", mentee_offers="My notes")
    edited(draft, cast.ada, purpose="Theirs", mentor_expects="Honesty")

    answer = as_(cast.ben).post(url(pair, "save"), mine)

    page, form = answer.content.decode(), answer.context["form"]
    assert answer.status_code == 422
    assert Version.objects.count() == 2
    assert [(field.name, words) for field, words in answer.context["crossed"]] == [("purpose", "Theirs")]
    assert [change.field.name for change in answer.context["taken"]] == ["mentor_expects"]
    initial = {name: form.initial[name] for name in ("purpose", "topics_out", "mentor_expects", "base")}
    assert initial == {"purpose": "Mine", "topics_out": "Salaries", "mentor_expects": "Honesty", "base": 2}
    assert "Ada Lindqvist saved version 2" in page


def test_the_merged_form_saves(as_, cast, pair, draft):
    edited(draft, cast.ada, mentor_expects="Honesty")
    browser = as_(cast.ben)
    form = browser.post(url(pair, "save"), typed(draft, purpose="Mine")).context["form"]

    browser.post(url(pair, "save"), {name: value or "" for name, value in form.initial.items()})

    said = queries.standing(pair).newest.said
    assert (said["purpose"], said["mentor_expects"]) == ("Mine", "Honesty")


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"purpose": ""}, "Enter this: Purpose, in one sentence"),
        ({"goals": "a\nb\nc\nd"}, "Write three goals at most, one on a line"),
        ({"ends_on": "2020-01-01"}, "The last day must be after today"),
        ({"ends_on": "soon"}, "Enter a date, such as 30 June 2027"),
        ({"review_on": "2099-01-01"}, "The review must be before the last day"),
        ({"topics_in": "x" * 601}, "What you talk about must be 600 characters or less"),
    ],
)
def test_what_cannot_be_is_said_kindly_and_the_typed_text_stays(as_, cast, pair, draft, changed, error):
    answer = as_(cast.ben).post(
        url(pair, "save"), typed(draft, mentee_offers="Typed for ten minutes", **changed)
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert error in page
    assert "Typed for ten minutes" in page
    assert Version.objects.count() == 1


def test_it_is_in_force_when_both_have_accepted_the_same_version(cast, pair, draft):
    assert actions.accept(draft, by=cast.ada) is False
    assert actions.accept(draft, by=cast.ben) is True

    pair.refresh_from_db()
    assert queries.standing(pair).is_in_force
    assert pair.ends_on == dt.date.fromisoformat(draft.said["ends_on"])
    assert Event.objects.filter(verb="agreement.in_force").count() == 1


def test_accepting_twice_counts_once(cast, pair, draft):
    for person in (cast.ada, cast.ada, cast.ben, cast.ben):
        actions.accept(draft, by=person)

    assert Acceptance.objects.count() == 2
    assert Event.objects.filter(verb="agreement.accepted").count() == 2
    assert Event.objects.filter(verb="agreement.in_force").count() == 1


def test_an_edit_needs_both_again_and_the_old_one_holds_until_then(cast, pair, draft):
    for person in (cast.ada, cast.ben):
        actions.accept(draft, by=person)
    newest = edited(draft, cast.ben, purpose="Another")
    actions.accept(newest, by=cast.ben)

    standing = queries.standing(pair)

    assert (standing.newest, standing.in_force, standing.waiting_for) == (newest, draft, [cast.ada])


def test_the_accepted_term_becomes_the_last_day(cast, pair, draft):
    newest = edited(draft, cast.ben, ends_on="2099-06-30")
    for person in (cast.ada, cast.ben):
        actions.accept(newest, by=person)

    pair.refresh_from_db()
    assert pair.ends_on == dt.date(2099, 6, 30)


def test_an_old_version_cannot_be_accepted(as_, cast, pair, draft):
    edited(draft, cast.ada, purpose="Newer")

    answer = as_(cast.ben).post(f"/mentoring/agreements/{draft.code}/accept/")

    assert answer.status_code == 422
    assert "There is a newer version by now" in answer.content.decode()


def test_the_button_accepts(as_, cast, pair, draft):
    for person in (cast.ben, cast.ada):
        assert as_(person).post(f"/mentoring/agreements/{draft.code}/accept/").url == url(pair)

    assert "is accepted by everybody" in as_(cast.ben).get(url(pair)).content.decode()


def test_what_is_new_is_shown_beside_what_is_in_force(as_, cast, pair, draft):
    for person in (cast.ada, cast.ben):
        actions.accept(draft, by=person)
    edited(draft, cast.ada, purpose="Another")

    page = as_(cast.ben).get(url(pair))

    assert [change.after for change in page.context["changed"]] == ["Another"]
    assert "Until then version 1 is in force" in page.content.decode()


@pytest.mark.parametrize("name", ["cleo", "dev", "eve"])
@pytest.mark.parametrize("verb", ["", "edit", "history", "print", "paper"])
def test_the_pages_are_hidden_from_everybody_else(as_, cast, pair, draft, name, verb):
    assert as_(getattr(cast, name)).get(url(pair, verb)).status_code == 404


@pytest.mark.parametrize("name", ["cleo", "dev", "eve"])
def test_the_verbs_are_hidden_from_everybody_else(as_, cast, pair, draft, name):
    browser = as_(getattr(cast, name))

    assert browser.post(url(pair, "save"), typed(draft)).status_code == 404
    assert browser.post(f"/mentoring/agreements/{draft.code}/accept/").status_code == 404
    assert browser.post(url(pair, "draft")).status_code == 404


def test_the_verbs_are_refused_to_everybody_else(cast, pair, draft):
    with pytest.raises(Forbidden):
        edited(draft, cast.cleo, purpose="Mine")
    with pytest.raises(Forbidden):
        actions.accept(draft, by=cast.cleo)


def test_after_the_end_it_is_read_only(as_, cast, pair, draft):
    mentorships.end(pair, by=cast.ada)
    browser = as_(cast.ben)

    assert browser.get(url(pair)).status_code == 200
    assert browser.get(url(pair, "edit")).status_code == 422
    assert browser.post(url(pair, "save"), typed(draft, purpose="Late")).status_code == 422
    assert browser.post(f"/mentoring/agreements/{draft.code}/accept/").status_code == 422


def test_an_edit_before_any_draft_is_refused(cast, pair):
    with pytest.raises(Refused):
        actions.edit(pair, {}, by=cast.ben, base=1)


def test_editing_before_any_draft_leads_to_the_agreement(as_, cast, pair):
    assert as_(cast.ben).get(url(pair, "edit")).url == url(pair)


@pytest.mark.parametrize("verb", ["", "edit", "history", "print"])
def test_the_pages_show_the_terms(as_, cast, pair, draft, verb):
    newest = edited(draft, cast.ben, purpose="Price with confidence")

    page = as_(cast.ada).get(url(pair, verb)).content.decode()

    assert newest.said["purpose"] in page


def test_the_history_shows_what_each_version_changed(cast, pair, draft):
    newest = edited(draft, cast.ben, purpose="Price with confidence", cadence=28)

    first, second = queries.history(pair)

    assert [step.version for step in (first, second)] == [newest, draft]
    changes = [(change.field.name, change.before, change.after) for change in first.changed]
    assert changes == [
        ("purpose", "Lead a discovery cycle alone", "Price with confidence"),
        ("cadence", "Every two weeks", "Every four weeks"),
    ]


def test_those_concerned_are_told_and_never_what_it_says(cast, pair, draft, tell_everyone, letters):
    newest = edited(draft, cast.ben, purpose="Price with confidence")
    actions.accept(newest, by=cast.ben)
    actions.accept(newest, by=cast.ada)
    tell_everyone()

    told = list(Notice.objects.filter(person=cast.ada).order_by("pk").values_list("text", flat=True))
    assert told[0] == "Ben Okafor wrote a new version of your agreement. Read and accept it"
    assert told[-1] == "Your agreement is in force"
    (letter,) = letters(to=cast.ben)
    assert "Price with confidence" not in letter.text


@pytest.mark.django_db(transaction=True)
def test_of_ten_who_save_at_once_one_makes_the_version_and_nine_see_it(cast, pair, draft):
    def save(number):
        try:
            version = Version.objects.select_related("mentorship").get(pk=draft.pk)
            edited(version, cast.ben if number % 2 else cast.ada, purpose=f"Purpose {number}")
        except actions.Crossed as crossed:
            return crossed.theirs.number
        finally:
            connection.close()
        return "saved"

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(save, range(10)))

    assert sorted(answers, key=str) == [2] * 9 + ["saved"]
    assert Version.objects.count() == 2


words = st.sampled_from(["a", "b", "c"])
saids = st.fixed_dictionaries(dict.fromkeys(list(FIELDS)[:6], words))


@given(base=saids, mine=saids, theirs=saids)
def test_a_merge_keeps_every_change_of_both_unless_they_cross(base, mine, theirs):
    merged, crossed = differences.merge(base, mine, theirs), differences.crossed(base, mine, theirs)

    for name in base:
        if mine[name] != base[name]:
            assert merged[name] == mine[name]
        else:
            assert merged[name] == theirs[name]
        assert (name in crossed) == (len({base[name], mine[name], theirs[name]}) == 3)


def test_the_agreement_is_fetched_as_pdf_where_the_engine_is(as_, cast, pair, draft, monkeypatch):
    pytest.importorskip("weasyprint")
    answer = as_(cast.ben).get(url(pair, "paper"))

    assert (answer.headers["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    assert url(pair, "paper") in as_(cast.ben).get(url(pair, "print")).text
    monkeypatch.setitem(sys.modules, "weasyprint", None)  # as where it is not installed
    assert as_(cast.ben).get(url(pair, "paper")).status_code == 404
    assert url(pair, "paper") not in as_(cast.ben).get(url(pair, "print")).text


def test_without_a_draft_there_is_nothing_to_fetch(as_, cast, pair):
    assert as_(cast.ben).get(url(pair, "paper")).status_code == 404
