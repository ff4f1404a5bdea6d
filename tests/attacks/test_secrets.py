"""What is written in private is read by whom it is for, and lies in no event, letter, job, log or session."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models, transaction

from alongside.activity.events.listeners import tell
from alongside.activity.events.models import Event
from alongside.matching.briefs.models import Brief
from alongside.matching.requests.models import Request
from alongside.mentoring.meetings.models import Note
from alongside.vault.sealed import SealedText

from .database import contents
from .sweeping import EVERYBODY, STRANGER, Form, Sessions, filled, forms_of, pages, places, seats
from .test_forms import Undone

ON_ITS_WAY = {"target_name", "target_email", "name", "email"}
"""Fields of an introduction that its letter must hold to arrive; what is sent is forgotten (activity/mail)."""
OUTSIDE = ("coordinator",)
"""Strangers to a pair who see that it is there; whom it does not exist for, tests/access tries."""
BETWEEN_TWO = ("meetings.", "mentorships.", "briefs.", "requests.", "notices.", "today", "palette")


def sealed() -> list[tuple[models.Model, str]]:
    """Every private text of every row."""
    return [
        (row, field.attname)
        for model in apps.get_models()
        for field in model._meta.fields
        if isinstance(field, SealedText)
        for row in model._default_manager.all()
    ]


def sealed_words(words: list[str]) -> set[str]:
    """Which of these words stand in a private text now."""
    texts = " ".join(str(getattr(row, name)) for row, name in sealed())
    return {word for word in words if word in texts}


def plain() -> str:
    """Everything that somebody reads who holds the database and no key."""
    sessions = [str(session.get_decoded()) for session in Sessions.objects.all()]
    return "\n".join([*(row for _table, row in contents()), *sessions])


def written(browser, form: Form, said: dict[str, str]) -> tuple[set[str], set[str]]:
    """Send a form with a word of its own in each field; the words that were sealed, and those that lie open."""
    fields = filled(form, "") | {name: [f"Some {word} here"] for name, word in said.items()}
    before = set(Event.objects.values_list("pk", flat=True))
    try:
        with transaction.atomic():
            browser.post(form.action, fields)
            for event in Event.objects.exclude(pk__in=before):
                tell(event)
            kept, everything = sealed_words(list(said.values())), plain()
            raise Undone
    except Undone:
        return kept, {word for word in kept if word in everything}


def test_a_private_text_lies_open_nowhere(world, letters, caplog):
    browsers = seats(world, (STRANGER, *EVERYBODY))
    lying_open, count, every_word = {}, 0, []
    for number, form in enumerate(forms_of(world)):
        names = [name for name, kind in form.typed.items() if kind == "text" and name not in ON_ITS_WAY]
        said = {name: f"zq{number}x{place}zq" for place, name in enumerate(names)}
        every_word += said.values()
        kept, wrong = written(browsers[form.label], form, said) if said else (set(), set())
        count += len(kept)
        if wrong:
            lying_open[form.action] = [name for name, word in said.items() if word in wrong]

    assert lying_open == {}
    assert count > 20
    assert [word for word in every_word if word in caplog.text] == []


def test_nobody_outside_a_pair_reads_a_word_of_it(world):
    """Whoever coordinates, administers or works beside them sees that there is something, never what."""
    ours = [(row, name) for row, name in sealed() if not str(getattr(row, name)).startswith(("{", "["))]
    for row, name in ours:
        if row.pk != world.things["asked"].pk or not isinstance(row, Request):  # the coordinator's own
            setattr(row, name, "zqprivate")
            row.save(update_fields=[name])

    read = {
        (who, route)
        for who, route, _address, answer in pages(world, OUTSIDE)
        if b"zqprivate" in answer.content
    }

    assert read == set()
    assert len(ours) > 10
    assert [
        1
        for _who, _route, _address, answer in pages(world, ("the person",))
        if b"zqprivate" in answer.content
    ]


@pytest.mark.parametrize(("reader", "writer"), [("the person", "the partner"), ("the partner", "the person")])
def test_what_is_for_oneself_alone_is_hidden_from_the_partner(world, reader, writer):
    hidden = [*Note.objects.filter(author=world.people[writer], shared=False)]
    for note in hidden:
        note.text = "zqmine"
        note.save(update_fields=["text"])
    if writer == "the person":
        briefs = Brief.objects.filter(person=world.cast.ben)
        hidden += [set_to(brief, why_now="zqmine", tried="zqmine") for brief in briefs]
    else:
        hidden += [
            set_to(asked, private_reason="zqmine") for asked in Request.objects.filter(mentor=world.cast.ada)
        ]

    browser = seats(world, (reader,))[reader]
    addresses = [address for name, address in places(world) if name.startswith(BETWEEN_TWO)]

    assert (len(hidden) > 1, len(addresses) > 15) == (True, True)
    answers = [(address, browser.get(address)) for address in addresses]
    read = [(address, b"" if answer.streaming else answer.content) for address, answer in answers]
    assert [
        address for address, content in read if b"zqmine" in content
    ] == []  # a stream carries no text at all


def set_to(row: models.Model, **texts: str) -> models.Model:
    """Write private texts."""
    for name, text in texts.items():
        setattr(row, name, text)
    row.save(update_fields=[*texts])
    return row
