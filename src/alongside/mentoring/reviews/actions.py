"""Begin a review and answer it."""

from __future__ import annotations

import json

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship

from . import rules
from .models import Review, ReviewAnswer

Kind = Review.Kind


@transaction.atomic
def begin(mentorship: Mentorship, kind: str, *, by: Person) -> Review:
    """Begin the half-way review or the closing now; one that is there already is returned."""
    require(rules.can_open_review(by, mentorship))
    mentorship.hold(after_the_end=True)
    if kind not in (Kind.HALF_WAY, Kind.CLOSING):
        raise Refused(_("Choose the half-way review or the closing."))
    review, fresh = Review.objects.get_or_create(mentorship=mentorship, kind=kind)
    if fresh:
        record("review.opened", by=by, about=review, kind=kind)
    return review


@transaction.atomic
def answer(
    review: Review,
    *,
    by: Person,
    texts: dict[str, str],
    next: str = "",
    recommends: int | None = None,
    testimonial: str = "",
    may_be_shown: bool = False,
) -> ReviewAnswer:
    """Answer it, or change the answer until everybody has answered; then all read what is shared."""
    require(rules.can_answer_review(by, review))
    review.mentorship.hold(after_the_end=True)
    Review.objects.select_for_update().get(pk=review.pk)  # the last two to answer see each other
    if Review.objects.with_people().get(pk=review.pk).is_complete:
        raise Refused(_("Everybody has answered, so what you read from each other stays as it is."))
    given = ReviewAnswer.objects.filter(review=review, person=by).first() or ReviewAnswer(person=by)
    given.review, given.texts, given.next = review, json.dumps(texts), next
    given.recommends = recommends
    given.testimonial, given.may_be_shown = testimonial, may_be_shown and bool(testimonial)
    given.save()
    whole = Review.objects.with_people().get(pk=review.pk).is_complete
    record("review.completed" if whole else "review.answered", by=by, about=review)
    return given
