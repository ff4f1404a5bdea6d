"""What the pages of Find show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import OuterRef, QuerySet, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import SkillLevel
from alongside.kit.clock import now
from alongside.kit.kept import Kept
from alongside.kit.nested import listed, made
from alongside.matching import problem
from alongside.matching.briefs.models import Brief
from alongside.matching.briefs.queries import choosable
from alongside.matching.marks.models import Mark
from alongside.matching.problem import WEIGHTS, Mentee
from alongside.matching.seekers import Seeker, seeker_of
from alongside.people.careers.models import Position
from alongside.people.careers.queries import (
    COLUMNS,
    Career,
    career_columns,
    career_from,
    current_positions,
    neutral_label,
)
from alongside.people.offers.models import Cadence, Format, Offer
from alongside.people.profiles.languages import NAMES
from alongside.people.profiles.models import Channel, Profile
from alongside.people.vouching.queries import confirmed_for

from . import cards, filters, wording
from .columns import Store, names
from .finding import PAGE, find
from .overlap import overlap_chart
from .params import SORTS, Asked
from .store import store
from .wide.view import View

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
        "cards": [cards.drawn(card, found, brief) for card in cards.cards_of(found, person, brief)],
        "groups": filters.groups(asked, found.counts, found.kept.skills),
        "closed": cards.closed_words(found.closed),
        "sorts": SORTS,
        "pages": -(-found.total // PAGE),
    }


def mentor_page(mentor: Person, reader: Person, brief_code: str) -> Context:
    """One mentor (with profile and offer loaded): the card, the career, the offer, the week on the reader's clock."""
    brief = _chosen(_briefs(reader), brief_code)
    seeker, vouches = seeker_of(reader), confirmed_for(mentor)
    row = dict(zip((*COLUMNS, "its_levels"), next(iter(_told(mentor.pk))), strict=True))
    kept, career = store(now().date()), career_from(row)
    offer = getattr(mentor, "offer", None)
    context: Context = {
        "mentor": mentor,
        "brief": brief,
        "career": career,
        "skills": [(kept.skills.get(one.skill_id, ""), one) for one in made(SkillLevel, row["its_levels"])],
        "saved": mentor.pk in seeker.saved,
        "hidden": mentor.pk in seeker.hidden,
        "vouches": vouches,
        "vouched": {vouch.about.code for vouch in vouches},
    }
    if offer is None or not offer.is_open_on(now().date()):
        return context
    return context | _offered(offer, seeker, brief, kept, career)


def _told_of(mentor: int) -> QuerySet[Person, Any]:  # Any: plain rows
    """The career, and the skills, the strongest first."""
    said = SkillLevel.objects.open_to_others().filter(person=OuterRef("pk"))
    levels = listed(said.order_by("-level", "skill__place"))
    row = Person.objects.filter(pk=mentor).annotate(**career_columns(), its_levels=levels)
    told: QuerySet[Person, Any] = row.values_list(*COLUMNS, "its_levels")
    return told


_told = Kept(_told_of)


def _offered(
    offer: Offer, seeker: Seeker, brief: Brief | None, kept: Store | View, career: Career
) -> Context:
    """What there is to say of somebody who mentors now."""
    on, profile = now().date(), offer.person.profile
    mentee = problem.mentee_of(brief, seeker, on) if brief else None
    known = kept.rows.get(offer.person_id)
    mentor = known.mentor if known else problem.mentors_of([offer], on)[0]
    theirs = mentor.free if isinstance(mentor.free, int) else 0
    their_zone = None if profile.identity_light else offer.person.zone
    return {
        "offer": offer,
        "card": cards.card_of(offer.person, mentor, mentee, kept.skills, career.now, brief),
        "offered": _labels(offer, profile),
        "week": overlap_chart(seeker.week(on), theirs, seeker.zone, their_zone, on),
    }


def _labels(offer: Offer, profile: Profile) -> list[tuple[str, str]]:
    """The offer in words, as far as it was said."""
    told: list[tuple[Any, list[Any]]] = [  # Any: labels of several kinds
        (_("Help"), offer.help_labels),
        (_("Form"), [Format(one).label for one in offer.formats]),
        (_("How often"), [Cadence(one).label for one in offer.cadences]),
        (_("By"), [Channel(one).label for one in profile.channels]),
        (_("Languages"), [NAMES.get(one, one) for one in profile.languages]),
    ]
    return [(str(label), " · ".join(str(one) for one in several)) for label, several in told if several]


def comparison(codes: Iterable[str], reader: Person, brief_code: str) -> Context:
    """Mentors side by side, only those whom the reader may find."""
    brief = _chosen(_briefs(reader), brief_code)
    mentee = problem.mentee_of(brief, seeker_of(reader), now().date()) if brief else None
    return {"brief": brief, "cards": _compared(codes, reader, mentee, brief), "parts": wording.PARTS}


def _compared(
    codes: Iterable[str], reader: Person, mentee: Mentee | None, brief: Brief | None
) -> list[cards.Card]:
    findable = Profile.objects.findable_by(reader).filter(person__code__in=list(codes)).values("person")
    offers = list(
        Offer.objects.open_on(now().date()).filter(person__in=findable).select_related("person__profile")
    )
    skills = names()
    mentors = problem.mentors_of(offers, now().date())
    held = current_positions(offer.person_id for offer in offers)
    compared = [
        cards.card_of(o.person, m, mentee, skills, held.get(o.person_id), brief)
        for o, m in zip(offers, mentors, strict=True)
    ]
    return sorted(compared, key=lambda card: -(card.why.total if card.why else 0))


def weights() -> Context:
    """The parts and what each is worth."""
    return {"parts": [(wording.PARTS[name](), name, WEIGHTS.worth(name) // 100) for name in wording.PARTS]}


def undoable(person: Person, code: str) -> Context | None:
    """The mentor who was hidden a moment ago, so that it can be taken back where it was done."""
    if not code:
        return None
    marks = Mark.objects.filter(person=person, kind=Mark.Kind.HIDDEN, mentor__code=code)
    mark = marks.select_related("mentor__profile").first()
    if mark is None:
        return None
    position = current_positions([mark.mentor_id]).get(mark.mentor_id)
    return {"code": code, "name": _name(mark.mentor, position)}


def hidden(person: Person) -> Context:
    """Those whom the person hid."""
    marks = Mark.objects.filter(person=person, kind=Mark.Kind.HIDDEN).select_related("mentor__profile")
    positions = current_positions(mark.mentor_id for mark in marks)
    return {"people": [(mark.mentor, _name(mark.mentor, positions.get(mark.mentor_id))) for mark in marks]}


def _name(mentor: Person, position: Position | None) -> str:
    return neutral_label(position) if mentor.profile.identity_light else mentor.name


def _briefs(person: Person) -> list[Brief]:
    briefs = choosable(person)
    prefetch_related_objects(briefs, "goal_skills")
    return briefs


def _chosen(briefs: list[Brief], code: str) -> Brief | None:
    return next((brief for brief in briefs if brief.code == code), briefs[0] if briefs else None)
