"""Typed text made plain."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from alongside.kit import text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ada\u202egro.elpmaxe", "Adagro.elpmaxe"),
        ("A\u200bd\u200ba\ufeff", "Ada"),
        ("Ame\u0301lie", "Amélie"),
        ("one\r\ntwo\x07", "one\ntwo"),
        ("\u0646\u0645\u06cc\u200c\u062e\u0648\u0627", "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627"),
        ("Ad\u200da", "Ada"),
        ("Zoë O’Neill 李 👩🏽‍💻", "Zoë O’Neill 李 👩🏽‍💻"),
    ],
)  # fmt: skip
def test_what_cannot_be_seen_is_dropped(typed, kept):
    assert text.neutral(typed) == kept


def test_a_line_is_one_line():
    assert text.one_line("  Ada \n\t Lindqvist\u00a0 ") == "Ada Lindqvist"


@pytest.mark.parametrize(
    ("name", "refused"),
    [("Аda", True), ("Adа Lindqvist", True), ("Αda", True), ("Ada", False), ("Ада Иванова", False),
     ("Ada Иванова", False), ("Zoë", False), ("山田 Taro", False), ("", False)],
)  # fmt: skip
def test_a_word_in_two_alphabets_is_refused(name, refused):
    assert text.mixes_lookalikes(name) is refused
    if refused:
        with pytest.raises(ValidationError, match="one alphabet"):
            text.refuse_lookalikes(name)
    else:
        text.refuse_lookalikes(name)


def test_nul_is_refused():
    text.refuse_nul("fine")
    with pytest.raises(ValidationError, match="cannot be kept"):
        text.refuse_nul("a\x00b")


@given(st.text())
def test_plain_text_is_plain_already(typed):
    once = text.one_line(typed)

    assert text.one_line(once) == once
    assert "\x00" not in once


@pytest.mark.parametrize(
    "name", ["Win at https://b.example", "www.b.example", "b.example/win", "Fay HTTP://b"]
)
def test_a_name_holds_no_address_of_a_page(name):
    with pytest.raises(ValidationError):
        text.refuse_addresses(name)


@pytest.mark.parametrize("name", ["Booking.com", "Fay J. Weir", "R/GA", "A. and B. Ltd."])
def test_a_name_with_a_dot_or_a_stroke_is_a_name(name):
    text.refuse_addresses(name)
