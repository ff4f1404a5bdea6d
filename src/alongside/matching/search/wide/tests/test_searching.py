"""A search in the file answers as a search in columns does, for whoever asks, before and after changes."""

from __future__ import annotations

import random

import pytest
from django.http import QueryDict
from django.urls import reverse

from alongside.accounts.blocks.models import Block
from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.matching.marks.models import Mark
from alongside.matching.search import cards, store
from alongside.matching.search.finding import PAGE, Found, find
from alongside.matching.search.params import read
from alongside.matching.search.wide import building, view
from alongside.people.offers import actions as offers
from alongside.people.offers.models import Offer
from alongside.people.profiles import actions as profiles
from alongside.people.profiles.models import Profile
from alongside.people.profiles.queries import findable_by

QUERIES = [
    "", "page=2", "where=inside", "where=outside", "industry=fintech", "industry=fintech&industry=health&stage=growth",
    "transition=engineer_to_pm", "language=de&open=on", "overlap=on", "saved=on", "vouched=on", "sort=newest",
    "sort=places", "sort=places&page=2", "sort=name", "words=discovery",
    "words=discovery+pricing", "words=-discovery", "words=problm", "words=zzzqq",
    "skill=x", "industry=mars", "sort=fit&page=99",
]  # fmt: skip


def told(found: Found) -> tuple[object, ...]:
    """What a page says; equals by fit are in no certain order."""
    fits = [why.total for place in found.order if (why := found.explain(place))]
    counts = {kind: {value: n for value, n in values.items() if n} for kind, values in found.counts.items()}
    return len(found.order), fits, found.total, counts, found.closed, found.saved, found.hidden


def both(person, brief, queries):
    """The same searches in the file and then in columns."""
    asked = [read(QueryDict(query)) for query in queries]
    view.forget()
    wide = [find(one, person, brief) for one in asked]
    assert isinstance(wide[0].kept, view.View)
    building.file.remove()
    store.forget()
    small = [find(one, person, brief) for one in asked]
    assert not isinstance(small[0].kept, view.View)
    return zip(queries, wide, small, strict=True)


@pytest.mark.parametrize("with_brief", [True, False])
def test_the_answers_are_the_same(crowd, brief, with_brief):
    Mark.objects.create(person=crowd[0], mentor=crowd[5], kind="hidden")
    for saved in crowd[6:40]:
        Mark.objects.create(person=crowd[0], mentor=saved, kind="saved")
    Block.objects.create(person=crowd[9], other=crowd[0])
    building.build(now().date())

    for query, wide, small in both(crowd[0], brief if with_brief else None, QUERIES):
        assert told(wide) == told(small), query
        assert (wide.angle is None) == (small.angle is None)
        if wide.angle is not None:
            assert wide.kept.key(wide.angle) == small.kept.key(small.angle)
        fits = [why.total for place in small.order if (why := small.explain(place))]
        if len(set(fits)) == len(fits) > 0:
            assert [wide.kept.key(p) for p in wide.order] == [small.kept.key(p) for p in small.order]


def test_nobody_is_found_who_may_not_be_and_nobody_is_missing(crowd):
    building.build(now().date())
    dice = random.Random(3)  # noqa: S311
    for pair in range(12):
        Block.objects.create(person=crowd[pair], other=crowd[dice.randrange(40, 180)])

    for person in dice.sample(crowd, 15) + crowd[:12]:
        pages = [find(read(QueryDict(f"page={number}")), person, None) for number in (1, 2, 3, 4, 5, 6, 7)]
        shown = {found.kept.key(place) for found in pages for place in found.order}
        may = set(findable_by(person).filter(offer__open=True).values_list("pk", flat=True))
        assert (shown, pages[0].total) == (may, len(may))
        assert len(pages[0].order) == min(PAGE, len(may))


