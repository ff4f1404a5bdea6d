"""Django's own error sentences, said our way: what to do, never that something is "invalid"."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

SENTENCES: dict[type[forms.Field], dict[str, StrOrPromise]] = {
    forms.Field: {"required": _("Enter an answer")},
    forms.ChoiceField: {"required": _("Choose one"), "invalid_choice": _("Choose from the list")},
    forms.MultipleChoiceField: {
        "required": _("Choose at least one"),
        "invalid_choice": _("Choose from the list"),
        "invalid_list": _("Choose from the list"),
    },
    forms.TypedMultipleChoiceField: {"invalid_choice": _("Choose from the list")},
    forms.ModelChoiceField: {"invalid_choice": _("Choose from the list")},
    forms.IntegerField: {"invalid": _("Enter a whole number")},
    forms.DateField: {"invalid": _("Enter a date, such as 2027-03-27")},
    forms.TimeField: {"invalid": _("Enter a time, such as 09:30")},
    forms.DateTimeField: {"invalid": _("Enter a date and a time, such as 2027-03-27 09:30")},
    forms.EmailField: {"invalid": _("Enter an e-mail address, such as ines@example.org")},
    forms.URLField: {"invalid": _("Enter an address, such as https://example.org")},
    forms.FileField: {
        "required": _("Choose a file"),
        "missing": _("Choose a file"),
        "empty": _("This file is empty. Choose another one"),
        "invalid": _("Choose a file"),
    },
}


def say_it_our_way() -> None:
    """Replace Django's sentences in the fields that show them; a field's own sentences still come first."""
    for field, sentences in SENTENCES.items():
        field.default_error_messages = {**field.__dict__.get("default_error_messages", {}), **sentences}
