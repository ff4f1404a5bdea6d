"""Who leaves a circle shares nothing with it any more."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.growth.journal.models import Entry
from alongside.mentoring.circles import actions as circles
from alongside.mentoring.confidences import actions as confidences
from alongside.mentoring.confidences.models import Confidence
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.practice.interviews import actions as interviews
from alongside.practice.rehearsals import actions as rehearsals
from alongside.practice.tools.registry import TOOLS
from alongside.practice.worksheets import actions as worksheets


@pytest.fixture
def circle(cast) -> Mentorship:
    """Ada mentors Ben and Dev."""
    made = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Price together", format="circle")
    Participant.objects.create(mentorship=made, person=cast.dev, side="mentee")
    return Mentorship.objects.with_people().get()


def test_what_one_shared_of_ones_own_is_ones_own_again(as_, cast, circle, tell_everyone):
    sheet = worksheets.start(TOOLS["moscow"], by=cast.ben, title="The release", mentorship=circle)
    interview = interviews.start("learn", ["sense"], 1, by=cast.ben, mentorship=circle)
    told = {"title": "Open the depots", "ask": "Decide today"}
    rehearsal = rehearsals.plan(told, by=cast.ben, mentorship=circle)
    entry = Entry.objects.create(person=cast.ben, situation="after_a_setback")
    confidences.share(entry, circle.participants.get(person=cast.ada), by=cast.ben)
    pages = [reverse("worksheets.show", args=[sheet.code]), reverse("interviews.show", args=[interview.code]),
             reverse("rehearsals.show", args=[rehearsal.code])]  # fmt: skip
    assert [as_(cast.dev).get(page).status_code for page in pages] == [200] * 3

    circles.leave(circle, cast.ben, by=cast.ben)
    at_once = [as_(cast.dev).get(page).status_code for page in pages]
    tell_everyone()

    assert (at_once, [as_(cast.ben).get(page).status_code for page in pages]) == ([404] * 3, [200] * 3)
    for shared in (sheet, interview, rehearsal):
        shared.refresh_from_db()
        assert shared.mentorship is None
    assert not Confidence.objects.exists()