@pytest.mark.parametrize("query", ["", "sort=newest", "where=inside", "words=xylophone", "words=discovery"])
def test_what_changed_since_the_file_was_written_is_in_the_next_search(crowd, brief, query):
    building.build(now().date())
    asked = read(QueryDict(query))
    before = find(asked, crowd[0], brief)
    mentors = list(Offer.objects.order_by("pk").select_related("person__profile")[:8])
    offers.change(mentors[0], by=mentors[0].person, open=False)
    for offer in mentors[1:5]:
        profiles.change(
            offer.person.profile, by=offer.person, about="I play the xylophone", findable_by=["everyone"]
        )
    profiles.change(mentors[5].person.profile, by=mentors[5].person, findable_by=[])
    newcomer = next(one for one in crowd[1:] if not Offer.objects.filter(person=one).exists())
    offers.change(Offer.objects.create(person=newcomer, open=False, formats=["long"]), by=newcomer, open=True)

    after = find(asked, crowd[0], brief)
    assert isinstance(after.kept, view.View)
    assert {one.person_id for one in mentors[:6]} | {newcomer.pk} <= set(after.kept.changed)
    assert len(after.kept) == len(before.kept)  # one came, one went
    for _query, wide, small in both(crowd[0], brief, [query]):
        assert told(after) == told(wide) == told(small)


def test_whoever_hides_is_gone_at_once_even_when_the_columns_do_not_know(crowd, brief):
    building.build(now().date())
    asked = read(QueryDict(""))
    first = cards.cards_of(find(asked, crowd[0], brief), crowd[0])[0].person
    Profile.objects.filter(person=first).update(findable_by=[])  # nothing is recorded

    stale = find(asked, crowd[0], brief)
    assert first.pk in {stale.kept.key(place) for place in stale.order}
    assert first not in {card.person for card in cards.cards_of(stale, crowd[0])}


def test_whatever_the_columns_hold_nobody_is_shown_who_may_not_be_found(crowd, brief):
    building.build(now().date())
    dice = random.Random(5)  # noqa: S311
    for person in dice.sample(crowd, 90):  # nothing of it is recorded
        Profile.objects.filter(person=person).update(
            findable_by=dice.choice([[], ["companies"], ["communities"]])
        )
    Person.objects.filter(pk__in=[one.pk for one in dice.sample(crowd, 10)]).update(is_active=False)
    Block.objects.bulk_create(Block(person=crowd[0], other=other) for other in dice.sample(crowd[1:], 20))

    seen: set[int] = set()
    for person in [crowd[0], *dice.sample(crowd, 5)]:
        may = set(findable_by(person).filter(offer__open=True).values_list("pk", flat=True))
        for query in ("", "words=discovery", "sort=name", "where=inside"):
            own = brief if person == crowd[0] else None
            found = find(read(QueryDict(query)), person, own)
            shown = {card.person.pk for card in cards.cards_of(found, person, own)}
            assert shown <= may, query
            seen |= shown
    assert seen


def test_the_pages_are_drawn_from_the_file_in_a_number_of_queries_that_stays(
    crowd, brief, as_, django_assert_max_num_queries
):
    building.build(now().date())
    browser = as_(crowd[0])
    browser.get(reverse("search.index"))
    with django_assert_max_num_queries(10):
        html = browser.get(reverse("search.index"), {"brief": brief.code, "sort": "newest"}).content.decode()
    total = find(read(QueryDict("")), crowd[0], brief).total
    assert html.count("<h2><a") == min(total, PAGE) > 0

    mentor = next(iter(view.current(now().date()).rows))
    code = Offer.objects.get(person=mentor).person.code
    assert browser.get(reverse("search.mentor", args=[code])).status_code == 200


def test_only_so_many_who_were_shown_are_kept_at_hand(crowd, brief, monkeypatch):
    building.build(now().date())
    monkeypatch.setattr(view, "MOST_READ", 10)
    monkeypatch.setattr(view, "MOST_SCORED", 1)
    for query in ("", "page=2", "sort=newest"):
        found = find(read(QueryDict(query)), crowd[0], None)
    find(read(QueryDict("")), crowd[1], None)

    assert (len(found.order), len(found.kept.rows) < 2 * PAGE, len(found.kept.scored)) == (PAGE, True, 1)
