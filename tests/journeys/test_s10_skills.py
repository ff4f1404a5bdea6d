"""S10, build skills: a roadmap is reviewed, becomes evidence, is confirmed by the mentor, and carries the level."""

from __future__ import annotations

import pytest

from alongside.growth.confirming.models import Confirmation
from alongside.growth.skills import actions as skills
from alongside.growth.skills.models import Skill
from alongside.mentoring.mentorships import actions as mentorships
from alongside.practice.comments import actions as comments
from alongside.practice.tools.registry import TOOLS
from alongside.practice.worksheets import actions as worksheets

pytestmark = pytest.mark.django_db(transaction=True)
SKILL = "Prioritisation and roadmapping"


def test_a_reviewed_roadmap_is_confirmed_by_the_mentor_and_carries_the_level(sit, cast):
    pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead a roadmap")
    roadmap = TOOLS["roadmap"]
    sheet = worksheets.start(
        roadmap, by=cast.ben, title="Roadmap of the depots", sheet=roadmap.example, mentorship=pair
    )
    comments.make(sheet, "Now it says no to something. Well done", by=cast.ada)
    skill = Skill.objects.get(key="B3", framework__is_default=True)
    skills.rate(skill, 3, by=cast.ben)
    ben, ada = sit(cast.ben), sit(cast.ada)

    ben.go("/growth/evidence/", "Evidence")
    ben.scan("Evidence")
    ben.page.get_by_role("link", name="Use as evidence").click()
    ben.sees("Add evidence")
    ben.page.get_by_label("Which skill does it show?").select_option(label=SKILL)
    ben.page.get_by_label("3 Owning").check()
    ben.fill("Why is that this level?", "I said no to two teams with reasons, and re-planned without drama")
    ben.scan("Add evidence")
    ben.press("Keep it")
    ben.press("Ask somebody to confirm it")
    ben.scan("Ask somebody to confirm it")
    ben.press("Ask this mentor")

    asked = Confirmation.objects.get()
    ada.go("/growth/confirming/", "What you are asked to confirm")
    ada.page.get_by_role("link", name="Roadmap of the depots", exact=True).click()
    ada.scan("Roadmap of the depots")
    assert sheet.code in (ada.page.get_by_role("link", name="A worksheet").get_attribute("href") or "")
    ada.page.get_by_label("Yes, I saw this, and it shows this level").check()
    ada.fill("Why?", "The trade-offs are plain to everybody")
    ada.press("Send my answer")
    ada.scan("What you are asked to confirm")
    asked.refresh_from_db()
    assert asked.answer == "yes"

    ben.go(f"/growth/evidence/skills/{skill.code}/", SKILL)
    ben.scan(SKILL)
    told = ben.page.inner_text("main")
    assert ["Level 3" in told, "Confirmed" in told, "A worksheet" in told] == [True] * 3
    ben.go("/growth/levels/", "Then and now")
    ben.scan("Then and now")
