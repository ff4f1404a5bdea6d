"""A code in a field of a form is tried with other people's things, as a code in an address is in tests/access."""

from __future__ import annotations

from collections import Counter

from alongside.matching.briefs.models import Brief

from .database import CODE, codes, contents, high_numbers, without_chance
from .sweeping import EVERYBODY, STRANGER, Form, forms_of, seats
from .test_forms import sent


def elsewhere(world) -> dict[str, str]:
    """The code of something that the person who sends has no business with, for each kind of thing."""
    brief = Brief.objects.create(person=world.cast.eve, kind="skill", goal="Hers")
    return {"person": world.cast.eve.code, "organisation": world.cast.elsewhere.code, "brief": brief.code}


def references(form: Form) -> list[str]:
    """The fields that hold a code."""
    return [
        name
        for name, values in form.fields.items()
        if name not in {"csrfmiddlewaretoken", "once"}
        and values
        and all(CODE.fullmatch(value) for value in values)
    ]


def test_what_belongs_to_others_is_not_taken_from_a_field(world, letters):
    strange = elsewhere(world)
    browsers = seats(world, (STRANGER, *EVERYBODY))
    forms = [form for form in forms_of(world) if references(form)]
    start = contents()
    known, taken, tries = codes(start), {}, Counter()
    with high_numbers():
        for form in forms:
            for name in references(form):
                for kind, code in strange.items():
                    changed = Form(form.label, form.action, {**form.fields, name: [code]}, form.typed)
                    status, rows = sent(browsers[form.label], changed, {})
                    tries[name] += 1
                    touched = [row for row in without_chance(rows - start, known) if code in row[1]]
                    if status < 400 and touched:
                        taken[form.action, name, kind] = touched

    assert taken == {}
    assert len(tries) > 1, tries
