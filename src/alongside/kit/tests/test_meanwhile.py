"""A form notices what was saved elsewhere while somebody typed."""

from __future__ import annotations

from django import forms

from alongside.kit.meanwhile import Meanwhile


class Plan(Meanwhile):
    title = forms.CharField(label="Title")
    ways = forms.MultipleChoiceField(
        label="Ways", choices=[("a", "On foot"), ("b", "By boat")], required=False
    )


THEN, NOW = {"title": "Old", "ways": ["a"]}, {"title": "Theirs", "ways": ["a", "b"]}


def typed(there, **more):
    """What a browser sends from a form that was made when this stood there."""
    return {"title": "Mine", "ways": ["a"], "seen": Plan(there=there)["seen"].value(), **more}


def test_what_stands_there_now_is_shown_beside_what_was_typed():
    form = Plan(typed(THEN), there=NOW)

    assert not form.is_valid()
    assert "saved this elsewhere" in str(form.non_field_errors())
    assert form.crossed == [("Title", "Theirs"), ("Ways", "On foot, By boat")]
    page = str(form)
    assert ("Theirs" in page, 'value="Mine"' in page) == (True, True)
    assert Plan(typed(NOW), there=NOW).is_valid()  # as the page carries it now
    assert str(form["seen"].value()) == typed(NOW)["seen"]


def test_it_stays_silent_where_nothing_gets_lost():
    alone = Plan(typed(THEN), there=THEN)
    assert (alone.is_valid(), alone.cleaned_data) == (True, {"title": "Mine", "ways": ["a"]})
    assert Plan(typed(THEN, title="Theirs", ways=["b", "a"]), there=NOW).is_valid()  # sent twice
    assert Plan({"title": "Mine"}, there=NOW).is_valid()  # from a page that carries no mark
    new = Plan({"title": "Mine", "seen": "x"})
    assert (new.is_valid(), "seen" in new.fields, new.crossed) == (True, False, [])


def test_what_is_no_field_counts_too_and_empty_is_said():
    assert not Plan(typed({"place": 1}), there={"place": 2}).is_valid()
    form = Plan(typed(THEN), there={"title": "", "ways": []})
    assert not form.is_valid()
    assert form.crossed == [("Title", "–"), ("Ways", "–")]
