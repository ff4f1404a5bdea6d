"""Who is told about a round: those who are not ready, and what they can do about it."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.activity.events.models import Event
from alongside.activity.notices.telling import ByMail, tell
from alongside.programmes.participations.models import Side

from .models import Round
from .ready import Standing, sides_of

SUBJECT = gettext_lazy("One thing is missing before you can be matched")
WAYS = {"conduct": "conduct", "brief": "briefs.index"}
"""Where what is missing can be mended; everything else is on the page of the offer."""


def remind_who_is_not_ready(event: Event) -> None:
    """A coordinator reminds everybody to whom something is missing."""
    round = Round.objects.select_related("programme").filter(code=event.about_code).first()
    if round is not None and round.is_open:
        for one in sides_of(round).missing():
            _remind(round, one)


def _remind(round: Round, one: Standing) -> None:
    path = reverse(WAYS.get(one.missing, "offers.change"))
    with translation.override(one.person.language):
        missing = STEPS.get(
            one.missing, STEPS["offer" if one.participation.side == Side.MENTOR else "brief"]
        )()
    context = {"round": round, "missing": missing, "url": settings.BASE_URL + path}
    letter = ByMail("matching/rounds/mail/nudged", context)
    tell(one.person, kind="round.nudged", text=SUBJECT, url=path, letter=letter)


STEPS: dict[str, Callable[[], str]] = {
    "conduct": lambda: _("Agree to the code of conduct."),
    "brief": lambda: _(
        "Finish your brief: it takes ten minutes, and your coordinator does not read what you write."
    ),
    "offer": lambda: _("Open your offer: say how many people you can mentor, and in which way."),
    "paused": lambda: _(
        "Your offer is paused. Change the day until which it rests, or tell your coordinator."
    ),
    "format": lambda: _("Your offer names no mentorship over several months. Add that shape to it."),
    "full": lambda: _("All your places are taken. Offer one more, or tell your coordinator that you cannot."),
}
