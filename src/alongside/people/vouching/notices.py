"""What follows when a colleague answers, and when something confirmed is changed."""

from __future__ import annotations

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from alongside.activity.events.models import Event
from alongside.activity.events.record import about
from alongside.activity.notices.telling import tell
from alongside.kit.clock import now

from . import facts
from .models import Vouch


def tell_the_asker(event: Event) -> None:
    """Say that a colleague confirmed, or did not."""
    vouch = about(event)
    if vouch is None:
        return
    with translation.override(vouch.person.language):
        said = _("%(name)s confirmed: %(about)s") if vouch.answer == Vouch.Answer.CONFIRMED else _(
            "%(name)s did not confirm: %(about)s"
        )  # fmt: skip
        text = said % {"name": vouch.colleague_name, "about": vouch.about}
    tell(vouch.person, kind=event.verb, text=text[:300], url=reverse("me.show"))


def let_go_of_what_changed(event: Event) -> None:
    """A colleague's word stands for what they read: when that changes, the mark goes."""
    thing = about(event)
    if thing is None:
        return
    for vouch in thing.vouches.confirmed():
        if vouch.confirmed_facts != facts.digest(thing):
            vouch.changed_at = now()
            vouch.save(update_fields=["changed_at"])
