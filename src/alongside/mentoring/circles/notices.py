"""Who is told when somebody leaves a circle, and who leaves with a block or an account."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.accounts.blocks.models import Block
from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.notices.telling import tell
from alongside.mentoring.mentorships.actions import end
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.mentoring.mentorships.queries import running_between, running_of, side_of
from alongside.people.offers.models import Format

from . import actions

Side = Participant.Side


def tell_the_circle_who_left(event: Event) -> None:
    """One fewer: those who stay hear who it was, and no reason."""
    person = Person.objects.filter(code=event.details["person"]).first()
    circle = Mentorship.objects.with_people().get(code=event.about_code)
    text = format_lazy(_("{name} left your circle"), name=person.name if person else _("Somebody"))
    for one in circle.participants.all():
        tell(one.person, kind=event.verb, text=text, url=reverse("mentorships.show", args=[circle.code]))


def part_with_who_left(event: Event) -> None:
    """Whoever is deactivated leaves their mentorships; the places are free again, and circles go on."""
    person = Person.objects.filter(code=event.about_code, is_active=False).first()
    if person is None:
        return
    for mentorship in running_of(person).with_people():
        _part(mentorship, person)


def part_with_who_is_blocked(event: Event) -> None:
    """Who blocked another has nothing more to do with them: a pair ends, and one of them leaves a circle.

    It is who blocked that leaves, but a mentor stays with the others whom they mentor.
    """
    block = Block.objects.filter(code=event.about_code).select_related("person", "other").first()
    if block is None:
        return
    for mentorship in running_between(block.person, block.other).with_people():
        sides = [side_of(mentorship, one) for one in (block.person, block.other)]
        _part(mentorship, block.other if sides == [Side.MENTOR, Side.MENTEE] else block.person)


def _part(mentorship: Mentorship, person: Person) -> None:
    if mentorship.format == Format.CIRCLE:
        actions.leave(mentorship, person, by=None)
    else:
        end(mentorship, by=None)
