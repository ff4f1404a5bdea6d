"""A round, from two spreadsheets to both sides' yes, with a no that cascades and somebody who comes late."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.matching.conftest import able, as_mentee, as_mentor
from alongside.matching.proposals.models import Proposal, Waiting
from alongside.matching.publishing.running import work_on
from alongside.matching.rounds.models import Round, Run
from alongside.mentoring.mentorships.models import Mentorship
from alongside.programmes.programmes.models import Programme
from tests.journeys.hands import Keyboard

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 320, "height": 700}


@pytest.fixture
def company(transactional_db, cast):
    """Ben, Fay, Gus and Kim have finished their briefs; Ada and Hal have one place each."""
    for name in ("fay", "gus", "hal", "kim"):
        person = Person.objects.create(
            name=f"{name.title()} Doe",
            email=f"{name}@example.org",
            agreed_conduct_at=now(),
            agreed_conduct_version="1",
        )
        Membership.objects.create(person=person, organisation=cast.northwind)
        setattr(cast, name, person)
    for name in ("ben", "fay", "gus", "kim"):
        as_mentee(getattr(cast, name), goal=f"Lead a release of {name}")
    for name, level in (("ada", 4), ("hal", 3)):
        as_mentor(getattr(cast, name))
        able(getattr(cast, name), level)
    return cast


def sheet(*names: str) -> dict[str, object]:
    rows = ["Name,E-mail", *(f"{name.title()},{name}@example.org" for name in names)]
    return {"name": "people.csv", "mimeType": "text/csv", "buffer": "\n".join(rows).encode()}


def begin(seat) -> None:
    """Cleo begins a programme and brings two spreadsheets; the first pair of them has a fault in it."""
    seat.go("/programmes/", "Programmes")
    seat.press("Begin a programme")
    seat.fill("Name", "Spring mentoring")
    seat.fill("First day", "2027-03-01")
    seat.press("Begin it")
    seat.press("Bring people")
    seat.page.get_by_label("Mentees, as CSV or XLSX").set_input_files(sheet("ben", "ben"))
    seat.press("Bring them")
    assert "Mentees, row 3: This address is in row 2 already" in seat.page.inner_text("main")
    seat.scan("Bring people")
    seat.page.get_by_label("Mentees, as CSV or XLSX").set_input_files(sheet("ben", "fay", "gus"))
    seat.page.get_by_label("Mentors, as CSV or XLSX").set_input_files(sheet("ada", "hal"))
    seat.press("Bring them")
    assert "5 take part now, 0 are invited" in seat.page.inner_text("main")
    seat.scan("Spring mentoring")


def decide(seat) -> Round:
    """She freezes the round, has a draft worked out, and asks what other weights would give."""
    seat.press("Matching rounds")
    seat.press("Begin a round")
    seat.fill("Name", "First round")
    seat.press("Begin it")
    seat.scan("First round")
    assert "There is one place too few" in seat.page.inner_text("main")
    seat.press("Freeze and decide")
    seat.press("Work out a draft")
    assert "A draft is being worked out" in seat.page.inner_text("main")
    work_on(Run.objects.latest("pk").pk)
    round = Round.objects.get()
    seat.page.get_by_role("button", name="Propose this draft").wait_for()  # the page asks by itself
    seat.scan("First round")
    seat.press("Weights and rules")
    seat.scan("How this round is decided")
    seat.fill("Goal and expertise", "45")
    seat.fill("How both like to work", "15")
    seat.press("Save")
    seat.press("Work out a draft")
    work_on(Run.objects.latest("pk").pk)
    seat.page.get_by_role("button", name="Propose this draft").wait_for()
    return round


def forbid(seat, round: Round) -> None:
    """In the studio she forbids a pair that the draft has, and sees beforehand what it costs."""
    drafted = Proposal.objects.get(mentor__name="Ada Lindqvist", state="draft")
    seat.press("Open the studio")
    seat.go(
        reverse("studio.pair", args=[round.code, drafted.mentee.code, drafted.mentor.code]),
        f"{drafted.mentee.name} with Ada Lindqvist",
    )
    seat.press("Forbid this pair")
    seat.go(reverse("rounds.show", args=[round.code]), "First round")
    seat.press("Work out a draft")
    work_on(Run.objects.latest("pk").pk)
    seat.page.get_by_role("button", name="Propose this draft").wait_for()
    assert not Proposal.objects.filter(mentee=drafted.mentee, mentor=drafted.mentor).exists()


def publish(cleo, dev, round: Round) -> None:
    """Cleo proposes; Dev, whose browser runs no scripts, looks at it with his own eyes and sends the invitations."""
    cleo.press("Propose this draft")
    assert "somebody else has to look at it" in cleo.page.inner_text("main")
    dev.go(reverse("rounds.show", args=[round.code]), "First round")
    dev.press("Approve it")
    dev.press("Send the invitations")
    assert "2 pairs are invited." in dev.page.inner_text("main")


def test_a_round_from_two_spreadsheets_to_both_sides_yes(company, sit, tell_everyone, letters):
    cleo, dev = sit(company.cleo), sit(company.dev, java_script_enabled=False)
    begin(cleo)
    round = decide(cleo)
    forbid(cleo, round)
    publish(cleo, dev, round)
    tell_everyone()

    declined = Proposal.objects.get(mentor=company.hal, state="invited")
    head = Waiting.objects.current().get().person
    hal = sit(company.hal, viewport=PHONE)
    hal.go("/programmes/proposals/", "Proposed to you")
    hal.press(declined.mentee.name)
    hal.scan(f"{declined.mentee.name} as your mentee")
    hal.press("Decline")
    hal.page.get_by_label("Not with this person; I stay in the round").check()
    hal.press("Decline")
    tell_everyone()
    cascaded = Proposal.objects.get(mentor=company.hal, state="invited")
    assert cascaded.mentee == head

    kept = Proposal.objects.get(mentor=company.ada, state="invited")
    mentee = sit(kept.mentee)
    hands = Keyboard(mentee)
    mentee.go(reverse("proposals.show", args=[kept.code]), "Ada Lindqvist as your mentor")
    mentee.scan("Ada Lindqvist as your mentor")
    hands.press("Accept")
    ada = sit(company.ada, viewport=PHONE)
    ada.go("/programmes/proposals/", "Proposed to you")
    ada.press(kept.mentee.name)
    ada.press("Accept")
    assert Mentorship.objects.get().participants.filter(person=kept.mentee).exists()
    tell_everyone()
    assert letters(to=kept.mentee)[-1].subject == "Your mentorship has begun"

    kim = sit(company.kim, viewport=PHONE)
    kim.go(reverse("programmes.show", args=[Programme.objects.get().code]), "Spring mentoring")
    kim.press("Take part as a mentee")
    tell_everyone()
    kim.go("/programmes/proposals/", "Proposed to you")
    assert "Place 2" in kim.page.inner_text("main")
    kim.scan("Proposed to you")
    cleo.go(reverse("rounds.show", args=[round.code]), "First round")
    cleo.scan("First round")
    cleo.press("Decisions")
    cleo.scan("Decisions")
    assert cleo.page.inner_text("main").count("Fingerprint") == 4
