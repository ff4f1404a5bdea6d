"""What the two people of a proposal see: each other, the reasons, and where it stands."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import Skill
from alongside.matching import problem
from alongside.matching.briefs.queries import current
from alongside.matching.rankings.models import RANKABLE
from alongside.matching.rounds.models import Round
from alongside.matching.search.cards import PartShown
from alongside.people.careers.models import Position
from alongside.programmes.participations.models import Side

from .line import name_for, place_of
from .models import Proposal, Waiting


def mine(person: Person) -> dict[str, Any]:  # Any: a template's context
    """What is proposed to somebody, where they wait, and in which rounds they take part."""
    rows = list(Proposal.objects.visible_to(person).answered_by(person).for_list().order_by("-created_at"))
    waiting = Waiting.objects.current().filter(person=person).select_related("round__programme")
    return {
        "rows": [(row, name_for(row, person)) for row in rows],
        "waits": [(one.round, place_of(one)) for one in waiting],
        "rankable": _rankable(person),
    }


def _rankable(person: Person) -> list[tuple[Round, str]]:
    """The rounds in which somebody can say whom they would like, and on which side."""
    part = Q(programme__participations__person=person, programme__participations__left_at=None)
    rounds = Round.objects.visible_to(person).filter(part, state__in=RANKABLE).for_list()
    rows = rounds.annotate(side=F("programme__participations__side"))
    return [(one, one.side) for one in rows]  # type: ignore[attr-defined]  # annotated above


def one(proposal: Proposal, reader: Person) -> dict[str, Any]:  # Any: a template's context
    """One proposal, to one of its two people."""
    side = proposal.side_of(reader)
    other = proposal.mentor if side == Side.MENTEE else proposal.mentee
    other_name = name_for(proposal, reader)
    brief = current(proposal.mentee)
    mine_said = proposal.mentee_said if side == Side.MENTEE else proposal.mentor_said
    return {
        "proposal": proposal,
        "programme": proposal.round.programme,
        "side": side.value,
        "other": other,
        "other_name": other_name,
        "shows_names": other_name == other.name,
        "said": mine_said,
        "goal": brief.goal if brief else "",
        "positions": Position.objects.filter(person=other).order_by("-started")[:4],
        "parts": _parts(proposal),
        "fit": f"{proposal.fit / 100:.1f}",
    }


def _parts(proposal: Proposal) -> list[PartShown]:
    """The reasons and gaps that the decision saw, in words."""
    decision = proposal.decision
    explained = problem.explained(
        decision.snapshot.content, proposal.mentee_id, proposal.mentor_id, decision.weights
    )
    facts = [reason.values for part in explained.parts for reason in part.reasons]
    facts += [gap.values for part in explained.parts for gap in part.gaps]
    wanted = {int(str(one["skill"])) for one in facts if "skill" in one}
    names = dict(Skill.objects.filter(pk__in=wanted).values_list("pk", "name"))
    return [PartShown(part, names) for part in explained.parts]
