"""For two weeks after the end the search goes on with the same brief."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.matching.briefs import actions as briefs
from alongside.matching.briefs.queries import current
from alongside.matching.conftest import as_mentee
from alongside.matching.rematches import actions
from alongside.matching.requests.models import Request
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship


@pytest.fixture
def brief(cast):
    return as_mentee(cast.ben, goal="Lead a release")


@pytest.fixture
def pair(cast, offer, brief):
    made = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead a release")
    Request.objects.create(mentee=cast.ben, mentor=cast.ada, brief=brief, goal=brief.goal, state="accepted",
                           mentorship=made, key_id=cast.ben.key_id)  # fmt: skip
    as_mentee(cast.ben, goal="Something newer")
    return made


def test_the_mentee_hears_of_it_and_the_search_goes_on_with_the_same_brief(
    tell_everyone, as_, cast, pair, brief
):
    briefs.close(brief, by=cast.ben)
    mentorships.end(pair, by=cast.ada)
    tell_everyone()
    page, browser = reverse("rematches.start", args=[pair.code]), as_(cast.ben)

    told = Notice.objects.filter(kind="request.again")
    assert [(one.person, one.url) for one in told] == [(cast.ben, page)]
    assert page in browser.get(reverse("mentorships.show", args=[pair.code])).text
    assert "Lead a release" in browser.get(page).text
    assert browser.post(page).url == f"{reverse('search.index')}?brief={brief.code}"

    brief.refresh_from_db()
    assert (brief.closed_at, current(cast.ben)) == (None, brief)
    assert [row.priority for row in brief.goal_skills.all()] == [3]
    assert Event.objects.filter(verb="brief.taken_up", about_code=brief.code).count() == 1


def test_after_two_weeks_a_new_brief_begins_from_the_old_one(as_, cast, pair):
    mentorships.end(pair, by=cast.ben)
    Mentorship.objects.filter(pk=pair.pk).update(ended_at=now() - dt.timedelta(days=15))
    page, browser = reverse("rematches.start", args=[pair.code]), as_(cast.ben)

    assert "two weeks are over" in browser.get(page).text
    assert page not in browser.get(reverse("mentorships.show", args=[pair.code])).text
    answer = browser.post(page)
    assert (answer.status_code, "Copy the brief" in answer.text) == (422, True)


def test_without_a_brief_there_is_nothing_to_go_on_with(tell_everyone, as_, cast, offer):
    pair = mentorships.begin(cast.ada, cast.cleo, by=cast.ada, purpose="Learn")
    with pytest.raises(Refused, match="two weeks"):
        actions.search_again(pair, by=cast.cleo)
    mentorships.end(pair, by=cast.ada)
    tell_everyone()

    with pytest.raises(Refused, match="no brief"):
        actions.search_again(pair, by=cast.cleo)
    assert "no brief to go on with" in as_(cast.cleo).get(reverse("rematches.start", args=[pair.code])).text
    assert not Notice.objects.filter(kind="request.again").exists()


def test_only_the_mentee_searches_again(as_, cast, pair):
    mentorships.end(pair, by=cast.ada)
    page = reverse("rematches.start", args=[pair.code])

    assert as_(cast.ada).post(page).status_code == 403
    for outsider in (cast.cleo, cast.dev, cast.eve):
        assert as_(outsider).post(page).status_code == 404
