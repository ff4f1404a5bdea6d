"""The pages of reviews, as each reader sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from alongside.accounts.persons.models import Person
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import names, others

from .models import Review, ReviewAnswer


def one(review: Review, reader: Person) -> dict[str, Any]:
    """A review: one's own answer always, those of the others when everybody has answered."""
    answers = _of(review)
    own = next((answer for answer in answers if answer.person_id == reader.pk), None)
    whole = review.is_complete
    rest = [answer for answer in answers if answer is not own] if whole else []
    return {
        "review": review,
        "mentorship": review.mentorship,
        "own": own,
        "is_complete": whole,
        "columns": [_column(review, answer, reader) for answer in ([own] if own else []) + rest],
        "other_names": names(others(review.mentorship, reader)),
    }


def columns_of(mentorship: Mentorship, reader: Person) -> Iterator[tuple[Review, list[dict[str, Any]]]]:
    """Each review that was answered, with what this reader may read of it: one query for all."""
    every = ReviewAnswer.objects.filter(review__mentorship=mentorship).select_related("review", "person")
    in_order = every.order_by("review__created_at", "review", "created_at", "pk")
    people = {one.person_id for one in mentorship.participants.all()}
    for review, group in groupby(in_order, key=lambda answer: answer.review):
        review.mentorship = mentorship
        answers = _tied(review, group)
        whole = people <= {answer.person_id for answer in answers}
        own = [answer for answer in answers if answer.person_id == reader.pk]
        rest = [answer for answer in answers if answer.person_id != reader.pk] if whole else []
        yield review, [_column(review, answer, reader) for answer in own + rest]


def course(mentorship: Mentorship, reviews: list[Review], reader: Person) -> dict[str, Any]:
    """The three moments, and which of them wait for the reader."""
    by_kind = {review.kind: review for review in reviews}
    rows = [(label, by_kind.get(kind), kind) for kind, label in Review.Kind.choices]
    return {
        "mentorship": mentorship,
        "rows": [(label, review, kind, _answered(review, reader)) for label, review, kind in rows],
        "other_names": names(others(mentorship, reader)),
    }


def before(review: Review, reader: Person) -> dict[str, object]:
    """What the reader answered already, to be changed."""
    own = next((answer for answer in _of(review) if answer.person_id == reader.pk), None)
    if own is None:
        return {}
    more = {"next": own.next, "testimonial": own.testimonial, "may_be_shown": own.may_be_shown}
    return {**own.words, **more}


def _answered(review: Review | None, reader: Person) -> bool:
    return review is not None and any(answer.person_id == reader.pk for answer in review.answers.all())


def _of(review: Review) -> list[ReviewAnswer]:
    """The answers, which know their review already: its mentorship's key opens them."""
    return _tied(review, review.answers.all())


def _tied(review: Review, answers: Iterable[ReviewAnswer]) -> list[ReviewAnswer]:
    """The answers, each knowing this very review."""
    known = list(answers)
    for answer in known:
        answer.review = review
    return known


def _column(review: Review, answer: ReviewAnswer, reader: Person) -> dict[str, Any]:
    words, mine = answer.words, answer.person_id == reader.pk
    asked = [question for question in review.questions if mine or question.shared]
    lines = [
        (question.label, words[question.key], question.shared)
        for question in asked
        if words.get(question.key)
    ]
    return {"person": answer.person, "mine": mine, "lines": lines, "answer": answer}
