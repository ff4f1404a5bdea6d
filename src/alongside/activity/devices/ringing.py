"""Ring a person's browsers: without a word of what it is, which the page tells to who is signed in."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
from typing import Any

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from alongside.kit import outbound
from alongside.kit.clock import now

from .models import Device, host_of
from .signing import authorization

KEEPS = dt.timedelta(days=1)
"""How long a push service keeps a ring for a browser that is asleep."""
GONE = {404, 410}
"""The push service knows the browser no more (RFC 8030, section 7.3)."""

REFUSED = 300
"""From here on an answer that is neither of those, nor to be tried again, says that nobody was rung: a key that is not
the one that the browser was given (403), a token that it does not take (400, 401). Trying again changes nothing."""
log = logging.getLogger(__name__)


class Unrung(Exception):
    """The push service did not take it; it is tried again."""


def ring(person: Any, *, not_before: dt.datetime | None = None) -> None:  # Any: persons live in an area above
    """Ring each browser of a person, once however much is new, and not before the quiet hours are over.

    One after the other: whoever names ten addresses that never answer keeps one job waiting, and not all of them.
    """
    for device in Device.objects.filter(person=person).only("pk"):
        job = ring_device.configure(
            queueing_lock=f"devices.ring.{device.pk}", lock=f"devices.of.{person.pk}", schedule_at=not_before
        )
        with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
            job.defer(device_id=device.pk)


@app.task(name="devices.ring", queue="mail", retry=RetryStrategy(max_attempts=5, exponential_wait=4))
def ring_device(device_id: int) -> None:
    """Ring one browser, and forget it when its push service has."""
    device = Device.objects.filter(pk=device_id, person__is_active=True).select_related("person").first()
    if device is None:
        return
    number = _answer_of(device)
    if number in GONE:
        device.delete()
    elif number >= REFUSED:
        log.warning("a push service refused a ring: %s answered %d", host_of(device), number)
        Device.objects.filter(pk=device.pk).update(refused_at=now(), refused_with=number)
    elif device.refused_at:
        Device.objects.filter(pk=device.pk).update(refused_at=None, refused_with=None)


def _answer_of(device: Device) -> int:
    """The number with which the push service answers; ``Unrung`` when it did not take the ring this time."""
    said = {"TTL": str(int(KEEPS.total_seconds())), "Urgency": "normal"}
    try:
        number = outbound.knock(
            device.address, {**said, "Authorization": authorization(device.address, at=now())}
        )
    except outbound.Unfetched as away:
        raise Unrung(str(away.sentence)) from away
    if number == 429 or number >= 500:
        raise Unrung(str(number))
    return number
