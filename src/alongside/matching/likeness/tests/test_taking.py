"""What people write counts a little, with its words as the reason; without a model nothing is missing."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.matching import problem
from alongside.matching.briefs import actions as briefs
from alongside.matching.briefs.models import Brief
from alongside.matching.conftest import as_mentor
from alongside.matching.imprints.models import Imprint
from alongside.matching.likeness import making, notices
from alongside.matching.likeness.words import in_common
from alongside.matching.search import store
from alongside.matching.search.wording import words
from alongside.people.careers import actions as careers
from alongside.people.careers.models import Story
from alongside.people.profiles import actions as profiles
from alongside.people.profiles.models import Profile

GOAL = "Run pricing experiments without losing customers"
STORY = {
    "kind": "failure", "title": "Pricing experiments that failed", "learned": "Customers forgive slowly.",
    "happened": "We ran pricing experiments for a year and lost customers.",
}  # fmt: skip


@pytest.fixture(autouse=True)
def fresh_store():
    store.forget()
    yield
    store.forget()


@pytest.fixture
def pair(cast):
    """Ada wrote about pricing experiments, Cleo about nothing; Ben wants to run some."""
    for person in (cast.ada, cast.cleo):
        as_mentor(person)
    careers.add(Story, cast.ada, by=cast.ada, **STORY)
    cast.brief = Brief.objects.create(person=cast.ben, kind="skill", goal=GOAL, finished_at=now())
    making.take_missing.func(timestamp=0)
    return cast


def the_last(verb):
    return Event.objects.filter(verb=verb).last()


def kept(person):
    return Imprint.objects.get(person=person).marks


def card_of(client, person, of):
    client.force_login(person)
    return client.get(reverse("search.mentor", args=[of.code])).context["card"]


def test_what_was_written_is_taken_once_and_again_when_it_changes(pair):
    before, taken = kept(pair.ada), Event.objects.filter(verb="imprint.taken").count()
    notices.take_of_who_wrote(the_last("story.added"))
    assert (kept(pair.ada), Event.objects.filter(verb="imprint.taken").count()) == (before, taken)

    profiles.change(
        Profile.objects.get(person=pair.ada), by=pair.ada, about="Robots in warehouses and logistics"
    )
    notices.take_of_who_wrote(the_last("profile.changed"))
    assert kept(pair.ada) != before
    assert Event.objects.filter(verb="imprint.taken").count() == taken + 1

    story = Story.objects.get(person=pair.ada)
    careers.remove(story, by=pair.ada)
    notices.take_of_who_wrote(the_last("story.removed"))
    assert kept(pair.ada) != before


def test_a_goal_is_taken_when_it_is_written_and_what_is_sealed_never_is(pair, monkeypatch):
    read = []
    monkeypatch.setattr(problem, "marks_of", lambda texts: read.extend(texts) or [7] * len(texts))
    briefs.answer(pair.brief, "goal", {"goal": GOAL, "why_now": "a secret", "tried": "another"}, by=pair.ben)
    notices.take_of_the_brief(the_last("brief.answered"))

    assert (read, Brief.objects.get().marks) == ([GOAL], 7)


def test_the_reason_names_the_words_that_both_wrote(pair, client):
    part = next(part for part in card_of(client, pair.ben, pair.ada).parts if part.part.name == "context")

    assert "you both write about pricing, experiments, losing" not in part.reasons
    assert "you both write about pricing, experiments, customers" in part.reasons
    assert "they have not said: what their work is about (counts half)" in [
        text for part in card_of(client, pair.ben, pair.cleo).parts for text in part.gaps
    ]


def test_whoever_wrote_of_the_same_is_worth_more_and_a_sixth_of_the_part_at_most(pair, client):
    near, unknown = (card_of(client, pair.ben, of).why.parts[2] for of in (pair.ada, pair.cleo))

    assert 128 < sum(one.points for one in near.reasons if one.kind == "text_alike") <= 256
    assert near.points > unknown.points == 1500 - 128


def test_whoever_stays_back_is_not_read_where_nobody_else_may_read(pair, monkeypatch):
    read = []
    monkeypatch.setattr(problem, "marks_of", lambda texts: read.extend(texts) or [7] * len(texts))
    Profile.objects.filter(person=pair.ada).update(
        about="secret project", guarded_words="Northwind", identity_light=True, skill_words="Skill"
    )
    making.take_of_people([pair.ada.pk])

    assert [word in read[0] for word in ("secret", "Northwind", "Skill", "pricing")] == [
        False,
        False,
        False,
        True,
    ]


@pytest.mark.parametrize("off", ["switch", "package"])
def test_without_likeness_everything_else_works(pair, client, settings, monkeypatch, off):
    if off == "switch":
        settings.TEXT_LIKENESS = False
    else:
        monkeypatch.setattr("alongside.matching.problem.texts.packaged", lambda: None)
        Brief.objects.update(marks=None)
    Imprint.objects.all().delete()
    making.take_missing.func(timestamp=0)
    notices.take_of_who_wrote(the_last("story.added"))
    notices.take_of_the_brief(Event(about_code=pair.brief.code))

    part = card_of(client, pair.ben, pair.ada).why.parts[2]
    assert (Imprint.objects.count(), part.points) == (0, 1500)
    assert [one.kind for one in part.reasons] == ["nothing_wanted"]


def test_an_event_of_nobody_is_passed_over(db):
    notices.take_of_who_wrote(Event(about_kind="people.profile", about_code="gone"))

    assert not Imprint.objects.exists()


def test_marks_come_back_from_the_database_as_they_were():
    high = problem.marks_of(["Cook better pasta"])[0]

    assert high < 1 << 63
    assert [problem.texts.as_told(one) for one in (-1, 5, None)] == [(1 << 64) - 1, 5, None]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Become a better product manager", "A product manager became better", ()),
        ("Set prices with experiments", "one experiment about a price", ("prices", "experiments")),
        ("alpha bravo charlie delta hotel", "hotel delta charlie bravo alpha", ("alpha", "bravo", "charlie")),
    ],
)
def test_words_in_common_are_few_and_telling(one, other, found):
    assert in_common(one, other) == found


@pytest.mark.parametrize(("shared", "said"), [(31, "as close as most texts are"), (40, "close in meaning")])
def test_likeness_without_a_word_in_common_is_not_exaggerated(shared, said):
    reason = problem.Reason("text_alike", {"shared": shared, "of": 64, "words": ()}, 100)

    assert words(reason, {}).endswith(said)
