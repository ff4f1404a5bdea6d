"""The people and the things of the access matrix: everything that stands in an address belongs to Ben and Ada."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

from django.urls import reverse

from alongside.accounts.invitations import actions as invitations
from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.activity.mail.send import write
from alongside.activity.notices.stopping import link_of
from alongside.activity.notices.telling import tell
from alongside.growth.archive.models import Archive, Keepsake, KeptFile
from alongside.growth.confirming import actions as confirming
from alongside.growth.decisions import actions as decisions
from alongside.growth.evidence import actions as evidence
from alongside.growth.habits import actions as habits
from alongside.growth.journal import writing as journal
from alongside.growth.plans import actions as plans
from alongside.growth.plans.suggesting import Suggestion
from alongside.growth.portfolio import actions as portfolio
from alongside.growth.skills.models import Framework
from alongside.growth.skills.queries import default_skills
from alongside.growth.wins import actions as wins
from alongside.kit.clock import now
from alongside.matching.briefs.models import Brief
from alongside.matching.problem import Mentee, Mentor, digest_of, text_of
from alongside.matching.proposals.models import Proposal
from alongside.matching.requests.models import Request
from alongside.matching.rounds.models import Decision, Round, Run, Snapshot
from alongside.matching.studio.models import Pin, Scenario
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.agenda import actions as agenda
from alongside.mentoring.agreements import actions as agreements
from alongside.mentoring.circles import actions as circles
from alongside.mentoring.common_ground import actions as common_ground
from alongside.mentoring.confidences import actions as confidences
from alongside.mentoring.confidences.models import mentors_of
from alongside.mentoring.documents import actions as documents
from alongside.mentoring.feedback import actions as feedback
from alongside.mentoring.goals import actions as goals
from alongside.mentoring.help.models import Concern, Contact
from alongside.mentoring.impact.models import Certificate
from alongside.mentoring.introductions import actions as introductions
from alongside.mentoring.leading import actions as leading
from alongside.mentoring.learning import actions as learning
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.messages import actions as messages
from alongside.mentoring.messages.files import Taken
from alongside.mentoring.pulse.models import Pulse
from alongside.mentoring.reviews import actions as reviews
from alongside.mentoring.soundings import actions as soundings
from alongside.mentoring.suggestions import actions as suggestions
from alongside.people.busy.models import BusyCalendar, DayOff
from alongside.people.careers.models import Position, Story
from alongside.people.imports.career import Brought
from alongside.people.imports.models import Import
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile
from alongside.people.vouching import actions as vouching
from alongside.practice.comments import actions as comments
from alongside.practice.interviews import actions as interviews
from alongside.practice.playbooks import actions as playbooks
from alongside.practice.rehearsals import actions as rehearsals
from alongside.practice.scoring import actions as scoring
from alongside.practice.tools.registry import TOOLS
from alongside.practice.worksheets import actions as worksheets
from alongside.programmes.participations.models import Participation
from alongside.programmes.programmes.models import Programme

from .routes import Route

PEOPLE = (
    "signed out",
    "the person",
    "the partner",
    "same organisation",
    "coordinator",
    "administrator",
    "another organisation",
)
PRIVATE = {
    "briefs", "requests", "mentorships", "agreements", "goals", "meetings", "agenda", "notes", "advice", "imports",
    "messages", "feedback", "health", "learning", "proposals", "pulse", "habits", "impact", "desk", "reviews",
    "introductions", "soundings", "common_ground", "documents",
    "worksheets", "rows", "versions", "tables", "comments", "scoring", "what_if",
    "archive", "busy", "attendance", "suggestions", "journal", "confidences", "portfolio", "rehearsals", "interviews",
    "playbooks", "decisions", "wins", "wrap_up", "leading", "records", "rematches",
    "evidence", "confirming", "plans", "tags", "circles",
}  # fmt: skip
"""Nouns whose things are seen by the pair, or by the person alone: 404 for everybody else."""


ABOUT_A_MENTOR = {"requests.send", "evidence.of", "circles.join"}
"""Stand among the private nouns, but are about somebody whom colleagues may find, or about
a skill of a framework, with what the reader has for it; or are the link in a mail, which says
to everybody but its reader that it was sent to another address."""
PUBLIC = {
    "landing",
    "patterns",
    "offline.manifest",  # what an installed app is called: the same for everybody
    "offline.worker",
    "offline.show",  # read without a network, and nothing of anybody
    "setup",  # the first run, when nobody is here
    "conduct",  # read it before joining
    "account_login",
    "account_logout",
    "account_signup",
    "account_inactive",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "sign_in.demo",  # 404 outside of the demo
    "mailbox.index",  # 404 where mail goes out
    "mailbox.show",
    "mailbox.page",
    "invitations.show",  # the link in a mail
    "impact.check",  # a certificate, for whoever has its link
    "notices.stop",  # the link in a letter, for whoever got it and for their mail program
    "portfolio.read",  # a portfolio, for whoever has its link
    "introductions.answer",  # the link in a mail, for whoever is to be introduced
    "soundings.answer",  # the link in a mail, for colleagues who are asked for feedback
    "confirming.answer",  # the link in a mail, for colleagues who are asked about evidence
    "confirming.answer_file",
    "vouching.answer",  # the link in a mail, for colleagues without an account
    "attendance.answer",  # the link in an invitation, for who is invited
    "calendar.feed",  # for calendar programs, by its token
}
"""Pages for everybody; each one is on this list for a reason."""


def build(cast) -> SimpleNamespace:
    """Make one of everything; the administrator runs the organisation and the instance."""
    fay = Person.objects.create(name="Fay Lind", email="fay@example.org", agreed_conduct_at=now())
    Membership.objects.create(person=fay, organisation=cast.northwind)
    for person in (cast.ben, cast.ada):
        Profile.objects.update_or_create(person=person, defaults={"findable_by": ["companies"]})
    Offer.objects.update_or_create(person=cast.ada, defaults={"capacity": 3, "formats": ["long"], "taken": 1})
    Offer.objects.get_or_create(person=cast.ben, defaults={"open": False})
    people = dict(zip(PEOPLE[1:], (cast.ben, cast.ada, fay, cast.cleo, cast.dev, cast.eve), strict=True))
    return SimpleNamespace(people=people, cast=cast, things=_things(cast))


def _things(cast) -> dict[str, object]:
    pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead a release")
    version = agreements.draft(pair, by=cast.ada)
    levels = [f"level {number}" for number in range(5)]
    meeting = meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)
    position = Position.objects.create(person=cast.ben, title="Engineer", company="Paylark")
    heard = advice.give(meeting, "Show the two dates", by=cast.ben)
    programme = Programme.objects.create(
        organisation=cast.northwind, name="Spring", starts_on=dt.date(2026, 12, 1), open_to="listed"
    )
    invitation, token = invitations.invite(cast.northwind, "new@example.org", by=cast.dev)
    example = TOOLS["moscow"].example
    worksheet = worksheets.start(
        TOOLS["moscow"], by=cast.ben, title="The release", sheet=example, mentorship=pair
    )
    scoring.begin(worksheet, by=cast.ben)
    return {
        "mentorship": pair,
        "version": version,
        "goal": goals.set(pair, by=cast.ben, title="Cut it", levels=levels, quarter="2027-Q1"),
        "feedback": feedback.ask(pair, by=cast.ben, giver=cast.ada, question="How did I open?"),
        "introduction": introductions.ask(
            pair, by=cast.ben, mentor=cast.ada, wanted="A lead", purpose="To learn", blurb="Hello"
        ),
        "certificate": _certificate(cast.ada),
        "leadership": leading.keep("I began critiques", "They go on", dt.date(2026, 1, 2), by=cast.ada),
        **_sounded(cast, pair),
        **_helped(cast),
        **_circled(cast),
        "playbook": playbooks.write({"title": "Silent start", "when": "Often", "exercise": "Read"}, by=cast.ben),
        **_confided(cast),
        **_rehearsed(cast, pair),
        "archive": Archive.objects.create(person=cast.ben, state="done", content="UEs="),
        "brought": Keepsake.objects.create(person=cast.ben, part="notes", rows="[]"),
        "kept_file": _kept_file(cast.ben),
        "habit": habits.choose("listening", "Say back what I heard", by=cast.ben),
        "learning": learning.note(pair, "A silent critique", by=cast.ada),
        "meeting": meeting,
        "message": messages.send(pair, "Hello", by=cast.ben, files=[Taken("plan.txt", "plain", b"The plan")]),
        "document": documents.put(meeting, new=Taken("plan.md", "plain", b"# The plan"), by=cast.ben),
        "worksheet": worksheet,
        "comment": comments.make(worksheet, "Why a must?", by=cast.ada, row="r1"),
        "review": reviews.begin(pair, "half_way", by=cast.ben),
        "pulse": Pulse.objects.create(mentorship=pair, number=1, closes_at=now() + dt.timedelta(days=14)),
        "agenda": agenda.add(meeting, by=cast.ben, topic="The release", question="Which first?"),
        "advice": heard,
        "action": advice.assign(meeting, "Draft it", by=cast.ben, owner=cast.ben),
        "position": position,
        "vouch": vouching.ask(position, by=cast.ben, colleague_name="Kim", colleague_email="kim@example.net"),
        "suggestion": suggestions.suggest(pair, [now() + dt.timedelta(days=9)], by=cast.ada),
        "day_off": DayOff.objects.create(person=cast.ben, starts_on="2099-12-24", ends_on="2099-12-24"),
        "busy_calendar": BusyCalendar.objects.create(person=cast.ben, host="a.example", address="https://a.example/b"),
        "brief": Brief.objects.create(person=cast.ben, kind="skill", goal="Lead", finished_at=now()),
        "request": Request.objects.create(mentee=cast.ben, mentor=cast.ada, goal="Lead", key_id=cast.ben.key_id),
        "import": Import.objects.create(kind="json_resume", by=cast.ben, filename="r.json", read=Brought().as_json()),
        "invitation": invitation,
        "token": token,
        "notice": tell(cast.ben, kind="test", text="Something", url="/today/"),
        "letter": write("ben@example.org", "Hello", "Text"),
        "membership": Membership.objects.get(person=cast.ben),
        "programme": programme,
        **_round(cast, programme),
        "participation": Participation.objects.create(programme=programme, person=cast.ben, side="mentee"),
    }  # fmt: skip


def _rehearsed(cast, pair: Mentorship) -> dict[str, object]:
    """A rehearsal of Ben with Ada, what she objects, and an interview that she reads."""
    told = {"title": "Open the depots", "ask": "Decide today"}
    rehearsal = rehearsals.plan(told, by=cast.ben, mentorship=pair)
    interview = interviews.start("learn", ["sense"], 1, by=cast.ben, mentorship=pair)
    reply = interviews.reply(interview, "I would ask first", by=cast.ben)
    objection = rehearsals.object_to(rehearsal, "Why now?", by=cast.ada)
    return {"interview": interview, "reply": reply, "rehearsal": rehearsal, "objection": objection}


def _sounded(cast, pair: Mentorship) -> dict[str, object]:
    """A round in which Ben asks three colleagues, and what he wrote before the first meeting."""
    ground = common_ground.write(pair, by=cast.ben, texts={"came": "By chance", "ticked": ["aloud"]})
    asked = [(name, f"{name.lower()}@example.net") for name in ("Ivo", "Jun", "Kai")]
    sounding = soundings.ask(pair, by=cast.ben, colleagues=asked, question="I practise asking first")
    return {"common_ground": ground, "sounding": sounding, "sounding_link": sounding.links.all()[0]}


def _circled(cast) -> dict[str, object]:
    """A circle of Ada and Ben, and somebody who is asked to lead it with her."""
    circle = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Learn together", format="circle")
    token = circles.invite_mentor(circle, "second@example.org", by=cast.ada)
    return {"circle": circle, "circle_invitation": circle.invitations.get(), "circle_token": token}


def _helped(cast) -> dict[str, object]:
    """What Ben told somebody who has no seat here, and whom the organisation names."""
    helper = Person.objects.create(name="Hal Orne", email="hal@example.org", agreed_conduct_at=now())
    concern = Concern(asker=cast.ben, helper=helper, key_id=cast.ben.key_id)
    concern.text = "Help"
    concern.save()
    return {"concern": concern, "contact": Contact.objects.create(organisation=cast.northwind, person=helper)}


def _confided(cast) -> dict[str, object]:
    """An entry of Ben's journal that Ada may read, one that nobody else may, and a case that he shows by a link."""
    case = portfolio.tell({"title": "Delays", "problem": "Unknown", "chosen": True}, by=cast.ben)
    showing = portfolio.show("Hiring manager", by=cast.ben)
    kept = journal.write("stuck", {"happened": "Nobody answers"}, by=cast.ben)
    told = journal.write("set-back", {"happened": "The board said no"}, by=cast.ben)
    asked = decisions.ask("Stay or go?", ["Stay", "Go"], by=cast.ben)
    shown = {"case": case, "showing": showing, "career_decision": asked}
    facts = {"name": "Ladder", "version": "1", "levels": [{"level": 1, "name": "Low"}] * 2, "roles": ["PM"]}
    shown["framework"] = Framework.objects.create(organisation=cast.northwind, **facts)
    shown |= _evidenced(cast)
    shown["win"] = wins.keep({"title": "Open depots", "result": "More stops", "outcome": "yes"}, by=cast.ben)
    return shown | {
        "entry": kept,
        "confidence": confidences.share(told, mentors_of(cast.ben)[0], by=cast.ben),
    }


