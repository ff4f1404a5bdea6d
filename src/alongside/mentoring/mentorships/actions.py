"""What can be done to a mentorship."""

from __future__ import annotations

import calendar
import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now, today_in
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.people.offers.actions import give_place_back
from alongside.people.offers.models import Format
from alongside.vault.keys.keyring import make_key

from . import queries, rules
from .models import Mentorship, Participant

State = Mentorship.State
Side = Participant.Side
MOST_MENTEES = 8
"""In a circle."""
MONTHS = {Format.LONG: 6, Format.FLASH: 1, Format.CIRCLE: 6}


@transaction.atomic
def begin(
    mentor: Person,
    mentee: Person,
    *,
    by: Person,
    purpose: str,
    format: str = "long",
    months: int | None = None,
) -> Mentorship:
    """Begin a mentorship of two, with a key of its own. The mentor's place is taken by the caller."""
    helping = Participant(person=mentor, side=Side.MENTOR)
    require(rules.can_begin(by, helping))
    last = _months_after(today_in(mentor.zone), months or MONTHS[Format(format)])
    mentorship = Mentorship.objects.create(purpose=purpose, format=format, ends_on=last, key=make_key())
    helping.mentorship = mentorship
    helping.save()
    Participant.objects.create(mentorship=mentorship, person=mentee, side=Side.MENTEE)
    record("mentorship.begun", by=by, about=mentorship, format=format)
    return mentorship


@transaction.atomic
def take_in(circle: Mentorship, mentee: Person, *, by: Person) -> None:
    """Let one more mentee into a circle; what it agreed to is in force again when they have accepted it too."""
    require(rules.can_take_in(by, circle))
    circle.hold()
    people = list(Participant.objects.filter(mentorship=circle))
    if circle.format != Format.CIRCLE or any(one.person_id == mentee.pk for one in people):
        raise Refused(_("Only a circle takes in somebody who is not in it yet."))
    if sum(one.side == Side.MENTEE for one in people) >= MOST_MENTEES:
        raise Refused(_("A circle has eight mentees at most. Begin another one."))
    Participant.objects.create(mentorship=circle, person=mentee, side=Side.MENTEE)
    record("mentorship.joined", by=by, about=circle, person=mentee.code)


@transaction.atomic
def pause(mentorship: Mentorship, *, by: Person) -> None:
    """Rest for a while: nobody is reminded of anything until it is taken up again."""
    require(rules.can_pause(by, mentorship))
    _locked(mentorship)
    if mentorship.state != State.ACTIVE:
        raise Refused(_("Only a mentorship that is under way can be paused."))
    _move(mentorship, State.PAUSED)
    record("mentorship.paused", by=by, about=mentorship)


@transaction.atomic
def resume(mentorship: Mentorship, *, by: Person) -> None:
    """Take a paused mentorship up again."""
    require(rules.can_resume(by, mentorship))
    _locked(mentorship)
    if mentorship.state != State.PAUSED:
        raise Refused(_("Only a paused mentorship can be taken up again."))
    _move(mentorship, State.ACTIVE)
    record("mentorship.resumed", by=by, about=mentorship)


@transaction.atomic
def end(mentorship: Mentorship, *, by: Person | None) -> None:
    """End it, without a reason and without fault; the mentor's place is free again."""
    require(rules.can_end(by, mentorship))
    _locked(mentorship)
    if not mentorship.is_running:
        raise Refused(_("This mentorship has ended already."))
    mentorship.ended_at = now()
    _move(mentorship, State.ENDED, "ended_at")
    for mentor in queries.mentors(mentorship):
        give_place_back(mentor, by=by)
    record("mentorship.ended", by=by, about=mentorship)


@transaction.atomic
def set_term(mentorship: Mentorship, last: dt.date, *, by: Person) -> None:
    """Set the last day, as the accepted agreement says."""
    require(rules.can_set_term(by, mentorship))
    mentorship.hold()
    if mentorship.ends_on == last:
        return
    mentorship.ends_on = last
    mentorship.save(update_fields=["ends_on"])
    record("mentorship.term_set", by=by, about=mentorship, ends_on=last.isoformat())


def _locked(mentorship: Mentorship) -> None:
    """Lock the row and read its state anew, so that of two who act at once the second sees the first."""
    row = Mentorship.objects.select_for_update(no_key=True).get(pk=mentorship.pk)
    mentorship.state, mentorship.ended_at = row.state, row.ended_at


def _move(mentorship: Mentorship, state: State, *also: str) -> None:
    mentorship.state = state
    mentorship.save(update_fields=["state", *also])


def _months_after(day: dt.date, months: int) -> dt.date:
    """The same day some months later, or the last of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
