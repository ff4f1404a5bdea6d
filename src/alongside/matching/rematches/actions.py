"""Search again with the same brief."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.matching.briefs.models import Brief
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import ended_lately

from . import queries, rules


@transaction.atomic
def search_again(mentorship: Mentorship, *, by: Person) -> Brief:
    """Take the brief up again as it was, within two weeks of the end; mentors are ranked for it anew."""
    require(rules.can_search_again(by, mentorship))
    if not ended_lately(mentorship):
        raise Refused(
            _("A search goes on with its brief for two weeks after the end. Copy the brief to begin from it.")
        )
    brief = queries.brief_of(mentorship, by)
    if brief is None:
        raise Refused(_("There is no brief to go on with. Begin one: it takes three minutes."))
    brief.closed_at, brief.finished_at = None, now()
    brief.save(update_fields=["closed_at", "finished_at"])
    record("brief.taken_up", by=by, about=brief)
    return brief
