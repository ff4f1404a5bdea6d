"""Find ranks by an explained fit, filters by the address, and never shows who may not be found."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from alongside.accounts.blocks.models import Block
from alongside.growth.skills.actions import rate
from alongside.growth.skills.models import Framework, Skill
from alongside.matching.marks.models import Mark
from alongside.people.offers import actions as offers
from alongside.people.offers.models import Offer
from alongside.people.profiles import actions as profiles
from alongside.people.profiles.models import Profile

FIND = reverse("search.index")


def page(browser, query: str = "", **headers: str) -> str:
    answer = browser.get(f"{FIND}?{query}", headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def names(html: str) -> list[str]:
    return re.findall(r"<h2><a href=[^>]+>([^<]+)</a></h2>", html)


def test_the_mentor_who_made_the_move_and_is_ahead_comes_first_with_reasons(as_, mentors, brief):
    html = page(as_(mentors.ben))

    assert names(html) == ["Ada Lindqvist", "Eve Novak"]
    assert "made the same move, engineer → PM, in 2019" in html
    assert "has not made the move engineer → PM" in html


def test_who_is_ruled_out_is_counted_and_told_why(as_, mentors, brief):
    html = page(as_(mentors.ben))

    assert "Cleo" not in "".join(names(html))
    assert "1: not ahead of you in any goal skill, and without the track record you want" in html


def test_the_parts_add_up_exactly_to_the_score(as_, mentors, brief):
    html = as_(mentors.ben).get(reverse("search.mentor", args=[mentors.ada.code])).content.decode()

    points = [round(100 * float(one)) for one in re.findall(r"nowrap\">([\d.]+) / \d+", html)]
    total = re.search(r"Fit for your brief: ([\d.]+) of 100", html)
    assert (len(points), sum(points)) == (6, round(100 * float(total[1])))


def test_without_a_brief_everybody_is_shown_and_no_score(as_, mentors):
    html = page(as_(mentors.ben))

    assert (sorted(names(html)), "of 100" in html) == (
        ["Ada Lindqvist", "Cleo Marchetti", "Eve Novak"],
        False,
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("where=inside", ["Ada Lindqvist"]),
        ("where=outside", ["Eve Novak"]),
        ("industry=fintech", ["Ada Lindqvist"]),
        ("transition=engineer_to_pm", ["Ada Lindqvist"]),
        ("industry=fintech&industry=health", ["Ada Lindqvist"]),
        ("industry=health", []),
        ("vouched=on", []),
        ("open=on", ["Ada Lindqvist", "Eve Novak"]),
        ("overlap=on", ["Ada Lindqvist", "Eve Novak"]),
        ("sort=name", ["Ada Lindqvist", "Eve Novak"]),
        ("page=99", []),
        ("page=-1&sort=nonsense&where=mars&skill=x%27--", []),
    ],
)
def test_filters_stand_in_the_address(as_, mentors, brief, query, expected):
    assert names(page(as_(mentors.ben), query)) == expected


@pytest.mark.parametrize("words", ["payments", "Ada", "director", "paymnets", "paym"])
def test_words_are_found_in_what_people_tell_even_with_a_slip(as_, mentors, words):
    profile = Profile.objects.get(person=mentors.ada)
    profiles.change(profile, by=mentors.ada, about="I led payments as a director; Ada is a language too")

    assert names(page(as_(mentors.ben), f"words={words}")) == ["Ada Lindqvist"]


def test_where_nobody_mentors_yet_one_is_told_so_and_may_be_the_first(as_, cast):
    html = page(as_(cast.ben))

    assert ("Nobody mentors here yet" in html, "Offer to mentor" in html) == (True, True)
    assert "Nobody fits all of this" in page(as_(cast.ben), "words=maps")


def test_words_that_are_no_query_find_nobody_and_break_nothing(as_, mentors):
    for words in ("zzzzqq", "%26|!():*x", "'x", "a" * 500):
        assert names(page(as_(mentors.ben), f"words={words}")) == []


def test_counts_say_how_many_a_choice_would_leave(as_, mentors, brief):
    html = page(as_(mentors.ben))

    inside = re.search(r'value="inside"><span>[^<]+</span><span class="count">(\d+)', html)
    assert inside[1] == "1"


def test_nobody_is_shown_who_may_not_be_found(as_, mentors, brief):
    Block.objects.create(person=mentors.ada, other=mentors.ben)
    Profile.objects.filter(person=mentors.eve).update(findable_by=[])
    browser = as_(mentors.ben)

    assert names(page(browser)) == []
    for mentor in (mentors.ada, mentors.eve):
        assert browser.get(reverse("search.mentor", args=[mentor.code])).status_code == 404
        for verb in ("save", "hide", "unmark"):
            assert browser.post(reverse(f"search.{verb}", args=[mentor.code])).status_code == 404


def test_a_change_is_seen_in_the_next_search(as_, mentors, brief):
    browser = as_(mentors.ben)
    before = names(page(browser))
    offers.change(Offer.objects.get(person=mentors.ada), by=mentors.ada, open=False)

    assert (before, names(page(browser))) == (["Ada Lindqvist", "Eve Novak"], ["Eve Novak"])


def test_a_full_mentor_is_shown_with_the_waiting_list(as_, mentors, brief):
    Offer.objects.filter(person=mentors.ada).update(taken=2)

    assert "Waiting list" in page(as_(mentors.ben))


def test_a_character_that_cannot_be_kept_is_passed_over(as_, mentors):
    assert len(names(page(as_(mentors.ben), "words=%00"))) == 3


def test_who_stays_back_is_shown_without_name_and_company(as_, mentors, brief):
    Profile.objects.filter(person=mentors.ada).update(identity_light=True)
    html = (
        page(as_(mentors.ben))
        + as_(mentors.ben).get(reverse("search.mentor", args=[mentors.ada.code])).content.decode()
    )

    assert ("Lindqvist" in html, "Northwind</p>" in html, "Director, Banking and fintech" in html) == (
        False,
        False,
        True,
    )


def test_a_mentor_is_saved_and_hidden_privately_and_shown_again(as_, mentors, brief):
    browser = as_(mentors.ben)
    browser.post(reverse("search.save", args=[mentors.eve.code]))
    saved = names(page(browser, "saved=on"))
    browser.post(reverse("search.hide", args=[mentors.ada.code]))
    without = names(page(browser))
    browser.post(reverse("search.unmark", args=[mentors.ada.code]))

    assert (saved, without) == (["Eve Novak"], ["Eve Novak"])
    assert names(page(browser)) == ["Ada Lindqvist", "Eve Novak"]
    assert Mark.objects.filter(person=mentors.eve).count() == 0


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "nowhere", "search.hidden"])
def test_going_back_never_leaves_the_site(as_, mentors, back):
    answer = as_(mentors.ben).post(reverse("search.save", args=[mentors.eve.code]), {"back": back})

    assert answer.headers["Location"] == FIND


def test_mentors_are_compared_side_by_side(as_, mentors, brief):
    codes = "&".join(f"mentor={one.code}" for one in (mentors.ada, mentors.eve, mentors.dev))
    html = as_(mentors.ben).get(f"{reverse('search.compare')}?{codes}").content.decode()

    assert re.findall(r'<th scope="col"><a[^>]+>([^<]+)', html) == ["Ada Lindqvist", "Eve Novak"]


def test_htmx_gets_the_results_alone(as_, mentors, brief):
    html = page(as_(mentors.ben), HX_Request="true", **{"HX-Request": "true"})

    assert (html.strip().startswith('<div class="split'), "<h1" in html) == (True, False)


def test_the_weights_page_says_what_is_not_used(as_, cast):
    html = as_(cast.ben).get(reverse("search.weights")).content.decode()

    assert ("Goal and expertise: 35" in html, "What is not used" in html) == (True, True)


@pytest.mark.parametrize("several", [False, True])
def test_find_costs_the_same_however_many(as_, mentors, brief, django_assert_num_queries, several):
    browser = as_(mentors.ben)
    if not several:
        Offer.objects.filter(person=mentors.eve).update(open=False)
    Profile.objects.filter(person=mentors.ada).update(words="Payments")
    page(browser)

    with django_assert_num_queries(6):
        assert len(names(page(browser))) == 1 + several
    with django_assert_num_queries(7):
        page(browser, "words=payments")


def test_a_mentor_s_page_costs_little(as_, mentors, brief, django_assert_max_num_queries):
    browser, address = as_(mentors.ben), reverse("search.mentor", args=[mentors.ada.code])
    browser.get(address)

    with django_assert_max_num_queries(8):
        browser.get(address)


def test_taking_back_a_mark_that_is_none_changes_nothing(as_, mentors):
    answer = as_(mentors.ben).post(reverse("search.unmark", args=[mentors.ada.code]))

    assert (answer.status_code, Mark.objects.count()) == (302, 0)


def test_a_level_in_a_framework_of_an_organisation_is_found_by_nobody(as_, mentors):
    ladder = Framework.objects.create(
        name="Ladder", version="1", organisation=mentors.elsewhere, levels=[{}] * 9
    )
    secret = Skill.objects.create(framework=ladder, key="A1", area_key="A", area="X", name="Secret craft")
    rate(secret, 9, by=mentors.eve)
    ben = as_(mentors.ben)
    shown = ben.get(reverse("search.mentor", args=[mentors.eve.code])).text

    assert [text for text in (page(ben), page(ben, f"skill={secret.pk}"), shown) if "Secret" in text] == []
    assert "level 9" not in shown
    assert "Eve Novak" not in names(page(ben, "words=Secret"))
