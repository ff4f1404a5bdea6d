"""A round from the draft to the invitations: decided by a job, proposed, approved by another, published once."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from alongside.accounts.blocks.models import Block
from alongside.accounts.memberships.models import Membership
from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.kit.errors import Forbidden, Refused
from alongside.matching.proposals.models import Proposal, Waiting
from alongside.matching.publishing import actions, running
from alongside.matching.rankings import actions as rankings
from alongside.matching.rounds.actions import freeze
from alongside.matching.rounds.models import Decision, Round, Run, Snapshot
from alongside.matching.studio.models import Pin, Scenario
from alongside.people.offers.models import Offer
from alongside.programmes.participations import actions as participations
from alongside.programmes.participations.models import Participation


def pairs(round, state="draft"):
    rows = Proposal.objects.filter(round=round, state=state)
    return {(one.mentee.name.split()[0], one.mentor.name.split()[0]) for one in rows}


def press(browser, verb, thing):
    return browser.post(reverse(f"publishing.{verb}", args=[thing.code]))


def test_a_draft_is_worked_out_by_a_job(as_, crowd, frozen, tell_everyone):
    browser = as_(crowd.cleo)
    press(browser, "decide", frozen)
    run = Run.objects.get()
    shown = browser.get(reverse("rounds.show", args=[frozen.code])).content.decode()
    running.decide_later(run_id=run.pk)
    running.decide_later(run_id=run.pk)
    tell_everyone()

    run.refresh_from_db()
    frozen.refresh_from_db()
    assert "A draft is being worked out" in shown
    assert (run.state, run.done, run.attempts) == ("done", 100, 1)
    assert len(pairs(frozen)) == 2
    assert {mentor for _mentee, mentor in pairs(frozen)} == {"Ada", "Hal"}
    assert frozen.decision.result["people"] == 2
    assert all(sum(one.parts) == one.fit for one in Proposal.objects.all())
    assert Event.objects.filter(verb="run.begun", by=crowd.cleo).count() == 1
    assert Notice.objects.filter(person=crowd.cleo, text="The draft of your round is ready").exists()


def test_the_job_is_enqueued_for_who_asked(crowd, frozen, tell_everyone, monkeypatch):
    actions.decide(frozen, by=crowd.cleo)
    tell_everyone()
    actions.stop(Run.objects.get(), by=crowd.cleo)
    run = Run.objects.get()

    assert (run.state, run.stop_asked) == ("cancelled", True)


def test_a_draft_is_the_same_however_often_it_is_begun(crowd, frozen):
    """A worker that dies leaves the run as it was; another one begins it anew."""
    run = actions.decide(frozen, by=crowd.cleo)
    Run.objects.filter(pk=run.pk).update(state="running", step="solve", attempts=1)
    running.work_on(run.pk)
    first = Decision.objects.get().digest
    running.work_on(actions.decide(frozen, by=crowd.cleo).pk)

    run.refresh_from_db()
    assert (run.state, run.attempts) == ("done", 2)
    assert [one.digest for one in Decision.objects.all()] == [first, first]
    assert Proposal.objects.count() == 2


def test_what_is_broken_off_again_and_again_is_given_up(crowd, frozen):
    run = actions.decide(frozen, by=crowd.cleo)
    Run.objects.filter(pk=run.pk).update(state="running", attempts=running.ATTEMPTS)
    running.work_on(run.pk)

    run.refresh_from_db()
    assert (run.state, run.said[:32]) == ("failed", "It was broken off three times. A")


@pytest.mark.parametrize("begun", [False, True])
def test_work_that_is_stopped_ends(crowd, frozen, begun):
    run = actions.decide(frozen, by=crowd.cleo)
    if begun:
        Run.objects.filter(pk=run.pk).update(state="running")
    actions.stop(run, by=crowd.dev)
    running.work_on(run.pk)

    run.refresh_from_db()
    assert run.state == "cancelled"
    assert not Proposal.objects.exists()
    with pytest.raises(Refused, match="ended already"):
        actions.stop(run, by=crowd.cleo)


def test_work_that_is_stopped_in_the_middle_ends(crowd, frozen, monkeypatch):
    run = actions.decide(frozen, by=crowd.cleo)
    read = running.question_of

    def read_and_stop(*asked):
        actions.stop(Run.objects.get(), by=crowd.cleo)
        return read(*asked)

    monkeypatch.setattr(running, "question_of", read_and_stop)
    running.work_on(run.pk)

    run.refresh_from_db()
    assert run.state == "cancelled"


def test_a_round_that_is_called_off_meanwhile_gets_no_draft(crowd, frozen, monkeypatch):
    run = actions.decide(frozen, by=crowd.cleo)
    Round.objects.filter(pk=frozen.pk).update(state="cancelled")
    running.work_on(run.pk)

    run.refresh_from_db()
    assert (run.state, "moved on" in run.said) == ("failed", True)
    assert not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("snapshot", "said"),
    [(None, "The round is not frozen"), ("another", "The round was frozen anew meanwhile")],
)
def test_a_draft_of_what_is_not_frozen_is_refused(crowd, frozen, monkeypatch, snapshot, said):
    run = actions.decide(frozen, by=crowd.cleo)
    other = Snapshot.objects.create(round=frozen, content="{}", digest="", engine="", mentees=0, mentors=0)
    if snapshot is None:
        Round.objects.filter(pk=frozen.pk).update(snapshot=None)
    else:
        answer = running.answer

        def answer_late(*asked):
            Round.objects.filter(pk=frozen.pk).update(snapshot=other)
            return answer(*asked)

        monkeypatch.setattr(running, "answer", answer_late)
    running.work_on(run.pk)

    run.refresh_from_db()
    assert (run.state, said in run.said) == ("failed", True)


def test_only_one_draft_is_worked_out_at_a_time(crowd, frozen):
    actions.decide(frozen, by=crowd.cleo)

    with pytest.raises(Refused, match="worked out already"):
        actions.decide(frozen, by=crowd.dev)


def test_locked_and_forbidden_pairs_are_kept_to(crowd, frozen):
    Pin.objects.create(round=frozen, mentee=crowd.gus, mentor=crowd.ada, kind="lock")
    Pin.objects.create(round=frozen, mentee=crowd.ben, mentor=crowd.hal, kind="forbid")
    running.work_on(actions.decide(frozen, by=crowd.cleo).pk)

    assert pairs(frozen) == {("Gus", "Ada"), ("Fay", "Hal")}


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("block", "Gus Doe and Ada Lindqvist are locked as a pair, but a rule keeps them apart."),
        ("places", "are locked as a pair, but other locks take every place."),
        ("report", "Gus Doe and Ada Lindqvist are locked as a pair, but one reports to the other."),
    ],
)
def test_a_locked_pair_that_cannot_be_is_named(crowd, round, why, said):
    if why == "block":
        Block.objects.create(person=crowd.gus, other=crowd.ada)
    if why == "report":
        Membership.objects.filter(person=crowd.gus).update(manager=crowd.ada)
    freeze(round, by=crowd.cleo)
    Pin.objects.create(round=round, mentee=crowd.gus, mentor=crowd.ada, kind="lock")
    if why == "places":
        Pin.objects.create(round=round, mentee=crowd.ben, mentor=crowd.ada, kind="pick")
    run = actions.decide(round, by=crowd.cleo)
    running.work_on(run.pk)

    run.refresh_from_db()
    assert (run.state, said in run.said) == ("failed", True), run.said
    assert "block" not in run.said.lower().replace("unlock", "")


def test_a_scenario_of_the_studio_decides(as_, crowd, frozen):
    rules = {"floor": 40, "must": [], "never": []}
    scenario = Scenario.objects.create(
        round=frozen, snapshot=frozen.snapshot, name="Fair", aim="worst-off", rules=rules
    )
    browser = as_(crowd.cleo)
    address = reverse("publishing.decide", args=[frozen.code])
    browser.post(address, {"scenario": scenario.code})
    running.work_on(Run.objects.get().pk)

    decision = Decision.objects.get()
    frozen.refresh_from_db()
    assert (decision.aim, decision.scenario, frozen.decided_by) == ("worst-off", scenario, "worst-off")
    assert frozen.rules == {"floor": 40}
    assert browser.post(address, {"scenario": "nothing"}).status_code == 404


def test_nobody_is_invited_without_a_second_pair_of_eyes(as_, crowd, drafted, tell_everyone, letters):
    cleo, dev = as_(crowd.cleo), as_(crowd.dev)
    crowd.dev.memberships.update(roles=["coordinator"])
    press(cleo, "propose", drafted)
    tell_everyone()
    alone = press(cleo, "approve", drafted)
    too_early = press(cleo, "publish", drafted)
    page = dev.get(reverse("rounds.show", args=[drafted.code])).content.decode()
    press(dev, "approve", drafted)
    tell_everyone()
    press(cleo, "publish", drafted)

    assert (alone.status_code, too_early.status_code) == (403, 422)
    assert "Proposed by Cleo Marchetti." in page
    assert len(letters(to=crowd.dev)) == 1
    assert Notice.objects.filter(person=crowd.cleo, text="Your draft was approved").exists()
    assert len(pairs(drafted, "invited")) == 2
    assert Waiting.objects.current().count() == 1


def test_a_draft_is_sent_back(as_, crowd, drafted, tell_everyone):
    press(as_(crowd.cleo), "propose", drafted)
    press(as_(crowd.dev), "send_back", drafted)
    tell_everyone()

    drafted.refresh_from_db()
    assert (drafted.state, len(pairs(drafted))) == ("frozen", 2)
    assert Notice.objects.filter(person=crowd.cleo, text="Your draft was sent back").exists()


def test_nothing_is_proposed_that_is_not_decided(crowd, frozen):
    with pytest.raises(Refused, match="There is no draft yet"):
        actions.propose(frozen, by=crowd.cleo)


def test_of_two_who_publish_at_once_the_second_is_told(crowd, drafted):
    actions.propose(drafted, by=crowd.cleo)
    actions.approve(drafted, by=crowd.dev)
    same_round = Round.objects.get(pk=drafted.pk)
    actions.publish(drafted, by=crowd.cleo)

    with pytest.raises(Refused, match="This round has moved on: it stands at “Invitations are out”"):
        actions.publish(same_round, by=crowd.dev)
    assert Event.objects.filter(verb="round.published").count() == 1


@pytest.mark.parametrize("why", ["left", "full", "paused", "blocked"])
def test_a_mentor_who_is_gone_between_freeze_and_publish_is_not_invited(crowd, drafted, why):
    """The mentee of that pair gets the next best, or waits; nobody else moves."""
    taken = Proposal.objects.get(mentor=crowd.hal)
    actions.propose(drafted, by=crowd.cleo)
    actions.approve(drafted, by=crowd.dev)
    if why == "left":
        participations.leave(Participation.objects.get(person=crowd.hal), by=crowd.hal)
    if why == "full":
        Offer.objects.filter(person=crowd.hal).update(taken=1)
    if why == "paused":
        Offer.objects.filter(person=crowd.hal).update(open=False)
    if why == "blocked":
        Block.objects.create(person=crowd.hal, other=taken.mentee)
    actions.publish(drafted, by=crowd.cleo)

    taken.refresh_from_db()
    assert taken.state == "withdrawn"
    invited = {mentor for _mentee, mentor in pairs(drafted, "invited")}
    assert invited == ({"Ada", "Hal"} if why == "blocked" else {"Ada"})
    assert taken.mentee.name.split()[0] not in {mentee for mentee, _mentor in pairs(drafted, "invited")}


def test_years_later_the_same_pairs_come_out(crowd, inviting, capsys):
    for code in (inviting.code, inviting.decision.code):
        call_command("replay", code)

    assert capsys.readouterr().out.count("2 pairs, the same") == 2
    with pytest.raises(CommandError, match="no decision"):
        call_command("replay", "nothing")


def test_a_snapshot_or_a_decision_that_was_changed_is_found_out(crowd, drafted):
    Decision.objects.update(digest="another")
    with pytest.raises(CommandError, match="Not the same pairs"):
        call_command("replay", drafted.code)
    Snapshot.objects.update(content="{}")
    with pytest.raises(CommandError, match="Not the same pairs"):
        call_command("replay", drafted.code)


def test_the_page_of_decisions_says_what_each_followed_from(as_, crowd, drafted):
    page = as_(crowd.cleo).get(reverse("publishing.decisions", args=[drafted.code])).content.decode()

    assert "2 pairs from 3 mentees and 2 mentors" in page
    assert f"alongside manage replay {drafted.decision.code}" in page


def test_progress_is_shown_until_the_work_ends(as_, crowd, frozen):
    run = actions.decide(frozen, by=crowd.cleo)
    browser, address = as_(crowd.cleo), reverse("publishing.progress", args=[run.code])
    while_it_goes_on = browser.get(address, headers={"HX-Request": "true"})
    running.work_on(run.pk)
    after = browser.get(address, headers={"HX-Request": "true"})

    assert "HX-Refresh" not in while_it_goes_on.headers
    assert after.headers["HX-Refresh"] == "true"
    assert "Back to the round" in browser.get(address).content.decode()


@pytest.mark.parametrize("verb", ["decide", "propose", "send_back", "approve", "publish", "decisions"])
@pytest.mark.parametrize("who", ["ben", "eve"])
def test_it_does_not_exist_for_who_does_not_run_it(as_, crowd, frozen, verb, who):
    browser, address = as_(getattr(crowd, who)), reverse(f"publishing.{verb}", args=[frozen.code])

    assert (browser.get if verb == "decisions" else browser.post)(address).status_code == 404


@pytest.mark.parametrize("verb", ["decide", "propose", "send_back", "approve", "publish"])
def test_the_verbs_are_refused_to_who_takes_part_only(crowd, frozen, verb):
    with pytest.raises((Forbidden, Refused)):
        getattr(actions, verb)(frozen, by=crowd.ben)


def test_work_is_stopped_only_by_who_runs_the_round(as_, crowd, frozen):
    run = actions.decide(frozen, by=crowd.cleo)

    assert as_(crowd.eve).post(reverse("publishing.stop", args=[run.code])).status_code == 404
    assert press(as_(crowd.dev), "stop", run).status_code == 302
    with pytest.raises(Forbidden):
        actions.stop(run, by=crowd.ben)


def test_a_stable_round_weighs_whom_people_would_like(crowd, frozen):
    for one in (crowd.ben, crowd.fay):
        rankings.rank(frozen, "mentee", [crowd.hal], by=one)
    rankings.rank(frozen, "mentor", [crowd.fay], by=crowd.hal)
    Round.objects.update(decided_by="stable")
    frozen.refresh_from_db()
    running.work_on(actions.decide(frozen, by=crowd.cleo).pk)

    assert frozen.proposals.get(mentor=crowd.hal).mentee == crowd.fay
