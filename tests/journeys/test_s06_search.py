"""S4 to S6: find experience that resonates, inside and beyond the organisation, and see why it fits."""

from __future__ import annotations

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db(transaction=True)
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 700}
FIND = "Find the mentor who has done what you want to do next"


def names(seat):
    return [one.inner_text() for one in seat.page.locator("#results .mentor h2").all()]


@pytest.mark.parametrize(
    ("viewport", "script"), [(PHONE, True), (DESKTOP, False)], ids=["phone", "desk without script"]
)
def test_a_mentee_finds_a_mentor_and_sees_why(sit, cast, mentors, script, viewport):
    ben = sit(cast.ben, java_script_enabled=script, viewport=viewport)
    scan = ben.scan if script else ben.sees

    ben.go("/find/", FIND)
    scan(FIND)
    assert names(ben)[0] == "Ada Lindqvist"

    ben.go("/find/?where=outside&transition=engineer_to_pm", FIND)
    assert names(ben) == ["Ines Duarte"]

    ben.go("/find/", FIND)
    ben.page.get_by_role("link", name="Ada Lindqvist").click()
    scan("Ada Lindqvist")
    assert ben.page.get_by_text("made the same move, engineer → PM, in 2019").count()

    codes = "&".join(f"mentor={mentors[name].code}" for name in ("Ada Lindqvist", "Ines Duarte"))
    ben.go(f"/find/compare/?{codes}", "Compare mentors")
    scan("Compare mentors")
    ben.go("/find/weights/", "How the fit is worked out")
    scan("How the fit is worked out")


def test_filters_count_while_one_ticks_and_stand_in_the_address(sit, cast, mentors):
    ben = sit(cast.ben)
    ben.go("/find/", FIND)
    box = ben.page.locator("#industry-health")

    box.focus()
    with ben.page.expect_response(lambda answer: "industry=health" in answer.url):
        ben.page.keyboard.press("Space")
    ben.page.wait_for_url("**industry=health**")
    ben.page.wait_for_function("document.querySelectorAll('#results .mentor').length === 1")

    assert names(ben) == ["Farid Haddad"]
    assert ben.page.evaluate("document.activeElement.id") == "industry-health"
    ben.page.go_back()
    ben.page.wait_for_function("document.querySelectorAll('#results .mentor').length > 1")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_saving_and_hiding_are_taken_back_where_they_were_done(sit, cast, mentors, script):
    ben = sit(cast.ben, java_script_enabled=script)
    ben.go("/find/?sort=name", FIND)
    everybody = names(ben)

    ben.press("Hide Ada Lindqvist")
    assert "Ada Lindqvist" not in names(ben)
    ben.press("Undo")
    assert names(ben) == everybody
    ben.press("Save Ines Duarte")
    ben.go("/find/?saved=on", FIND)
    assert names(ben) == ["Ines Duarte"]


def test_the_palette_leads_to_a_mentor_by_keyboard_alone(sit, cast, mentors):
    ben = sit(cast.ben)
    ben.go(reverse("today"))
    ben.page.keyboard.press("Control+k")
    ben.page.keyboard.type("ines")
    ben.page.get_by_role("link", name="Ines Duarte").wait_for()
    ben.page.keyboard.press("Enter")
    ben.page.wait_for_url("**/find/*/")
    ben.scan("Ines Duarte")
