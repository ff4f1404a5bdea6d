"""What the pages of requests show, to each side what it may see."""

from __future__ import annotations

import datetime as dt
from typing import Any

from alongside.accounts.persons.models import Person
from alongside.matching.briefs.models import Brief
from alongside.people.careers.models import Position
from alongside.people.offers.models import Offer

from . import queries, rules
from .joining import circles_for
from .models import Request


def lists(reader: Person) -> dict[str, Any]:  # Any: a template's context
    """The two lists, each row with what the reader may call the other side."""
    both = [(row, queries.name_for(row, reader)) for row in queries.listed(reader)]
    received = [pair for pair in both if pair[0].mentor_id == reader.pk]
    sent = [pair for pair in both if pair[0].mentee_id == reader.pk]
    return {"received": received, "sent": sent}


def one(asked: Request, reader: Person) -> dict[str, Any]:  # Any: a template's context
    """One request: the names, the career of the other side, the line, and the proposed times in both zones."""
    is_mentor = asked.mentor_id == reader.pk
    other = asked.mentee if is_mentor else asked.mentor
    waits = asked.state == Request.State.WAITING
    return {
        "asked": asked,
        "is_mentor": is_mentor,
        "other": other,
        "other_name": queries.name_for(asked, reader),
        "shows_names": queries.shows_names(asked),
        "positions": Position.objects.filter(person=other).order_by("-started")[:4],
        "place": queries.place_in_line(asked) if waits else None,
        "times": [dt.datetime.fromisoformat(time) for time in asked.chemistry_times],
        "circles": circles_for(asked).with_people() if is_mentor and asked.is_open else [],
        "reason": asked.private_reason if rules.can_read_reason(reader, asked) else "",
    }


def asking(
    mentor: Person, briefs: list[Brief], brief_code: str
) -> dict[str, Any]:  # Any: a template's context
    """What the form for asking needs: the mentor's offer (loaded), the briefs, and the goal of the chosen one."""
    offer: Offer | None = getattr(mentor, "offer", None)
    brief: Brief | None = next((b for b in briefs if b.code == brief_code), briefs[0] if briefs else None)
    light = mentor.profile.identity_light
    return {
        "mentor": mentor,
        "mentor_name": queries.neutral_name(mentor) if light else mentor.name,
        "shows_names": not light,
        "offer": offer,
        "formats": offer.formats if offer else [],
        "brief": brief,
        "initial": {"goal": brief.goal if brief else ""},
    }