def _kept_file(ben) -> KeptFile:
    """A file that Ben brought along from another Alongside."""
    kept = KeptFile(person=ben, place="files/attachments/x/plan.txt", kind="plain")
    kept.keep(b"The plan")
    kept.save()
    return kept


def _evidenced(cast) -> dict[str, object]:
    """Evidence of Ben's, with a file, that Ada is asked to confirm."""
    told = {"level": 2, "day": now().date(), "title": "Re-planned", "text": "I said no", "link": ""}
    file = Taken("plan.txt", "plain", b"The plan")
    item = evidence.keep(default_skills()[0], told, by=cast.ben, file=file)
    plan = plans.make([Suggestion(item.skill, 2, 3, 3)], by=cast.ben)
    story = Story.objects.create(
        person=cast.ben, kind="success", title="Depots", happened="It went", learned="Ask"
    )
    return {
        "story": story,
        "plan": plan,
        "evidence": item,
        "confirmation": confirming.ask_a_mentor(item, cast.ada, by=cast.ben),
    }


def _certificate(mentor: Person) -> Certificate:
    made = Certificate(person=mentor, name=mentor.name, figures={"hours": 1})
    made.signature = made.sign()
    made.save()
    return made


def _round(cast, programme: Programme) -> dict[str, object]:
    """A round of the programme, with a run, and a proposal of Ada to Ben."""
    round = Round.objects.create(programme=programme, name="Spring")
    people = [Mentee(key=cast.ben.pk)], [Mentor(key=cast.ada.pk)]
    snapshot = Snapshot.objects.create(
        round=round, content=text_of(*people), digest="", engine="", mentees=1, mentors=1
    )
    decision = Decision.objects.create(
        round=round,
        snapshot=snapshot,
        aim="total",
        weights={},
        rules={},
        seed=0,
        engine="",
        result={},
        digest="",
    )
    proposal = Proposal.objects.create(
        round=round, decision=decision, mentee=cast.ben, mentor=cast.ada, fit=5000, state="invited"
    )
    return {"round": round, "run": Run.objects.create(round=round), "proposal": proposal} | _studio(
        cast, programme
    )


