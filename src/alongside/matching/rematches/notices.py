"""Who hears that the search can go on."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.events.record import about
from alongside.activity.notices.telling import tell
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import mentees

from .queries import brief_of

KIND = "request.again"


def tell_the_mentees_that_the_search_can_go_on(event: Event) -> None:
    """Each mentee who is still here and had a brief: it is kept for two weeks."""
    mentorship = about(event)
    if not isinstance(mentorship, Mentorship):
        return
    line = _("Your brief is kept. For two weeks you can look for somebody else with it")
    for mentee in mentees(mentorship):
        if mentee.is_active and brief_of(mentorship, mentee):
            tell(mentee, kind=KIND, text=line, url=reverse("rematches.start", args=[mentorship.code]))
