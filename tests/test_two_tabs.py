"""Whoever changes the same thing in two tabs sees both texts and loses neither, in every form of what is one's own."""

from __future__ import annotations

from html import unescape

from django.urls import reverse

from alongside.growth.skills.queries import default_skills
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


CHOSEN = {
    "skills.rate": ("ben", "2", "4"),
    "tags.show": ("ben", 0, 1),
    "frameworks.targets": ("cleo", "2", "3"),
}
"""The same where one only chooses: who does, what the first tab says and what the second says."""


def test_who_chooses_in_two_tabs_sees_what_the_first_tab_kept(as_, cast):
    world, found = build(cast), {}
    words = [skill.word for skill in default_skills()[:2]]  # what there is to choose is known only now
    there = {route.name: addresses(route, world) for route in every_route() if route.name in CHOSEN}
    there["frameworks.targets"] = reverse("frameworks.targets", args=[default_skills()[0].framework.code, 1])
    for name, (who, first, second) in CHOSEN.items():
        browser, address = as_(getattr(cast, who)), there[name]
        form = form_on(browser.get(address), address)
        box = "skills" if name == "tags.show" else default_skills()[0].key
        if box == "skills":
            first, second = words[first], words[second]
        fields = {key: value for key, value in form.fields.items() if key in ("seen", "csrfmiddlewaretoken")}
        tabs = [fields | {box: one} for one in (first, second)]
        done, crossed = browser.post(address, tabs[0]), browser.post(address, tabs[1])
        again = browser.post(address, tabs[1] | {"seen": form_on(crossed, address).fields["seen"]})
        text = unescape(crossed.content.decode())
        told = ["elsewhere in between" in text, "&lt;" in crossed.content.decode()]
        found[name] = [done.status_code, crossed.status_code, *told, again.status_code]

    assert found == {name: [302, 422, True, False, 302] for name in CHOSEN}
