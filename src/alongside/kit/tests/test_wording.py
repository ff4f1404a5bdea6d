"""Error sentences say what to do."""

from __future__ import annotations

import pytest
from django import forms

from alongside.kit.wording import SENTENCES

BANNED = ("please", "sorry", "valid", "oops", "required", "forbidden", "illegal")


MADE = [
    forms.URLField(assume_scheme="https") if kind is forms.URLField
    else forms.ModelChoiceField(None) if kind is forms.ModelChoiceField else kind()
    for kind in [*SENTENCES, forms.TypedChoiceField, forms.CharField]
]  # fmt: skip
SHOWN = ("required", "invalid", "invalid_choice", "invalid_list", "missing", "empty")


@pytest.mark.parametrize("field", MADE, ids=lambda one: type(one).__name__)
def test_no_error_of_a_field_blames(field):
    said = [str(field.error_messages[key]).lower() for key in SHOWN if key in field.error_messages]

    assert [sentence for sentence in said if any(word in sentence for word in BANNED)] == []


def test_a_hint_is_text_and_no_markup():
    class Odd(forms.Form):
        level = forms.CharField(label="Level", help_text="The framework says <b>3</b>")

    assert "says &lt;b&gt;3&lt;/b&gt;" in str(Odd()["level"].as_field_group())
