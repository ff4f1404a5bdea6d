"""What stands on a person's record, shelf by shelf: each shown only when there is something."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.growth.decisions.models import CareerDecision
from alongside.growth.evidence.models import Evidence
from alongside.growth.overview.shelves import MOST, SHELVES, Line, Shelf
from alongside.growth.portfolio.models import Case
from alongside.growth.wins.models import Win
from alongside.mentoring.introductions.models import Introduction
from alongside.mentoring.introductions.queries import newest_outcome
from alongside.mentoring.leading.models import Leadership
from alongside.mentoring.learning.models import Learning
from alongside.practice.rehearsals.models import Rehearsal
from alongside.practice.worksheets.models import Worksheet


def decisions(person: Person) -> Iterator[Line]:
    """What others decided on what was proposed."""
    rows = Rehearsal.objects.visible_to(person).filter(owner=person).exclude(decided_at=None)
    for one in rows.select_related("owner").order_by("-decided_at")[:MOST]:
        url = reverse("rehearsals.show", args=[one.code])
        yield Line(one.title, url, one.decided_at, one.get_decision_display())


def wins(person: Person) -> Iterator[Line]:
    """What came of what one did, with its measure."""
    for one in Win.objects.visible_to(person).won().for_list()[:MOST]:
        yield Line(one.result, reverse("wins.show", args=[one.code]), one.told_at, one.measured)


def evidence(person: Person) -> Iterator[Line]:
    """What one's levels rest on, the newest first, and which of it somebody confirmed."""
    for one in Evidence.objects.visible_to(person).for_list().order_by("-day", "-pk")[:MOST]:
        mark = _("Confirmed") if one.confirmed_at else ""
        yield Line(one.title, reverse("evidence.show", args=[one.code]), one.day, mark)


def career(person: Person) -> Iterator[Line]:
    """What one decided about one's career, and whether one would again."""
    rows = CareerDecision.objects.visible_to(person).for_list().exclude(decided_at=None)
    for one in rows[:MOST]:
        url = reverse("decisions.show", args=[one.code])
        yield Line(one.question, url, one.decided_at, one.chosen)


def worksheets(person: Person) -> Iterator[Line]:
    """The work itself."""
    rows = Worksheet.objects.visible_to(person).filter(owner=person).order_by("-changed_at")
    for one in rows[:MOST]:
        yield Line(one.title, reverse("worksheets.show", args=[one.code]), one.changed_at)


def cases(person: Person) -> Iterator[Line]:
    """Cases of the portfolio."""
    for one in Case.objects.visible_to(person).for_list()[:MOST]:
        yield Line(one.title, reverse("portfolio.change", args=[one.code]))


def introductions(person: Person) -> Iterator[Line]:
    """Whom one was introduced to, and what came of it: a talk, a job, a customer."""
    made = Introduction.objects.visible_to(person).filter(mentee=person).made().for_list()
    for one in made[:MOST]:
        outcome = newest_outcome(one)
        mark = outcome.get_kind_display() if outcome else ""
        yield Line(one.wanted, reverse("introductions.show", args=[one.code]), one.created_at, mark)


def learnings(person: Person) -> Iterator[Line]:
    """What one learned from a mentee and uses now."""
    rows = Learning.objects.visible_to(person).filter(learner=person).exclude(adopted_at=None)
    for one in rows.select_related("mentorship").order_by("-adopted_at")[:MOST]:
        url = reverse("learning.index", args=[one.mentorship.code])
        yield Line(one.text, url, one.adopted_at, _("in use"))


def leading(person: Person) -> Iterator[Line]:
    """What one did for one's own team."""
    for one in Leadership.objects.visible_to(person).for_list()[:MOST]:
        yield Line(one.did, reverse("leading.index"), one.day, one.effect)


SHELVES += [
    Shelf(_("Wins"), "badge-check", "wins.index", wins),
    Shelf(_("Evidence of skills"), "badge-check", "evidence.index", evidence),
    Shelf(_("Decisions on what you proposed"), "flag", "rehearsals.index", decisions),
    Shelf(_("Career decisions"), "scale", "decisions.index", career),
    Shelf(_("Portfolio"), "briefcase", "portfolio.index", cases),
    Shelf(_("Introductions, talks and what came of them"), "handshake", "introductions.index", introductions),
    Shelf(_("Work done with practice tools"), "list-checks", "worksheets.index", worksheets),
    Shelf(_("Learned from those you mentor"), "lightbulb", "impact.index", learnings),
    Shelf(_("Evidence of leadership"), "flag", "leading.index", leading),
]
