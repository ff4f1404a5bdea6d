"""Makes imprints on this machine after something was written, and every night those that are missing."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from procrastinate.contrib.django import app

from alongside.activity.events.record import record
from alongside.matching import problem
from alongside.matching.briefs.models import Brief
from alongside.matching.imprints.models import Imprint
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile
from alongside.people.profiles.words import written

AT_ONCE = 500


@transaction.atomic
def take_of_people(people: list[int]) -> None:
    """Take the imprints of what these people wrote; whose changed is found anew by everybody's search."""
    profiles = list(Profile.objects.filter(person__in=people))
    marks = _marks_of([written(profile) for profile in profiles])
    before = dict(Imprint.objects.filter(person__in=people).values_list("person_id", "marks"))
    for profile, own in zip(profiles, marks, strict=False):  # none at all without a model
        if profile.person_id not in before or before[profile.person_id] != own:
            made, _ = Imprint.objects.update_or_create(person_id=profile.person_id, defaults={"marks": own})
            record("imprint.taken", by=None, about=made)


def take_of_briefs(briefs: list[Brief]) -> None:
    """Take the imprints of goals: the sentence that mentors may read, never what is sealed."""
    marks = _marks_of([brief.goal for brief in briefs])
    for brief, own in zip(briefs, marks, strict=False):
        if brief.marks != own:
            Brief.objects.filter(pk=brief.pk).update(marks=own)


def _marks_of(texts: list[str]) -> list[int | None]:
    """None at all when likeness is switched off, or when there is no model."""
    return (problem.marks_of(texts) or []) if settings.TEXT_LIKENESS else []


@app.periodic(cron="52 2 * * *")
@app.task(name="imprints.take_missing", queueing_lock="imprints.take_missing", pass_context=False)
def take_missing(timestamp: int) -> None:  # noqa: ARG001  Procrastinate says when it was due
    """Whoever came by another way than a form, and everybody when likeness was switched on."""
    missing = Offer.objects.filter(open=True, person__imprint=None, person__profile__isnull=False)
    people = list(missing.values_list("person_id", flat=True))
    for start in range(0, len(people), AT_ONCE):
        take_of_people(people[start : start + AT_ONCE])
    briefs = Brief.objects.filter(marks=None, closed_at=None).exclude(goal="")
    take_of_briefs(list(briefs[: 100 * AT_ONCE]))
