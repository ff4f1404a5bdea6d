"""The chemistry call as a calendar invitation, without any private text."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress, vText

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now

from .models import Request
from .queries import name_for

LENGTH = dt.timedelta(minutes=20)


def call(asked: Request, reader: Person) -> str:
    """Return the invitation (METHOD:REQUEST, times in UTC) as this reader may see it."""
    assert asked.chemistry_at is not None
    event = Event()
    event.add("uid", f"call-{asked.code}@{urlsplit(settings.BASE_URL).hostname}")
    event.add("sequence", 0)
    event.add("dtstamp", now())
    event.add("dtstart", asked.chemistry_at.astimezone(dt.UTC))
    event.add("dtend", (asked.chemistry_at + LENGTH).astimezone(dt.UTC))
    event.add("summary", _("Chemistry call with %(name)s") % {"name": name_for(asked, reader)})
    event.add("organizer", _address(settings.DEFAULT_FROM_EMAIL, "Alongside"))
    event.add("attendee", _address(reader.email, reader.name))
    return _wrapped(event)


def _address(mail: str, name: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{mail.rsplit('<', 1)[-1].rstrip('>')}")
    address.params["CN"] = vText(name)
    return address


def _wrapped(event: Event) -> str:
    calendar = Calendar()
    calendar.add("prodid", "-//Alongside//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "REQUEST")
    calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")
