"""Whoever changes the same thing in two tabs sees both texts and loses neither, in every form of what is one's own."""

from __future__ import annotations

from html import unescape

from tests.access.routes import every_route
from tests.access.world import addresses, build
from tests.attacks.sweeping import forms_on

CHANGED = {
    "decisions.change", "decisions.decide", "evidence.change", "journal.change", "portfolio.change", "wins.tell",
    "plans.work", "lessons.attend", "rehearsals.change", "rehearsals.answer", "rehearsals.decide",
    "rehearsals.tell_result", "interviews.rate", "playbooks.change", "versions.show", "worksheets.rename",
    "profiles.about", "profiles.languages", "offers.change", "careers.change"
}  # fmt: skip
"""The routes whose forms replace what somebody typed into a row before."""
SPOKEN = {"profiles.languages": ("Dutch", "Danish")}
NEEDED = {
    "offers.change": {"formats": ["long"], "trained_at": [""], "paused_until": [""]},
    "playbooks.change": {
        "first_question": "Which?",
        "second_question": "And then?",
        "exercise": "Read",
        "when": "Now",
    },
}
"""What the world of the access matrix left out."""


def form_on(answer, address):
    """The form that carries a mark of what it was made from."""
    return next(one for one in forms_on(answer.content.decode(), "Ben", address) if "seen" in one.fields)


def said(form, words, more):
    """What the form sends when its first box says this."""
    box = next(name for name, kind in form.typed.items() if kind == "text")
    return form.fields | {box: [words]} | more


def in_two_tabs(browser, address, words, more):
    """What comes of it when one sends the same form from two tabs, and then what the second one shows."""
    first, second = words
    form = form_on(browser.get(address), address)
    done = browser.post(address, said(form, first, more)).status_code
    crossed = browser.post(address, said(form, second, more))
    text = unescape(crossed.content.decode())
    shown = [word in text for word in (first, second, "elsewhere in between")]
    again = browser.post(address, form_on(crossed, address).fields | more)
    return done, crossed.status_code, shown, again.status_code


def test_who_types_in_two_tabs_sees_both_texts_and_loses_none(as_, cast):
    world, browser = build(cast), as_(cast.ben)
    words = ("The first words", "The second words")
    found = {
        route.name: in_two_tabs(
            browser, addresses(route, world), SPOKEN.get(route.name, words), NEEDED.get(route.name, {})
        )
        for route in every_route()
        if route.name in CHANGED
    }

    assert found == {name: (302, 422, [True, True, True], 302) for name in CHANGED}
