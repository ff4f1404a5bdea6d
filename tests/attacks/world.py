"""The world of the access matrix, made fuller: every kind of text is somewhere, so that every page shows one."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

from alongside.kit.clock import now
from alongside.matching.requests.models import Request
from alongside.mentoring.notes import actions as notes
from alongside.people.careers.models import Launch, Story, Transition
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile
from alongside.people.profiles.queries import profile_of
from alongside.people.vouching.models import Vouch
from tests.access.world import build


def full(cast) -> SimpleNamespace:
    """Build it."""
    world = build(cast)
    for person in (cast.ada, cast.ben, cast.cleo, cast.dev):
        profile_of(person)
        Offer.objects.get_or_create(person=person, defaults={"open": False})
        Launch.objects.create(
            person=person, product="Till", problem="Queues", part="All", link="https://example.org"
        )
        Story.objects.create(person=person, kind="failure", title="Too early", happened="It", learned="That")
        Transition.objects.create(person=person, move="return_to_work", note="After two years")
    Profile.objects.filter(person=cast.ada).update(topics=["research"], headline="Leads", about="Long")
    Offer.objects.filter(person=cast.ada).update(expects="Come prepared")
    vouch = world.things["vouch"]
    Vouch.objects.filter(pk=vouch.pk).update(
        relation="Led me", comment="It was so", answer=Vouch.Answer.CONFIRMED
    )
    meeting = world.things["meeting"]
    for writer in (cast.ada, cast.ben):
        notes.write(meeting, "Mine", by=writer, shared=False, version=0)
    notes.write(meeting, "Ours", by=cast.ben, shared=True, version=0)
    world.things["asked"] = Request.objects.create(
        mentee=cast.cleo, mentor=cast.ada, goal="Ship", question="Which first?", key_id=cast.cleo.key_id,
        expires_at=now() + dt.timedelta(days=7),
    )  # fmt: skip
    return world
