"""The first draft of an agreement, from what both have said about themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.kit.clock import today_in
from alongside.mentoring.mentorships import queries as mentorships
from alongside.mentoring.mentorships.models import Mentorship
from alongside.people.offers.models import Cadence, Help, Offer
from alongside.people.profiles.models import Channel, Profile

from .terms import FIELDS, AgendaBy, Recording, Said, Tone, Way

TOPICS_AT_MOST = 6
SHORT = 30
"""Minutes of the one meeting of a flash mentorship."""


def draft(
    mentorship: Mentorship, *, cadence: int | None, channels: Sequence[str], helps: Sequence[str]
) -> Said:
    """Every term filled with what both profiles say; ``cadence`` … are the mentee's wishes."""
    mentor = mentorships.mentors(mentorship)[0]
    offer = Offer.objects.filter(person=mentor).first() or Offer(person=mentor)
    theirs = _profile(mentor)
    mine = _profile(mentorships.mentees(mentorship)[0])
    wished = list(channels) or mine.channels
    return {
        "purpose": mentorship.purpose,
        "goals": "",
        **_ways(mentorship, offer, cadence),
        "channels": [one for one in theirs.channels if one in wished]
        or theirs.channels
        or [Channel.VIDEO.value],
        "mentor_offers": _helps(offer.helps),
        "mentor_expects": offer.expects[: FIELDS["mentor_expects"].longest],
        "mentee_offers": _("An agenda before each meeting, honest progress, and what became of your advice."),
        "mentee_expects": _helps(helps),
        "topics_in": ", ".join((theirs.topics or mine.topics)[:TOPICS_AT_MOST]),
        "topics_out": _("Secrets of an employer or a client, and people who are not in the room."),
        **_feedback(mine),
        **_trust(),
        **_end(mentorship, mentor),
    }


def _profile(person: Person) -> Profile:
    return Profile.objects.filter(person=person).first() or Profile(person=person)


def _ways(mentorship: Mentorship, offer: Offer, wished: int | None) -> Said:
    offered = offer.cadences or list(Cadence.values)
    usual = int(Cadence.FORTNIGHTLY)
    fallback = usual if usual in offered else offered[0]
    return {
        "cadence": wished if wished in offered else fallback,
        "minutes": SHORT if mentorship.format == "flash" else 45,
        "reply_days": 3,
        "agenda_by": AgendaBy.MENTEE.value,
        "agenda_hours": 24,
        "cancel_hours": 24,
    }


def _helps(values: Sequence[str]) -> str:
    return ", ".join(str(Help(value).label) for value in values)


def _feedback(mentee: Profile) -> Said:
    """The second of the eight work values leans to candour (below 0) or to harmony (above)."""
    leaning = mentee.values[1] if mentee.values else 0
    tone = Tone.DIRECT if leaning < 0 else Tone.GENTLE if leaning > 0 else Tone.ASK
    return {"feedback_tone": tone.value, "feedback_way": Way.SPOKEN.value}


def _trust() -> Said:
    return {
        "confidence": _(
            "What we say stays between us. The limits: danger to somebody, harassment, and what the law "
            "demands. Secrets of an employer are not told in the first place."
        ),
        "recording": Recording.NOTHING.value,
        "conflicts": _("None that we know of. If one comes up, we say so at once."),
    }


def _end(mentorship: Mentorship, mentor: Person) -> Said:
    first = today_in(mentor.zone)
    last = mentorship.ends_on or first + dt.timedelta(days=180)
    return {
        "ends_on": last.isoformat(),
        "review_on": (first + (last - first) / 2).isoformat(),
        "ending": _(
            "Either of us may end this at any time, without a reason and without fault. A line of thanks is enough."
        ),
        "afterwards": _("Both keep what we wrote together, to read. Private notes stay with who wrote them."),
    }
