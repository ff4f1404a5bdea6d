"""The shape of an entry: its situation's questions, none of which must be answered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Text
from alongside.kit.meanwhile import Meanwhile

from .situations import FIELDS, Situation

LONGEST = 8000


class Write(Meanwhile):
    """Up to four texts, and for an entry that is there what it taught."""

    def __init__(self, *args: Any, situation: Situation, later: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, question in zip(FIELDS, situation.questions, strict=True):
            if question:
                self.fields[name] = Text(label=question, longest=LONGEST, rows=4)
        if later:
            self.fields["lesson"] = Text(
                label=_("Looking back: what did it teach you?"), longest=LONGEST, rows=3
            )

    def clean(self) -> dict[str, Any]:
        """Something must stand there."""
        texts = super().clean() or {}
        if not any(texts.values()) and not self.errors:
            raise forms.ValidationError(_("Write something in one of the fields."))
        return texts
