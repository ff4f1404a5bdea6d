"""An alert goes to the pair; after a week a coordinator hears that there is one, not what it says."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.accounts.memberships.queries import coordinators_of
from alongside.accounts.organisations.models import Organisation
from alongside.activity.events.models import Event
from alongside.activity.events.record import about
from alongside.activity.notices.telling import tell
from alongside.mentoring.mentorships.queries import names

from .models import Alert


def tell_the_pair(event: Event) -> None:
    """Something should be talked about."""
    alert = about(event)
    if not isinstance(alert, Alert):
        return
    url = reverse("health.show", args=[alert.mentorship.code])
    text = Alert.Kind(alert.kind).label
    for one in alert.mentorship.participants.all():
        tell(one.person, kind=event.verb, text=text, url=url)


def tell_the_coordinators(event: Event) -> None:
    """Who coordinates where all of them belong hears whom to ask: names, and nothing that they wrote or answered."""
    alert = about(event)
    if not isinstance(alert, Alert):
        return
    people = [one.person for one in alert.mentorship.participants.all()]
    shared = Organisation.objects.all()
    for person in people:
        shared = shared.filter(pk__in=Organisation.objects.of(person).values("pk"))
    line = format_lazy(
        _("Ask how it goes: the mentorship of {names} has shown a sign for a week"), names=names(people)
    )
    for coordinator in coordinators_of(shared):
        if coordinator not in people:
            tell(coordinator, kind=event.verb, text=line)
