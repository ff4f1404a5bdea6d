"""Meetings as iCalendar objects (RFC 5545, 5546): times in UTC, nothing private in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress, vText

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.mentoring.mentorships.queries import names, others

from .models import Meeting

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"


def invitation(meeting: Meeting, reader: Person, method: str) -> str:
    """Return the invitation, update or cancellation of one meeting for one reader."""
    event = event_of(meeting, reader)
    event.add("organizer", _address(_sender(), "Alongside"))
    for one in meeting.mentorship.participants.all():
        attendee = _address(one.person.email, one.person.name)
        attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
        attendee.params["RSVP"] = vText("FALSE")
        event.add("attendee", attendee, encode=False)
    return calendar([event], method)


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
    event.add("summary", _("Mentoring: %(names)s") % {"names": names(others(meeting.mentorship, reader))})
    event.add("url", settings.BASE_URL + reverse("meetings.show", args=[meeting.code]))
    if meeting.link:
        event.add("location", meeting.link)
    event.add("status", "CANCELLED" if meeting.state == Meeting.State.CANCELLED else "CONFIRMED")
    return event


def calendar(events: Iterable[Event], method: str) -> str:
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


def _sender() -> str:
    return settings.DEFAULT_FROM_EMAIL.rsplit("<", 1)[-1].rstrip(">")