def _studio(cast, programme: Programme) -> dict[str, object]:
    """A frozen round with what coordinators keep of the studio."""
    frozen = Round.objects.create(programme=programme, name="Frozen", state="frozen")
    content = text_of([Mentee(key=cast.ben.pk)], [Mentor(key=cast.ada.pk)])
    frozen.snapshot = Snapshot.objects.create(
        round=frozen, content=content, digest=digest_of(content), engine="", mentees=1, mentors=1
    )
    frozen.save()
    kept = {"aim": "total", "result": {"pairs": [], "total": 0, "people": 0, "worst": 0}}
    return {
        "frozen": frozen,
        "pin": Pin.objects.create(round=frozen, mentee=cast.ben, mentor=cast.ada, kind="lock"),
        "scenario": Scenario.objects.create(round=frozen, snapshot=frozen.snapshot, name="Tried", **kept),
    }


def _code_for(route: Route, world: SimpleNamespace) -> str:
    """The code of the thing that a route of this name is about."""
    noun, _, _view = route.name.partition(".")
    things = world.things
    special = {
        "agenda.add": things["meeting"],
        "advice.give": things["meeting"],
        "advice.assign": things["meeting"],
        "advice.finish": things["action"],
        "circles.take_back": things["circle_invitation"],
        "confidences.of": things["entry"],
        "portfolio.withdraw": things["showing"],
        "soundings.withdraw": things["sounding_link"],
        "rehearsals.answer": things["objection"],
        "help.unname": things["contact"],
        "interviews.rate": things["reply"],
        "confirming.ask": things["evidence"],
        "briefs.from_plan": things["plan"],
        "archive.file": things["kept_file"],
        "comments.index": things["worksheet"],
        "requests.send": world.cast.ada,
        "organisations.switch": things["membership"],
        "vouching.ask": things["position"],
        "busy.give_back": things["day_off"],
        "sign_in.demo": world.cast.ben,
        "participations.leave": things["participation"],
        "rounds.of": things["programme"],
        "rounds.begin": things["programme"],
        "publishing.progress": things["run"],
        "publishing.stop": things["run"],
        "studio.unpin": things["pin"],
        "studio.drop": things["scenario"],
    }
    usual = {
        "agreements": things["mentorship"],
        "mentorships": things["mentorship"],
        "goals": things["goal"],
        "feedback": things["feedback"],
        "introductions": things["introduction"],
        "soundings": things["sounding"],
        "learning": things["learning"],
        "leading": things["leadership"],
        "rematches": things["mentorship"],
        "archive": things["archive"],
        "journal": things["entry"],
        "portfolio": things["case"],
        "decisions": things["career_decision"],
        "wins": things["win"],
        "evidence": things["evidence"],
        "confirming": things["confirmation"],
        "plans": things["plan"],
        "tags": things["story"],
        "frameworks": things["framework"],
        "rehearsals": things["rehearsal"],
        "interviews": things["interview"],
        "confidences": things["confidence"],
        "habits": things["habit"],
        "help": things["concern"],
        "impact": things["certificate"],
        "pulse": things["pulse"],
        "playbooks": things["playbook"],
        "reviews": things["review"],
        "meetings": things["meeting"],
        "attendance": things["meeting"],
        "suggestions": things["suggestion"],
        "messages": things["message"],
        "agenda": things["agenda"],
        "documents": things["document"],
        "notes": things["meeting"],
        "wrap_up": things["meeting"],
        "advice": things["advice"],
        "briefs": things["brief"],
        "requests": things["request"],
        "search": world.cast.ada,
        "imports": things["import"],
        "careers": things["position"],
        "vouching": things["vouch"],
        "organisations": world.cast.northwind,
        "memberships": things["membership"],
        "invitations": things["invitation"],
        "blocks": world.cast.ada,
        "notices": things["notice"],
        "mailbox": things["letter"],
        "worksheets": things["worksheet"],
        "rows": things["worksheet"],
        "versions": things["worksheet"],
        "tables": things["worksheet"],
        "comments": things["comment"],
        "scoring": things["worksheet"],
        "what_if": things["worksheet"],
        "persons": world.cast.ben,
        "programmes": things["programme"],
        "busy": things["busy_calendar"],
        "rounds": things["round"],
        "rankings": things["round"],
        "publishing": things["round"],
        "proposals": things["proposal"],
        "studio": things["frozen"],
        "participations": things["programme"],
    }
    return str((special.get(route.name) or usual[noun]).code)


