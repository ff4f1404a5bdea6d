"""A person is asked what came of their decision; the notice says nothing of what it was about."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.notices.telling import tell

from .models import CareerDecision


def ask_what_came_of_it(event: Event) -> None:
    """Half a year has passed since the decision."""
    decision = CareerDecision.objects.filter(code=event.about_code).select_related("person").first()
    if decision is not None:
        url = reverse("decisions.review", args=[decision.code])
        text = _("Half a year on: what came of your decision?")
        tell(decision.person, kind="career_decision", text=text, url=url)
