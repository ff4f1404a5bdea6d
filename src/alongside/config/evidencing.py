"""What may be evidence of a skill, who mentors whom, and what follows when a level is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db.models import QuerySet
from django.urls import reverse

from alongside.accounts.persons.models import Person
from alongside.growth.confirming.mentors import MENTEES, MENTORS
from alongside.growth.evidence.models import Evidence
from alongside.growth.evidence.settling import settle
from alongside.growth.evidence.sources import MOST, ORIGINS, SOURCES, Found
from alongside.growth.skills.following import FOLLOWERS
from alongside.growth.skills.models import Skill
from alongside.growth.wins.models import Win
from alongside.mentoring.confidences.models import mentors_of
from alongside.mentoring.feedback.models import Feedback
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.people.careers.models import Launch, Story
from alongside.practice.playbooks.models import Playbook
from alongside.practice.rehearsals.models import Rehearsal
from alongside.practice.worksheets.models import Worksheet

Source = Evidence.Source
LONGEST = 160


def worksheets(person: Person) -> Iterator[Found]:
    """Work with a practice tool; the tool says which skills it trains."""
    rows = Worksheet.objects.visible_to(person).filter(owner=person).select_related("owner")
    trained = list(Skill.objects.filter(framework__is_default=True).values_list("key", "tools"))
    for one in rows.order_by("-changed_at")[:MOST]:
        skills = tuple(key for key, tools in trained if one.tool in tools)
        url = reverse("worksheets.show", args=[one.code])
        yield Found(Source.WORKSHEET, one.code, one.title[:LONGEST], url, one.changed_at.date(), skills)


def rehearsals(person: Person) -> Iterator[Found]:
    """Proposals that were rehearsed and decided on."""
    rows = Rehearsal.objects.visible_to(person).filter(owner=person).exclude(decided_at=None)
    for one in rows.select_related("owner").order_by("-decided_at")[:MOST]:
        url, day = reverse("rehearsals.show", args=[one.code]), one.decided_at or one.created_at
        yield Found(Source.REHEARSAL, one.code, one.title[:LONGEST], url, day.date(), ("D3",), one.result)


def wins(person: Person) -> Iterator[Found]:
    """What came of something."""
    for one in Win.objects.visible_to(person).won().for_list()[:MOST]:
        url, day = reverse("wins.show", args=[one.code]), one.told_at or one.created_at
        yield Found(
            Source.WIN,
            one.code,
            one.title[:LONGEST],
            url,
            day.date(),
            (),
            f"{one.result}\n{one.part}".strip(),
        )


def feedback(person: Person) -> Iterator[Found]:
    """Feedback that one received about a skill, with what was seen."""
    rows = Feedback.objects.visible_to(person).filter(receiver=person).exclude(given_at=None)
    for one in rows.for_list()[:MOST]:
        url, day = reverse("feedback.show", args=[one.code]), one.given_at or one.created_at
        skills = (one.skill.word,) if one.skill else ()
        yield Found(
            Source.FEEDBACK, one.code, one.situation[:LONGEST], url, day.date(), skills, one.behaviour
        )


def launches(person: Person) -> Iterator[Found]:
    """Launches of the career."""
    for one in Launch.objects.of(person).order_by("-launched", "-pk")[:MOST]:
        day = one.launched or one.created_at.date()
        url = reverse("me.show")
        yield Found(Source.LAUNCH, one.code, one.product[:LONGEST], url, day, tuple(one.skills), one.part)


def stories(person: Person) -> Iterator[Found]:
    """Stories of the career."""
    for one in Story.objects.of(person).order_by("-pk")[:MOST]:
        url, day = reverse("me.show"), one.created_at.date()
        yield Found(Source.STORY, one.code, one.title[:LONGEST], url, day, tuple(one.skills), one.learned)


def playbooks(person: Person) -> Iterator[Found]:
    """Playbooks that one wrote for others."""
    for one in Playbook.objects.visible_to(person).filter(author=person).order_by("-created_at")[:MOST]:
        url, skills = reverse("playbooks.show", args=[one.code]), (one.skill.upper(),) if one.skill else ()
        yield Found(
            Source.PLAYBOOK, one.code, one.title[:LONGEST], url, one.created_at.date(), skills, one.when
        )


def page_of(
    rows: Callable[[Person], QuerySet[Worksheet | Rehearsal | Win | Feedback | Playbook]], view: str
) -> Callable[[Person, str], str]:
    """The address of a thing that has a page of its own, for a reader who sees it."""

    def find(reader: Person, code: str) -> str:
        return reverse(view, args=[code]) if rows(reader).filter(code=code).exists() else ""

    return find


def own_career(rows: Callable[[Person], QuerySet[Launch | Story]]) -> Callable[[Person, str], str]:
    """A part of a career is read on its own person's page."""

    def find(reader: Person, code: str) -> str:
        return reverse("me.show") if rows(reader).filter(code=code).exists() else ""

    return find


def mentors(person: Person) -> list[Person]:
    """Who mentors a person now; while a mentorship is frozen, nothing goes from one to the other."""
    return [one.person for one in mentors_of(person).exclude(mentorship__state=Mentorship.State.FROZEN)]


def mentees(person: Person) -> list[Person]:
    """Whom a person mentors now, likewise."""
    side = Participant.Side
    mine = Participant.objects.filter(person=person, side=side.MENTOR).values("mentorship")
    running = Mentorship.objects.filter(pk__in=mine).running().exclude(state=Mentorship.State.FROZEN)
    return [one.person for one in Participant.objects.filter(mentorship__in=running, side=side.MENTEE)]


SOURCES += [worksheets, rehearsals, wins, feedback, launches, stories, playbooks]
ORIGINS.update(
    worksheet=page_of(Worksheet.objects.visible_to, "worksheets.show"),
    rehearsal=page_of(Rehearsal.objects.visible_to, "rehearsals.show"),
    win=page_of(Win.objects.visible_to, "wins.show"),
    feedback=page_of(Feedback.objects.visible_to, "feedback.show"),
    playbook=page_of(Playbook.objects.visible_to, "playbooks.show"),
    launch=own_career(Launch.objects.of),
    story=own_career(Story.objects.of),
)
MENTORS.append(mentors)
MENTEES.append(mentees)
FOLLOWERS.append(settle)
