"""Open a feed, with a new address each time, or close it."""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.codes import new_token
from alongside.kit.rules import require

from . import rules
from .models import Feed
from .queries import digest


@transaction.atomic
def open_feed(*, by: Person) -> str:
    """Return the token of a new address; an earlier address stops working."""
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)  # of two at once the last address works
    feed = Feed.objects.filter(person=by).first() or Feed(person=by)
    require(rules.can_open(by, feed))
    token = new_token()
    feed.token_digest = digest(token)
    feed.save()
    record("feed.opened", by=by, about=feed)
    return token


@transaction.atomic
def close_feed(feed: Feed, *, by: Person) -> None:
    """Close the feed: its address stops working."""
    require(rules.can_open(by, feed))
    record("feed.closed", by=by, about=feed)
    feed.delete()
