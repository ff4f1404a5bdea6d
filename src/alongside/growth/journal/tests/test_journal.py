"""A journal: four questions to a situation, for one pair of eyes, and counted nowhere."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.growth.journal import writing
from alongside.growth.journal.models import Entry
from alongside.growth.journal.queries import readable, shown
from alongside.growth.journal.situations import EVERY
from alongside.kit.errors import Forbidden
from alongside.vault.keys.keyring import destroy
from alongside.vault.models import DataKey

INDEX, HARD = reverse("journal.index"), reverse("journal.hard_times")
TEXTS = {"happened": "The board said no", "made_of_it": "", "another": "They lacked figures", "will_try": ""}


def write_at(situation: str) -> str:
    return f"{reverse('journal.write')}?about={situation}"


@pytest.fixture
def entry(cast):
    return writing.write("set-back", TEXTS, by=cast.ben)


def test_ben_writes_of_a_set_back_and_later_of_what_it_taught(as_, cast):
    ben = as_(cast.ben)
    assert "A page of your own" in ben.get(INDEX).text
    assert "what it taught you" in ben.get(HARD).text
    answer = ben.post(write_at("set-back"), TEXTS, follow=True)
    entry = Entry.objects.get()
    assert ["The board said no" in answer.text, "What did you make of it" in answer.text] == [True, False]
    assert "What did it teach you?" in ben.get(HARD).text
    ben.post(reverse("journal.change", args=[entry.code]), TEXTS | {"lesson": "Bring three figures"})

    assert ["Bring three figures" in ben.get(HARD).text, "The board said no" in ben.get(INDEX).text] == [
        True,
        True,
    ]
    ben.post(reverse("journal.tear_up", args=[entry.code]))
    assert Entry.objects.count() == 0


def test_no_event_tells_that_somebody_wrote(cast, entry):
    writing.change(entry, {"lesson": "Bring figures"}, by=cast.ben)
    writing.tear_up(entry, by=cast.ben)

    assert Event.objects.count() == 0


@pytest.mark.parametrize("view", ["show", "change", "tear_up"])
def test_nobody_else_reaches_an_entry(as_, cast, entry, view):
    address = reverse(f"journal.{view}", args=[entry.code])
    others = (cast.ada, cast.cleo, cast.dev, cast.eve)

    assert {as_(other).post(address, TEXTS).status_code for other in others} <= {404, 405}
    assert ["The board" in as_(other).get(INDEX).text for other in others] == [False] * 4
    with pytest.raises(Forbidden):
        writing.change(entry, {}, by=cast.ada)


def test_an_empty_page_is_answered_kindly_and_what_was_typed_is_kept(as_, cast, entry):
    ben = as_(cast.ben)
    empty = ben.post(write_at("stuck"), {"happened": "  "})
    long = ben.post(
        reverse("journal.change", args=[entry.code]), {"happened": "x" * 8001, "another": "Kept words"}
    )

    assert (empty.status_code, "Write something in one of the fields" in empty.text) == (422, True)
    assert (long.status_code, "8,000 characters or less" in long.text, "Kept words" in long.text) == (
        422,
        True,
        True,
    )
    assert ben.get(write_at("horoscope")).status_code == 404


def test_even_what_an_entry_is_about_is_unreadable_at_rest(cast, entry):
    row = str(
        [bytes(value) if isinstance(value, memoryview) else value for value in Entry.objects.values_list()[0]]
    )

    assert ["set-back" in row, "board" in row] == [False, False]


def test_an_entry_whose_key_is_gone_is_nobodys_and_the_page_stays(cast, entry):
    destroy(DataKey.objects.get(pk=Person.objects.get(pk=cast.ben.pk).key_id))

    assert readable(Entry.objects.visible_to(cast.ben).for_list()) == []


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_costs_the_same_however_long(as_, cast, count, django_assert_max_num_queries):
    for _ in range(count):
        writing.write("week", TEXTS, by=cast.ben)
    ben = as_(cast.ben)
    ben.get(INDEX)
    with django_assert_max_num_queries(6):
        ben.get(INDEX)


def test_every_situation_asks_four_questions_of_its_own(cast):
    asked = [question for one in EVERY for question in one.questions if question]

    assert len({str(question) for question in asked}) == len(asked) == 4 * (len(EVERY) - 1) + 1
    assert shown(writing.write("gone by now", TEXTS, by=cast.ben)).situation.key == "free"
