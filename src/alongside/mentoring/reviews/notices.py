"""Who is told of a review: that it is there, never what was answered."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.events.record import about
from alongside.activity.notices.telling import ByMail, tell

from .models import Review

LINES: dict[str, str | Promise] = {
    Review.Kind.HALF_WAY: _("You are half-way. Look back together, and at what to change"),
    Review.Kind.CLOSING: _("Your mentorship ends soon. Close it well"),
    Review.Kind.LATER: _("Ninety days later: what has lasted?"),
}


def tell_everybody(event: Event) -> None:
    """A review waits for everybody in the mentorship."""
    review = about(event)
    if isinstance(review, Review):
        _say(event, review, LINES[review.kind], but=event.by_id)


def tell_the_others_of_the_whole(event: Event) -> None:
    """Everybody has answered."""
    review = about(event)
    if isinstance(review, Review):
        _say(event, review, _("You have all answered. Read it together"), but=event.by_id)


def _say(event: Event, review: Review, line: str | Promise, *, but: int | None) -> None:
    path = reverse("reviews.show", args=[review.code])
    letter = ByMail("mentoring/reviews/mail/told")
    for one in review.mentorship.participants.all():
        if one.person_id != but:
            tell(one.person, kind=event.verb, text=line, url=path, letter=letter)
