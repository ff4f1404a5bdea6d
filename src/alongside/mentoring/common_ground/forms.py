"""What each writes apart."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Several, Text

from .questions import OPEN, QUESTIONS, TICKS


class Write(forms.Form):
    """The questions, and what one ticks."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, label in QUESTIONS.items():
            enter = "" if key in OPEN else _("Enter a few words")
            self.fields[key] = Text(label=label, longest=1000, rows=3, enter=enter)
        self.fields["ticked"] = Several(
            label=_("Which of these are true of you?"), choices=list(TICKS.items()), required=False,
            widget=forms.CheckboxSelectMultiple, help_text=_("Only what all of you ticked is put together."),
        )  # fmt: skip
