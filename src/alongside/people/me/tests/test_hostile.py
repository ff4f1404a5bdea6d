"""Whatever is typed into whichever field, the answer is a page, and nothing typed becomes markup."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.people.careers import actions
from alongside.people.careers.models import Position
from alongside.people.profiles.values import VALUES

PAGES = [
    *(("profiles." + page, []) for page in ("about", "languages", "finders", "values")),
    ("offers.change", []), ("availability.change", []),
    *(("careers.add", [kind]) for kind in ("positions", "launches", "stories", "moves")),
]  # fmt: skip
TYPED = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ request.user.password }}", "a\x00b",
    "\u202egpj.exe", "x" * 20_000, "9" * 400, "-1", "1e9", "٣", "NaN", "../../etc/passwd", "2019-13", "99999-01",
    "24:61", "javascript:alert(1)", "https://example.org/" + "y" * 600, "%s%n", "🙂" * 90,
]  # fmt: skip


@pytest.mark.parametrize(("name", "arguments"), PAGES, ids=str)
def test_hostile_text_is_kept_as_text_or_refused_kindly(as_, cast, name, arguments):
    browser, address = as_(cast.ada), reverse(name, args=arguments)
    fields = list(browser.get(address).context["form"].fields)

    for typed in TYPED:
        answer = browser.post(address, dict.fromkeys(fields, typed))
        assert answer.status_code in {302, 422}, typed[:40]
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text

    shown = browser.get(reverse("me.show"))
    assert shown.status_code == 200
    assert "<script>alert" not in shown.text


def test_a_form_cannot_reach_fields_that_it_does_not_show(as_, cast):
    browser = as_(cast.ada)
    sliders = {key: "0" for key, _left, _right in VALUES}

    browser.post(
        reverse("profiles.values"), sliders | {"words": "stuffed", "person": cast.ben.pk, "said": "on"}
    )
    browser.post(
        reverse("offers.change"), {"capacity": 1, "formats": ["long"], "taken": 9, "person": cast.ben.pk}
    )
    typed = {
        "title": "PM",
        "company": "Quay",
        "function": "product",
        "person": cast.ben.pk,
        "code": "2" * 16,
        "source": "x",
    }
    browser.post(reverse("careers.add", args=["positions"]), typed)

    cast.ada.refresh_from_db()
    assert (cast.ada.profile.words, cast.ada.offer.taken) == ("PM\nQuay", 0)
    position = Position.objects.get()
    assert (position.person, position.source, position.code == "2" * 16) == (cast.ada, "", False)


@pytest.mark.parametrize("code", ["0" * 16, "a" * 16, "1", "9" * 400])
def test_codes_that_do_not_exist_are_not_found(as_, cast, code):
    actions.add(Position, cast.ada, by=cast.ada, title="PM", company="Quay")

    for page in ("careers/positions/{}/change", "careers/positions/{}/remove", "vouching/{}/withdraw",
                 "vouching/ask/positions/{}", "vouching/answer/{}"):  # fmt: skip
        assert as_(cast.ada).post(f"/people/{page.format(code)}/").status_code == 404
