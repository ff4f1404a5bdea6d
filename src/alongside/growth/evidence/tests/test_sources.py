"""What was done here becomes evidence, and leads back to where it stands for whoever sees it."""

from __future__ import annotations

from django.urls import reverse

from alongside.growth.evidence import actions as evidence
from alongside.growth.evidence import sources
from alongside.growth.evidence.models import Evidence
from alongside.growth.evidence.settling import settle_all
from alongside.growth.skills import actions as skills
from alongside.growth.skills.models import Skill, SkillLevel
from alongside.growth.wins import actions as wins
from alongside.kit.clock import now
from alongside.mentoring.feedback import actions as feedback
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.careers import actions as careers
from alongside.people.careers.models import Launch, Story
from alongside.people.offers.models import Offer
from alongside.practice.playbooks import actions as playbooks
from alongside.practice.rehearsals import actions as rehearsals
from alongside.practice.tools.registry import TOOLS
from alongside.practice.worksheets import actions as worksheets

KEPT = {"level": "2", "day": "2026-01-05", "title": "Did it", "text": "Said no"}


def test_everything_that_was_done_here_may_become_evidence_and_is_found_again(as_, cast):
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead")
    worksheets.start(
        TOOLS["roadmap"], by=cast.ben, title="Roadmap", sheet=TOOLS["roadmap"].example, mentorship=pair
    )
    rehearsal = rehearsals.plan({"title": "Open the depots", "ask": "Decide", "minutes": 5}, by=cast.ben)
    rehearsals.decide(rehearsal, "yes", "Two depots", by=cast.ben)
    wins.keep({"title": "Depots", "result": "Half as long", "outcome": "yes"}, by=cast.ben)
    told = {"situation": "In the review", "behaviour": "You asked first", "impact": "They stayed", "ask": ""}
    asked = feedback.ask(pair, by=cast.ben, giver=cast.ada, question="How did I open?")
    feedback.give(asked, by=cast.ada, skill=Skill.objects.get(key="D1", framework__is_default=True), **told)
    careers.add(
        Launch, cast.ben, by=cast.ben, product="Depots", problem="Late", part="I decided", skills=["C3"]
    )
    careers.add(Story, cast.ben, by=cast.ben, title="Ask", kind="success", happened="It went", learned="Ask")
    playbooks.write({"title": "Silent", "when": "Often", "exercise": "Read", "skill": "e3"}, by=cast.ben)
    ben, found = as_(cast.ben), sources.found(cast.ben, [])
    skill = Skill.objects.get(key="B3", framework__is_default=True)

    guessed = {one.source: one.skills for one in found}
    assert guessed == {
        "worksheet": guessed["worksheet"], "rehearsal": ("D3",), "win": (), "feedback": ("D1",),
        "launch": ("C3",), "story": (), "playbook": ("E3",),
    }  # fmt: skip
    assert "B3" in guessed["worksheet"]
    for one in found:
        assert one.came_from in ben.get(reverse("evidence.index")).text
        page = ben.post(f"{reverse('evidence.add')}?of={one.name}", KEPT | {"skill": skill.code})["Location"]
        origin = sources.origin_of(Evidence.objects.get(source=one.source), cast.ben)
        assert [origin in ben.get(page).text, ben.get(origin).status_code] == [True, 200]
    assert sources.found(cast.ben, Evidence.objects.all()) == []
    seen = {one.source for one in Evidence.objects.all() if sources.origin_of(one, cast.ada)}
    assert seen == {"worksheet", "feedback"}
    assert {sources.origin_of(one, None) for one in Evidence.objects.all()} == {""}

    skills.rate(skill, 2, by=cast.ben)
    SkillLevel.objects.update(ground="self")
    settle_all(cast.ben)
    assert SkillLevel.objects.get().ground == "evidenced"


def test_it_stands_on_the_record(as_, cast):
    skill = Skill.objects.get(key="B3", framework__is_default=True)
    told = {"level": 2, "day": now().date(), "title": "Re-planned", "text": "Said no", "link": ""}
    evidence.keep(skill, told, by=cast.ben)

    assert "Re-planned" in as_(cast.ben).get(reverse("growth.record")).text
    assert "Re-planned" not in as_(cast.ada).get(reverse("growth.record")).text
