"""A few cases, shown to whom their author wants, without what is marked."""

from __future__ import annotations

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from alongside.activity.events.models import Event
from alongside.growth.portfolio import actions
from alongside.growth.portfolio.models import Case, Showing
from alongside.growth.portfolio.redacting import BLOCK, hides_something, redacted
from alongside.kit.errors import Refused

INDEX, TELL, PRINT = (reverse(f"portfolio.{view}") for view in ("index", "tell", "print"))
TYPED = {"title": "Warning drivers", "problem": "Drivers of [[Paylark]] learned of jams from inside",
         "role": "I cut the scope", "result": "Calls fell from [[12]] to 6", "because": "likely",
         "artefact": "https://example.org/case", "chosen": "on"}  # fmt: skip


def link(showing: Showing) -> str:
    return reverse("portfolio.read", args=[showing.token])


@pytest.fixture
def case(cast):
    return actions.tell(
        {"title": "Warning drivers", "problem": "[[Paylark]] was slow", "chosen": True}, by=cast.ben
    )


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Income of [[12 million]] a year", f"Income of {BLOCK} a year"),
        ("[[a]] and [[b\nc]]", f"{BLOCK} and {BLOCK}"),
        ("never [[closed", f"never {BLOCK}"),
        ("plain [one] bracket", "plain [one] bracket"),
        ("[[a [[b]] c]] d", f"{BLOCK} c]] d"),
    ],
)
def test_what_is_marked_is_hidden(typed, read):
    assert redacted(typed) == read


PLAIN = st.text().filter(lambda text: "[" not in text and "]" not in text)


@given(PLAIN, st.text(alphabet="xyz", min_size=8), PLAIN)
def test_a_marked_secret_never_shows_whatever_stands_around_it(before, secret, after):
    assert redacted(f"{before}[[{secret}]]{after}") == f"{before}{BLOCK}{after}"
    assert not hides_something(redacted(f"{before}[[{secret}]]{after}[["))


def test_from_a_case_to_a_link_to_a_plain_page(as_, cast, client):
    ben = as_(cast.ben)
    assert "No case yet" in ben.get(INDEX).text
    ben.post(TELL, TYPED)
    actions.tell({"title": "Kept back", "problem": "Secret"}, by=cast.ben)
    assert ["Partly hidden" in ben.get(INDEX).text, "4 of 7 parts" in ben.get(INDEX).text] == [True, True]
    ben.post(INDEX, {"reader": "Hiring manager at Oakline"})
    showing = Showing.objects.select_related("person").get()

    page = client.get(link(showing))
    hidden = ["Paylark", "[[12]]", "Kept back", "Hiring manager"]
    assert [text in page.text for text in hidden] == [False] * 4
    assert [BLOCK in page.text, "Ben Okafor" in page.text, page["X-Robots-Tag"], page["Cache-Control"]] == [
        True, True, "noindex, nofollow", "no-store",
    ]  # fmt: skip
    assert "Paylark" not in ben.get(PRINT).text
    ben.post(reverse("portfolio.withdraw", args=[showing.code]))
    gone = client.get(link(showing))
    assert (gone.status_code, "no longer shown" in gone.text, "Ben" in gone.text) == (410, True, False)
    assert client.get(reverse("portfolio.read", args=["x"])).status_code == 404
    verbs = Event.objects.order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["case.told", "case.told", "showing.made", "showing.withdrawn"]


def test_a_change_and_a_removal_show_at_once(as_, cast, client, case):
    showing = actions.show("Kim", by=cast.ben)
    other = actions.tell({"title": "Second", "problem": "P", "chosen": True}, by=cast.ben)
    ben = as_(cast.ben)
    ben.post(reverse("portfolio.lift", args=[other.code]))
    page = client.get(link(showing)).text
    assert page.index("Second") < page.index("Warning drivers")
    ben.post(reverse("portfolio.change", args=[case.code]), TYPED | {"title": "Warning everybody"})
    assert "Warning everybody" in client.get(link(showing)).text
    for one in (case, other):
        ben.post(reverse("portfolio.remove", args=[one.code]))
    assert "No case is shown" in client.get(link(showing)).text
    cast.ben.is_active = False
    cast.ben.save()
    assert client.get(link(showing)).status_code == 404


@pytest.mark.parametrize("view", ["change", "lift", "remove"])
def test_nobody_else_touches_a_case(as_, cast, case, view):
    address = reverse(f"portfolio.{view}", args=[case.code])

    others = (cast.ada, cast.cleo, cast.dev, cast.eve)
    assert {as_(one).post(address, TYPED).status_code for one in others} == {404}


def test_nobody_else_withdraws_a_link(as_, cast, case):
    showing = actions.show("Kim", by=cast.ben)
    address = reverse("portfolio.withdraw", args=[showing.code])

    assert [as_(one).post(address).status_code for one in (cast.ada, cast.eve)] == [404, 404]
    actions.withdraw(showing, by=cast.ben)
    with pytest.raises(Refused, match="already"):
        actions.withdraw(showing, by=cast.ben)


def test_what_is_missing_or_too_much_is_said_kindly(as_, cast, monkeypatch):
    ben = as_(cast.ben)
    bad = ben.post(TELL, TYPED | {"problem": "", "artefact": "javascript:alert(1)"})
    case = actions.tell({"title": "One", "problem": "P"}, by=cast.ben)
    none = ben.post(INDEX, {"reader": "Kim"})
    assert (bad.status_code, "Enter the problem" in bad.text, "address of a page" in bad.text) == (
        422,
        True,
        True,
    )
    assert ["I cut the scope" in bad.text, "Choose at least one case" in none.text] == [True, True]
    actions.change(case, {"chosen": True}, by=cast.ben)
    monkeypatch.setattr(actions, "MOST_CASES", 1)
    monkeypatch.setattr(actions, "MOST_SHOWINGS", 0)
    with pytest.raises(Refused, match="Forty"):
        actions.tell({"title": "Two"}, by=cast.ben)
    with pytest.raises(Refused, match="Twenty"):
        actions.show("Kim", by=cast.ben)


def test_it_is_unreadable_at_rest(cast, case):
    actions.show("Hiring manager", by=cast.ben)
    values = [value for model in (Case, Showing) for value in model.objects.values_list()[0]]
    row = str([bytes(one) if isinstance(one, memoryview) else one for one in values])

    assert ["Paylark" in row, "Hiring" in row, "Warning" in row] == [False] * 3
