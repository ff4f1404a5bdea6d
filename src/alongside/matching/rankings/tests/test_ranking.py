"""People say whom they would like; the round weighs it, and nobody learns how they were ranked."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.errors import Forbidden, Refused
from alongside.matching.briefs.models import Brief
from alongside.matching.conftest import able, as_mentee, as_mentor, take_part
from alongside.matching.rankings import actions, shortlist
from alongside.matching.rankings.models import Ranking
from alongside.matching.rounds.gathering import rankings_of
from alongside.people.profiles.models import Profile
from alongside.programmes.participations.models import Participation


@pytest.fixture(autouse=True)
def nothing_kept():
    shortlist.ROUNDS.answers.clear()


def at(round, side="mentee"):
    return reverse("rankings.rank", args=[round.code, side])


def words(answer):
    return " ".join(answer.content.decode().split())


def test_a_mentee_puts_mentors_in_order_with_the_reasons_beside(as_, crowd, round):
    page = words(as_(crowd.ben).get(at(round)))
    saved = as_(crowd.ben).post(at(round), {"place_1": crowd.hal.code, "place_3": crowd.ada.code})

    assert page.index(crowd.ada.name) < page.index("Hal Doe")
    assert 'class="reason"' in page
    assert saved.headers["Location"] == at(round)
    assert rankings_of(round) == {"mentee": {crowd.ben.pk: [crowd.hal.pk, crowd.ada.pk]}, "mentor": {}}
    assert Event.objects.filter(verb="round.ranked", about_code=round.code).count() == 1
    assert (
        "Hal Doe" in words(as_(crowd.ben).get(at(round))).split('name="place_1"')[1].split("selected")[1][:60]
    )


def test_a_mentor_ranks_mentees_without_reading_what_they_said(as_, crowd, round):
    page = words(as_(crowd.ada).get(at(round, "mentor")))
    as_(crowd.ada).post(at(round, "mentor"), {"place_1": crowd.gus.code})

    assert "Lead a release" not in page
    assert 'class="reason"' not in page
    assert rankings_of(round)["mentor"] == {crowd.ada.pk: [crowd.gus.pk]}


def test_a_new_order_takes_the_place_of_the_old_and_nobody_at_all_takes_it_back(crowd, round):
    actions.rank(round, "mentee", [crowd.ada, crowd.hal], by=crowd.ben)
    actions.rank(round, "mentee", [crowd.hal], by=crowd.ben)
    assert [one.other for one in Ranking.objects.all()] == [crowd.hal]

    actions.rank(round, "mentee", [], by=crowd.ben)
    assert not Ranking.objects.exists()


def test_one_person_in_two_places_is_told_and_the_rest_is_kept(as_, crowd, round):
    typed = {"place_1": crowd.hal.code, "place_2": crowd.hal.code}
    answer = as_(crowd.ben).post(at(round), typed)

    assert answer.status_code == 422
    assert "this person has a better place already" in words(answer)
    assert words(answer).count(f'value="{crowd.hal.code}" selected') == 2
    assert not Ranking.objects.exists()


def test_who_is_not_on_the_list_cannot_be_chosen(as_, crowd, round):
    answer = as_(crowd.ben).post(at(round), {"place_1": crowd.eve.code})

    assert answer.status_code == 422
    assert "Choose somebody from the list" in words(answer)
    with pytest.raises(Refused, match="no longer in this round"):
        actions.rank(round, "mentee", [crowd.eve], by=crowd.ben)
    with pytest.raises(Refused, match="five different"):
        actions.rank(round, "mentee", [crowd.ada, crowd.ada], by=crowd.ben)


@pytest.mark.parametrize(("name", "side"), [("eve", "mentee"), ("cleo", "mentee"), ("ben", "mentor")])
def test_it_is_hidden_from_everybody_who_does_not_stand_on_that_side(as_, crowd, round, name, side):
    assert as_(getattr(crowd, name)).get(at(round, side)).status_code == 404
    assert as_(getattr(crowd, name)).post(at(round, side)).status_code == 404


def test_who_takes_no_part_is_refused(crowd, round):
    with pytest.raises(Forbidden):
        actions.rank(round, "mentee", [], by=crowd.eve)


def test_nobody_sees_how_others_ranked(crowd, round):
    actions.rank(round, "mentee", [crowd.ada], by=crowd.ben)

    assert not Ranking.objects.visible_to(crowd.ada).exists()
    assert not Ranking.objects.visible_to(crowd.cleo).exists()


def test_after_the_proposal_the_order_stands(as_, crowd, frozen):
    actions.rank(frozen, "mentee", [crowd.hal], by=crowd.ben)
    frozen.state = "proposed"
    frozen.save()

    with pytest.raises(Refused, match="decided already"):
        actions.rank(frozen, "mentee", [crowd.ada], by=crowd.ben)
    page = words(as_(crowd.ben).get(at(frozen)))
    assert "the order stands" in page
    assert "place_1" not in page


def test_who_is_not_ready_reads_what_to_do(as_, crowd, programme, round):
    Brief.objects.filter(person=crowd.ben).delete()
    take_part(programme, crowd.dev, "mentor")

    assert "Finish a brief" in words(as_(crowd.ben).get(at(round)))
    with pytest.raises(Refused, match="no longer in this round"):
        actions.rank(round, "mentee", [crowd.ada], by=crowd.ben)
    assert "Open your offer to mentor" in words(as_(crowd.dev).get(at(round, "mentor")))


def test_who_becomes_ready_is_in_it_at_once(as_, crowd, programme, round):
    as_(crowd.ben).get(at(round))
    take_part(programme, crowd.dev, "mentee")
    as_mentee(crowd.dev)

    assert "Hal Doe" in words(as_(crowd.dev).get(at(round)))


def test_somebody_alone_in_a_round_finds_nobody_yet(as_, cast, programme, round):

    Participation.objects.filter(side="mentor").delete()

    assert "Nobody is open to you yet" in words(as_(cast.ben).get(at(round)))


def test_who_stays_unnamed_is_unnamed_here(as_, crowd, round):
    Profile.objects.filter(person=crowd.hal).update(identity_light=True, headline="Hal of Northwind")

    page = words(as_(crowd.ben).get(at(round)))
    assert "Somebody from product" in page
    assert "Hal" not in page


def test_the_list_is_short_and_keeps_who_is_ranked(as_, crowd, programme, round, monkeypatch):
    monkeypatch.setattr(shortlist, "SHORT", 1)
    actions.rank(round, "mentee", [crowd.hal], by=crowd.ben)

    listed = shortlist.shortlist(round, crowd.ben, "mentee")
    assert [one.person for one in listed] == [crowd.ada, crowd.hal]


def test_the_page_of_proposals_leads_there_on_both_sides(as_, crowd, programme, round):
    take_part(programme, crowd.ben, "mentor")
    as_mentor(crowd.ben)
    able(crowd.ben, 2)

    page = words(as_(crowd.ben).get(reverse("proposals.index")))
    assert at(round) in page
    assert at(round, "mentor") in page
