"""Gathers the words of a career, and the moves that its positions show, after each change."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.accounts.persons.models import Person
from alongside.people.profiles import words

from .models import Launch, Position, Story, Transition
from .moves import moves_of


def follow(person: Person) -> None:
    """Bring what is derived from a career up to date with it."""
    _derive(person)
    words.keep(person, career=words.lines(_said(person)), guarded=words.lines(_guarded(person)))


def _derive(person: Person) -> None:
    """Keep what was stated; replace what was derived by what the positions say now."""
    kept = set(Transition.objects.filter(person=person, stated=True).values_list("move", "year"))
    wanted = {(str(move), year) for move, year in moves_of(Position.objects.of(person))} - kept
    derived = {(row.move, row.year): row for row in Transition.objects.filter(person=person, stated=False)}
    gone = [row.pk for key, row in derived.items() if key not in wanted]
    Transition.objects.filter(pk__in=gone).delete()
    Transition.objects.bulk_create(
        Transition(person=person, move=move, year=year) for move, year in sorted(wanted - derived.keys())
    )


def _said(person: Person) -> Iterator[object]:
    for position in Position.objects.of(person):
        yield from (position.get_industry_display(), position.get_product_type_display())
        yield position.get_stage_display()
    for launch in Launch.objects.of(person):
        yield from (launch.product, launch.problem, launch.part, launch.measure)
    for story in Story.objects.of(person):
        yield from (story.title, story.happened, story.learned)
    for transition in Transition.objects.of(person):
        yield transition.get_move_display()


def _guarded(person: Person) -> Iterator[object]:
    for position in Position.objects.of(person):
        yield from (position.title, position.company, position.about)
    for transition in Transition.objects.of(person):
        yield transition.note
