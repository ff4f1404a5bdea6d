"""The shape of an answer to a pulse."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Text

from .statements import ANSWERS, STATEMENTS


class Answer(forms.Form):
    """Six statements, from 1 to 5, and a word."""

    def __init__(self, *args: Any, side: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.statements = STATEMENTS[side]
        for place, statement in enumerate(self.statements):
            self.fields[f"answer_{place}"] = forms.TypedChoiceField(
                label=statement, choices=ANSWERS, coerce=int, widget=forms.RadioSelect,
                error_messages={"required": _("Choose how far this is true")},
            )  # fmt: skip
        self.fields["word"] = Text(
            label=_("A word about it"), longest=800, rows=3,
            help_text=_("It stays yours. You may show it to the others afterwards."),
        )  # fmt: skip

    def given(self) -> dict[str, Any]:
        """What the action takes."""
        said = self.cleaned_data
        return {"numbers": [said[f"answer_{at}"] for at in range(len(self.statements))], "word": said["word"]}