def addresses(route: Route, world: SimpleNamespace) -> str:
    """The address of a route, with the things of the world in it."""
    values = {
        "mentorship": world.things["mentorship"].code,
        "circle": world.things["circle"].code,
        "mentee": world.cast.ben.code,
        "mentor": world.cast.ada.code,
        "other": world.cast.ben.code,
        "theirs": world.cast.ada.code,
        "version": world.things["version"].code,
        "organisation": world.cast.northwind.code,
        "key": "goal",
        "row": "r1",
        "tagged": "stories",
        "line": world.things["plan"].skills.get().code,
        "skill": world.things["evidence"].skill.code,
        "part": "notes",
        "tool": "moscow",
        "lesson": "listening",
        "framework": world.things["framework"].code,
        "guide": "pm" if route.name == "hiring.show" else world.things["playbook"].code,
        "way": "csv",
        "kind": "positions",
        "number": 1,
        "side": "mentee",
        "token": world.things["circle_token" if route.name == "circles.join" else "token"],
        "meeting": world.things["meeting"].code,
        "attachment": world.things["message"].attachments.get().code,
        "link": link_of(world.cast.ben, "goals"),
        "certificate": world.things["certificate"].code,
        "uidb36": "a",
        "pk": 1,
        "area": "A",
        "name": "goal",
        "path": "kit/css/app.css",
        "quarter": "2027-Q1",
    }
    given = {name: values[name] if name in values else _code_for(route, world) for name in route.parameters}
    return reverse(route.name, kwargs=given)
