"""Meetings as iCalendar objects (RFC 5545, 5546): single ones in UTC, a series on the wall of its zone."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections.abc import Iterable, Mapping, Sequence

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, vCalAddress, vText

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import names, others

from . import replying
from .models import Meeting, Series
from .times import MOST

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"
PARTSTAT = {"yes": "ACCEPTED", "maybe": "TENTATIVE", "no": "DECLINED"}


def invitation(meeting: Meeting, reader: Person, method: str) -> str:
    """Return the invitation, update or cancellation of one meeting for one reader."""
    event = event_of(meeting, reader)
    if not meeting.original_at:
        _invite(event, meeting.mentorship, reader, meeting.uid, said_to(meeting))
        return calendar([event], method)
    return calendar([_zone_of([meeting]), _as_one_of_a_series(event, meeting, reader)], method)


def invitation_to_series(series: Series, meetings: Sequence[Meeting], reader: Person) -> str:
    """Return the one invitation to a whole series, at the same time on the wall of its zone."""
    return calendar([_zone_of(meetings), _series(series, meetings, reader)], REQUEST)


def cancellation_of_series(series: Series, meetings: Sequence[Meeting], reader: Person, whole: bool) -> str:
    """Return the end of a series: of all of it, or of each meeting that was still to come."""
    if whole:
        event = _series(series, meetings, reader)
        event["SEQUENCE"], event["STATUS"] = 1, vText("CANCELLED")
        return calendar([_zone_of(meetings), event], CANCEL)
    each = [_as_one_of_a_series(event_of(one, reader), one, reader) for one in meetings]
    return calendar([_zone_of(meetings), *each], CANCEL)


def _series(series: Series, meetings: Sequence[Meeting], reader: Person) -> Event:
    """The first meeting and how it comes again; days that were left out are exceptions."""
    wall = [_wall(one) for one in meetings]
    event = Event()
    event.add("uid", series.uid)
    event.add("sequence", 0)
    event.add("dtstamp", now())
    event.add("dtstart", wall[0])
    event.add("duration", dt.timedelta(minutes=series.minutes))
    event.add("rrule", _rule(series.every_days, max(wall).astimezone(dt.UTC)))
    step, last = dt.timedelta(days=series.every_days), max(wall)
    grid = [wall[0] + number * step for number in range(MOST) if wall[0] + number * step <= last]
    left_out = [one for one in grid if one not in wall]
    if left_out:
        event.add("exdate", left_out)
    _describe(event, series.mentorship, reader, meetings[0].code, series.link)
    event.add("status", "CONFIRMED")
    said = {series.organiser_id: "ACCEPTED"} if series.organiser_id else {}
    _invite(event, series.mentorship, reader, series.uid, said)
    return event


def _rule(every_days: int, until: dt.datetime) -> dict[str, object]:
    if every_days % 7:
        return {"freq": "daily", "interval": every_days, "until": until}
    return {"freq": "weekly", "interval": every_days // 7, "until": until}


def _as_one_of_a_series(event: Event, meeting: Meeting, reader: Person) -> Event:
    """The same meeting under the name of its series, found there by the time that it had first."""
    series = meeting.series
    if series is None:  # its row is gone; it stands alone from then on
        _invite(event, meeting.mentorship, reader, meeting.uid, said_to(meeting))
        return event
    event["UID"] = vText(series.uid)
    event.add("recurrence-id", _wall(meeting))
    _invite(event, meeting.mentorship, reader, series.uid, said_to(meeting))
    return event


def _wall(meeting: Meeting) -> dt.datetime:
    """When the series had it, on the wall of the series."""
    return (meeting.original_at or meeting.starts_at).astimezone(zoneinfo.ZoneInfo(meeting.zone))


def _zone_of(meetings: Sequence[Meeting]) -> Timezone:
    """What the clocks of the zone do meanwhile, for programs that do not know it."""
    days = sorted(_wall(one).date() for one in meetings)
    zone, year = meetings[0].zone, dt.timedelta(days=366)
    return Timezone.from_tzinfo(zoneinfo.ZoneInfo(zone), zone, days[0] - year, days[-1] + year)


def said_to(meeting: Meeting) -> dict[int, str]:
    """What each person answered, as calendars write it."""
    return {one.person_id: PARTSTAT[one.answer] for one in meeting.attendances.all()}


def _invite(event: Event, mentorship: Mentorship, reader: Person, uid: str, said: Mapping[int, str]) -> None:
    """Name who invites, and everybody who is invited with what they answered."""
    event.add("organizer", _address(replying.organiser(uid, reader), "Alongside"))
    for one in mentorship.participants.all():
        attendee = _address(one.person.email, one.person.name)
        attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
        attendee.params["PARTSTAT"] = vText(said.get(one.person_id, "NEEDS-ACTION"))
        attendee.params["RSVP"] = vText("TRUE" if replying.takes_mail() else "FALSE")
        event.add("attendee", attendee, encode=False)


def feed(meetings: Iterable[Meeting], reader: Person) -> str:
    """Return a person's meetings as a calendar to subscribe to."""
    return calendar([event_of(meeting, reader) for meeting in meetings], PUBLISH)


def event_of(meeting: Meeting, reader: Person) -> Event:
    """Return one meeting; the title says with whom, never what about."""
    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", now())
    event.add("dtstart", meeting.starts_at.astimezone(dt.UTC))
    event.add("dtend", meeting.ends_at.astimezone(dt.UTC))
    _describe(event, meeting.mentorship, reader, meeting.code, meeting.link)
    event.add("status", "CANCELLED" if meeting.state == Meeting.State.CANCELLED else "CONFIRMED")
    return event


def _describe(event: Event, mentorship: Mentorship, reader: Person, code: str, link: str) -> None:
    event.add("summary", _("Mentoring: %(names)s") % {"names": names(others(mentorship, reader))})
    event.add("url", settings.BASE_URL + reverse("meetings.show", args=[code]))
    if link:
        event.add("location", link)


def calendar(events: Iterable[Event | Timezone], method: str) -> str:
    """Return events as one calendar object."""
    whole = Calendar()
    whole.add("prodid", "-//Alongside//EN")
    whole.add("version", "2.0")
    whole.add("method", method)
    for event in events:
        whole.add_component(event)
    return str(whole.to_ical(), "utf-8")


def _address(mail: str, name: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{mail}")
    address.params["CN"] = vText(name)
    return address
