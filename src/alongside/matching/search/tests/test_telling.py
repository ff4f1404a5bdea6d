"""Everything that the engine can say has words, and what is kept is as fresh as what was recorded."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.matching import replies
from alongside.matching.problem import Reason
from alongside.matching.requests.models import Request
from alongside.matching.search import changes, store, wording
from alongside.matching.search.overlap import overlap_chart
from alongside.matching.seekers import seeker_of
from alongside.people.offers import actions as offers
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile
from alongside.people.profiles.queries import findable_by
from pairing.words import SENTENCES

FACTS = {
    "of": "values", "who": "mentor", "skill": 1, "level": 4, "own": 2, "assumed": 2, "target": 3, "priority": 3,
    "distance": 2, "sliders": ((0, -1, 1), (1, 0, 2), (2, 1, -1), (3, 2, 0)), "kind": "industry",
    "value": "fintech", "year": 2019, "vouched": False, "hours": 2.5, "wanted": 14, "offered": (7, 28),
    "channels": ("video", "chat"), "wish": "listen", "place": 1, "band": "often", "shared": 33,
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(set(SENTENCES) - {"half_for_unknown"}))
def test_every_reason_and_gap_has_words(kind):
    said = wording.words(Reason(kind, FACTS, 100), {1: "Prioritising"})

    assert (bool(said), "%" in said, "None" in said) == (True, False, False)


def test_work_values_are_named_and_not_all_of_them():
    said = wording.words(Reason("values_apart", FACTS, 100), {})

    assert said == (
        "2 steps of 4 apart: speed or rigour, candour or harmony, autonomy or guidance and 1 more"
    )


def test_an_event_tells_who_is_read_again(mentors):
    watch = changes.from_now()
    watch.take()
    record("offer.place_taken", by=mentors.ben, about=Offer.objects.get(person=mentors.ada))
    record("story.told", by=mentors.eve, about=mentors.eve)
    changes.watch(watch)

    assert watch.take() == {mentors.ben.pk, mentors.ada.pk}
    assert watch.take() == set()


def test_a_number_that_was_given_early_and_seen_late_is_not_overlooked(mentors):
    watch = changes.from_now()
    watch.take()
    early = record("profile.changed", by=mentors.ada, about=mentors.ada)
    Event.objects.filter(pk=early.pk).delete()
    record("profile.changed", by=mentors.ben, about=mentors.ben)
    changes.watch(watch)
    first = watch.take()
    Event.objects.create(
        pk=early.pk, verb="profile.changed", by=mentors.ada, about_kind="accounts.person",
        about_code=mentors.ada.code,
    )  # fmt: skip
    changes.watch(watch)

    assert (first, watch.take()) == ({mentors.ben.pk}, {mentors.ada.pk})


def test_only_who_changed_is_read_again(mentors):
    before = store.store(now().date())
    eve = before.rows[mentors.eve.pk]
    offers.change(Offer.objects.get(person=mentors.ada), by=mentors.ada, capacity=5)
    after = store.store(now().date())

    assert after.rows[mentors.ada.pk].mentor.capacity == 5
    assert after.rows[mentors.eve.pk] is eve


def test_a_new_day_is_read_anew(mentors):
    today = now().date()
    before, after = store.store(today), store.store(today + dt.timedelta(days=1))

    assert (before is after, after.on) == (False, today + dt.timedelta(days=1))


def test_what_a_large_instance_kept_is_checked_again_as_it_is_shown(mentors, brief, as_, monkeypatch):
    browser, find = as_(mentors.ben), reverse("search.index")
    browser.get(find)
    monkeypatch.setattr(store, "AT_ONCE", 0)
    monkeypatch.setattr(store, "_renew_aside", lambda _on: None)
    Profile.objects.filter(person=mentors.ada).update(findable_by=[])
    offers.change(Offer.objects.get(person=mentors.eve), by=mentors.eve, open=False)

    assert b"<h2><a" not in browser.get(find).content


def test_columns_and_the_database_agree_on_who_may_be_found(mentors):
    kept = store.store(now().date())
    for person in (mentors.ada, mentors.ben, mentors.cleo, mentors.dev, mentors.eve):
        for chosen in ([], ["companies"], ["communities"], ["companies", "communities"], ["everyone"]):
            Profile.objects.filter(person__in=[mentors.ada, mentors.cleo, mentors.eve]).update(
                findable_by=chosen
            )
            store.forget()
            kept = store.store(now().date())
            columns = set(kept.ids[kept.findable_by(seeker_of(person))].tolist())
            assert columns == set(findable_by(person).values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("states", "band"),
    [
        (["accepted", "declined"], None),
        (["accepted", "declined", "declined"], "often"),
        (["accepted", "declined", "expired"], "sometimes"),
        (["expired", "expired", "declined"], "seldom"),
    ],
)
def test_an_answer_is_an_answer_even_when_it_is_no(mentors, states, band):
    for state in states:
        Request.objects.create(
            mentee=mentors.ben, mentor=mentors.ada, goal="g", question="q", state=state, key=mentors.ben.key
        )

    assert replies.bands([mentors.ada.pk]).get(mentors.ada.pk) == band


def test_the_other_s_free_time_is_told_only_where_it_is_shared(cast):
    ada, ben = cast.ada.zone, cast.ben.zone
    chart = overlap_chart(0b0111 << 18, 0b1110 << 18, ben, ada, dt.date(2026, 1, 7))
    alone = overlap_chart(0b1, 0b10, ben, ada, dt.date(2026, 1, 7))

    assert (chart.rows, alone) == ([["Monday 09:30–10:30", "Monday 10:30–11:30"]], None)
