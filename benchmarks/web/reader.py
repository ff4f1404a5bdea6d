"""The person who reads the pages, with as much in every list as a busy year leaves behind."""

from __future__ import annotations

import datetime as dt
import json
from types import SimpleNamespace

from alongside.accounts.persons.models import Person
from alongside.activity.notices.telling import tell
from alongside.growth.skills.models import SkillLevel
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now
from alongside.matching.briefs.models import Brief, BriefSkill
from alongside.matching.requests.models import Request
from alongside.mentoring.advice.models import Action, Advice
from alongside.mentoring.agreements import actions as agreements
from alongside.mentoring.goals.models import Goal, Progress
from alongside.mentoring.meetings.models import AgendaItem, Meeting, Note
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile
from alongside.vault.keys.keyring import make_key


def settle(people: list[Person], much: int) -> SimpleNamespace:
    """Fill the pages of the first person: ``much`` of everything that may be many."""
    reader = people[2]
    reader.key = make_key()
    reader.save(update_fields=["key"])
    mentors = _mentors(reader, people)
    pair = _pair(reader, mentors[0])
    for other in mentors[1 : max(1, much // 4)]:
        _pair(reader, other)
    _work(pair, mentors[0], reader, much)
    _asked(reader, mentors[-1 - 2 * much : -1], much)
    for number in range(much):
        tell(reader, kind="test", text=f"Something happened ({number}).", url="/today/")
    for skill in default_skills():
        SkillLevel.objects.get_or_create(person=reader, skill=skill, defaults={"level": 2})
    meeting = Meeting.objects.filter(mentorship=pair).earliest("starts_at")
    return SimpleNamespace(
        reader=reader, pair=pair, mentor=mentors[0], other=mentors[-1], meeting=meeting, brief=_brief(reader)
    )


def _mentors(reader: Person, people: list[Person]) -> list[Person]:
    """Mentors of the reader's company who have a place."""
    ids = {person.pk for person in people[: len(people) // 2]} - {reader.pk}
    offers = Offer.objects.filter(person__in=ids).order_by("pk").select_related("person")
    offers.update(capacity=4, taken=1)
    Profile.objects.filter(person__in=offers.values("person")).update(findable_by=["companies"])
    return [offer.person for offer in offers]


def _pair(reader: Person, mentor: Person) -> Mentorship:
    pair = mentorships.begin(mentor, reader, by=mentor, purpose="Lead a release")
    version = agreements.draft(pair, by=mentor)
    agreements.accept(version, by=reader)
    return pair


def _work(pair: Mentorship, mentor: Person, reader: Person, much: int) -> None:
    """Meetings with agenda, notes, advice and actions; three goals of each quarter with progress."""
    for number in range(much):
        held = number < much - 2
        starts = now() + dt.timedelta(days=7 * (number - much + 2), hours=1)
        meeting = Meeting.objects.create(
            mentorship=pair, organiser=reader, starts_at=starts, zone="Europe/London", uid=f"{pair.code}-{number}",
            state="held" if held else "planned",
        )  # fmt: skip
        Note.objects.create(
            meeting=meeting, author=reader, shared=True, text="We spoke of the two dates. " * 8
        )
        Note.objects.create(meeting=meeting, author=reader, text="I was nervous. " * 4)
        advice = Advice.objects.create(
            mentorship=pair, meeting=meeting, mentor=mentor, text="Show the two dates"
        )
        Action.objects.create(mentorship=pair, meeting=meeting, advice=advice, owner=reader, text="Draft it")
    first = Meeting.objects.filter(mentorship=pair).earliest("starts_at")
    for number in range(max(1, much // 3)):
        AgendaItem.objects.create(
            meeting=first, by=reader, topic=f"Topic {number}", question="Which first?", place=number
        )
    for number in range(max(1, much // 2)):
        goal = Goal.objects.create(
            mentorship=pair, mentee=reader, quarter=f"{2027 - number // 12}-Q{1 + number // 3 % 4}",
            place=1 + number % 3, written_by=reader, title=f"Goal {number}",
            levels=json.dumps([f"level {n}" for n in range(5)]),
        )  # fmt: skip
        for _ in range(max(1, much // 6)):
            Progress.objects.create(goal=goal, by=reader, text="I showed it to three people", level=0)


def _asked(reader: Person, others: list[Person], much: int) -> None:
    for number, other in enumerate(others[:much]):
        words = {"goal": f"Lead release {number}", "state": "sent" if number < 1 else "expired"}
        Request.objects.create(mentee=reader, mentor=other, key=reader.key, question="How?", **words)
        Request.objects.create(mentee=other, mentor=reader, key=reader.key, question="Why?", **words)


def _brief(reader: Person) -> Brief:
    brief = Brief.objects.create(
        person=reader, kind="transition", goal="Become a PM", move="engineer_to_pm", languages=["en"],
        helps=["ask", "review"], channels=["video"], cadence=14, values=[0, 1, 0, -1, 0, 2, 0, 0], step=13,
        finished_at=now(),
    )  # fmt: skip
    for priority, skill in enumerate(default_skills()[:3], 1):
        BriefSkill.objects.create(brief=brief, skill=skill, priority=priority, target=4)
    return brief
