"""One entry of a journal, for one mentor, until it is taken back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.growth.journal import writing
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.confidences import actions
from alongside.mentoring.confidences.models import Confidence, mentors_of
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Participant

INDEX = reverse("confidences.index")


@pytest.fixture
def entry(cast):
    return writing.write("set-back", {"happened": "The board said no"}, by=cast.ben)


def at(view: str, thing) -> str:
    return reverse(f"confidences.{view}", args=[thing.code])


def test_ben_lets_ada_read_one_entry_and_takes_it_back(tell_everyone, as_, cast, pair, entry):
    other = writing.write("stuck", {"happened": "Nobody answers"}, by=cast.ben)
    ben, ada = as_(cast.ben), as_(cast.ada)
    assert "Nothing is shared" in ada.get(INDEX).text
    choice = f"{pair.code}-{cast.ada.code}"
    answer = ben.post(at("of", entry), {"mentor": choice}, follow=True)
    tell_everyone()
    shared = Confidence.objects.get()

    assert "Ada Lindqvist may read this entry, and no other" in answer.text
    assert "Ben Okafor shares an entry" in Notice.objects.get(person=cast.ada, kind="confidence.shared").text
    assert ["The board said no" in ada.get(at("show", shared)).text, "Ben Okafor" in ada.get(INDEX).text] == [
        True
    ] * 2
    assert ada.get(reverse("journal.show", args=[other.code])).status_code == 404
    assert "Ada Lindqvist" in ben.get(INDEX).text
    ben.post(at("take_back", shared))
    assert ada.get(at("show", shared)).status_code == 404
    verbs = Event.objects.filter(verb__startswith="confidence").values_list("verb", flat=True)
    assert list(verbs) == ["confidence.shared", "confidence.taken_back"]


def test_others_see_none_of_it_and_the_mentor_only_reads(as_, cast, pair, entry):
    shared = actions.share(entry, mentors_of(cast.ben).get(), by=cast.ben)

    for other in (cast.eve, cast.cleo, cast.dev):
        found = [as_(other).get(at("show", shared)), as_(other).post(at("take_back", shared))]
        assert [answer.status_code for answer in found] == [404, 404]
    assert as_(cast.ada).post(at("take_back", shared)).status_code == 403
    assert as_(cast.ada).get(at("of", entry)).status_code == 404


def test_the_end_of_the_mentorship_closes_it(as_, cast, pair, entry):
    mentor = mentors_of(cast.ben).get()
    shared = actions.share(entry, mentor, by=cast.ben)
    mentorships.end(pair, by=cast.ada)

    assert as_(cast.ada).get(at("show", shared)).status_code == 404
    shared.delete()
    mentor.mentorship.refresh_from_db()
    with pytest.raises(Refused, match="ended"):
        actions.share(entry, mentor, by=cast.ben)
    assert "Find a mentor" in as_(cast.ben).get(at("of", entry)).text


def test_only_with_somebody_who_mentors_one_and_only_once(as_, cast, pair, entry):
    ben = as_(cast.ben)
    nobody, other = ben.post(at("of", entry), {}), ben.post(at("of", entry), {"mentor": f"x-{cast.eve.code}"})
    assert ["Choose a mentor" in nobody.text, "one of your mentors" in other.text] == [True, True]
    assert (nobody.status_code, other.status_code) == (422, 422)
    myself = Participant.objects.select_related("mentorship").get(person=cast.ben)
    with pytest.raises(Forbidden):
        actions.share(entry, myself, by=cast.ben)
    with pytest.raises(Forbidden):
        actions.share(entry, mentors_of(cast.ben).get(), by=cast.ada)
    actions.share(entry, mentors_of(cast.ben).get(), by=cast.ben)
    with pytest.raises(Refused, match="already"):
        actions.share(entry, mentors_of(cast.ben).get(), by=cast.ben)
