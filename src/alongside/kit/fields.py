"""Form fields for typed text: plain characters only, and errors that say what to do."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from .text import neutral, one_line, refuse_addresses, refuse_letterless, refuse_lookalikes, refuse_nul


class Line(forms.CharField):
    """One line. ``enter`` says what to do when it is left empty, such as "Enter the title"."""

    def __init__(self, *, label: StrOrPromise, longest: int, enter: StrOrPromise = "", **kwargs: Any) -> None:
        errors = {"required": enter} if enter else {}
        super().__init__(label=label, required=bool(enter), error_messages=errors, **kwargs)
        self.validators = [MaxLengthValidator(longest, message=too_long(label, longest))]

    def to_python(self, value: Any) -> str:
        """Refuse what cannot be kept, drop what cannot be seen."""
        text = str(value or "")
        refuse_nul(text)
        return self.plain(text)

    def plain(self, text: str) -> str:
        """One line, with single spaces."""
        return one_line(text)


class Text(Line):
    """Several lines."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def plain(self, text: str) -> str:
        """Its lines, without what cannot be seen."""
        return neutral(text).strip()


class Name(Line):
    """The name of a person or a company, which must not pass for another one."""

    def validate(self, value: str) -> None:
        """Refuse what nobody can read, words that mix two alphabets, and addresses of pages."""
        super().validate(value)
        refuse_letterless(value)
        refuse_lookalikes(value)
        refuse_addresses(value)


class Several(forms.MultipleChoiceField):
    """Some of a list; what a page that was tampered with sends twice counts once."""

    def to_python(self, value: Any) -> list[str]:
        """Each once, in the order in which they came."""
        return list(dict.fromkeys(super().to_python(value)))


def too_long(label: StrOrPromise, longest: int) -> StrOrPromise:
    """The error of a text that is too long, put together when it is shown, in the reader's language."""
    return format_lazy(_("{label} must be {longest} characters or less"), label=label, longest=f"{longest:,}")
