"""What is shared in a mentorship rests while that is frozen: nothing new passes between its people."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.kit.errors import Refused
from alongside.mentoring.mentorships.models import Mentorship


def hold_shared(shared: Mentorship | None) -> None:
    """Lock the mentorship that a thing is shared with, and refuse while it is frozen.

    Whose thing it is goes on alone: they take it back at any time. After the end they simply go on.
    """
    if shared is None:
        return
    try:
        shared.hold(after_the_end=True)
    except Refused as rests:
        raise Refused(
            _(
                "This mentorship is frozen: what is shared in it rests until it goes on. Whoever it belongs to can "
                "take it back and go on alone."
            )
        ) from rests


def rests(shared: Mentorship | None) -> bool:
    """Whether what is shared with it rests, as far as the page knows."""
    return shared is not None and shared.state == Mentorship.State.FROZEN
