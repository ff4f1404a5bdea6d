"""What the pages of Find show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.matching import problem
from alongside.matching.briefs.models import Brief
from alongside.matching.problem import WEIGHTS, Mentee
from alongside.matching.seekers import seeker_of
from alongside.people.careers.queries import career_of
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile
from alongside.people.vouching.queries import confirmed_for

from . import cards, filters, wording
from .columns import names
from .finding import PAGE, find
from .models import Mark
from .params import SORTS, Asked

Context = dict[str, Any]  # Any: a template's context


def results(asked: Asked, person: Person) -> Context:
    """The list, the filters with their counts, the briefs to choose from."""
    briefs = _briefs(person)
    brief = _chosen(briefs, asked.brief)
    found = find(asked, person, brief)
    return {
        "asked": asked,
        "briefs": briefs,
        "brief": brief,
        "found": found,
        "cards": cards.cards_of(found, person),
        "groups": filters.groups(asked, found.counts, found.kept.skills),
        "closed": cards.closed_words(found.closed),
        "sorts": SORTS,
        "pages": -(-found.total // PAGE),
    }


def mentor_page(mentor: Person, reader: Person, brief_code: str) -> Context:
    """One mentor: the card, the career, the offer, the week on the reader's clock."""
    brief = _chosen(_briefs(reader), brief_code)
    on = now().date()
    seeker = seeker_of(reader)
    mentee = problem.mentee_of(brief, seeker, on) if brief else None
    offer = Offer.objects.open_on(on).filter(person=mentor).select_related("person__profile").first()
    context: Context = {"mentor": mentor, "brief": brief, "offer": offer, "career": career_of(mentor)}
    if offer is not None:
        found = problem.mentors_of([offer], on)[0]
        context["card"] = cards.card_of(mentor, found, mentee, names())
        mine = seeker.week(on)
        offset = now().astimezone(reader.zone).utcoffset()
        assert offset is not None
        context["week"] = cards.overlap_rows(found, mine, offset) if found.free else []
    context["saved"], context["hidden"] = mentor.pk in seeker.saved, mentor.pk in seeker.hidden
    context["vouches"] = confirmed_for(mentor)
    context["vouched"] = {vouch.about.code for vouch in context["vouches"]}
    return context


def comparison(codes: Iterable[str], reader: Person, brief_code: str) -> Context:
    """Mentors side by side, only those whom the reader may find."""
    brief = _chosen(_briefs(reader), brief_code)
    mentee = problem.mentee_of(brief, seeker_of(reader), now().date()) if brief else None
    return {"brief": brief, "cards": _compared(codes, reader, mentee), "parts": wording.PARTS}


def _compared(codes: Iterable[str], reader: Person, mentee: Mentee | None) -> list[cards.Card]:
    findable = Profile.objects.findable_by(reader).filter(person__code__in=list(codes)).values("person")
    offers = list(
        Offer.objects.open_on(now().date()).filter(person__in=findable).select_related("person__profile")
    )
    skills = names()
    mentors = problem.mentors_of(offers, now().date())
    made = [cards.card_of(o.person, m, mentee, skills) for o, m in zip(offers, mentors, strict=True)]
    return sorted(made, key=lambda card: -(card.why.total if card.why else 0))


def weights() -> Context:
    """The parts and what each is worth."""
    return {"parts": [(wording.PARTS[name](), name, WEIGHTS.worth(name) // 100) for name in wording.PARTS]}


def hidden(person: Person) -> Context:
    """Those whom the person hid."""
    marks = Mark.objects.filter(person=person, kind=Mark.Kind.HIDDEN).select_related("mentor__profile")
    return {"marks": marks}


def _briefs(person: Person) -> list[Brief]:
    open_ones = Brief.objects.filter(person=person, closed_at=None, finished_at__isnull=False)
    return list(open_ones.select_related("person").prefetch_related("goal_skills").order_by("-finished_at"))


def _chosen(briefs: list[Brief], code: str) -> Brief | None:
    return next((brief for brief in briefs if brief.code == code), briefs[0] if briefs else None)
