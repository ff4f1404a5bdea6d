"""A mentor hears that they are asked, the person hears the answer; no notice says what the evidence is."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.notices.telling import tell

from .models import Confirmation


def _of(event: Event) -> Confirmation | None:
    return Confirmation.objects.for_list().filter(code=event.about_code).first()


def tell_the_mentor_of_the_question(event: Event) -> None:
    """A mentee asks for a word about one item."""
    asked = _of(event)
    if asked is None or asked.mentor is None or not asked.is_open:
        return
    text = format_lazy(_("{name} asks you to confirm one piece of evidence"), name=asked.evidence.person.name)
    tell(asked.mentor, kind=event.verb, text=text, url=reverse("confirming.show", args=[asked.code]))


def tell_the_asker(event: Event) -> None:
    """Somebody confirmed an item, or did not."""
    asked = _of(event)
    if asked is None:
        return
    yes = asked.answer == Confirmation.Answer.YES
    said = _("{name} confirmed a piece of your evidence") if yes else _(
        "{name} did not confirm a piece of your evidence, and says why"
    )  # fmt: skip
    url = reverse("evidence.show", args=[asked.evidence.code])
    tell(asked.evidence.person, kind=event.verb, text=format_lazy(said, name=asked.who), url=url)
