"""The shapes of a self-check and a habit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Text

from .models import Habit
from .statements import GROUPS

ANSWERS = [(1, _("Hardly")), (2, _("Seldom")), (3, _("Sometimes")), (4, _("Often")), (5, _("Nearly always"))]


class Check(forms.Form):
    """Eighteen statements, three for each group."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        statements = [one for group in GROUPS for one in group.statements]
        for place, statement in enumerate(statements):
            self.fields[f"answer_{place}"] = forms.TypedChoiceField(
                label=statement, choices=ANSWERS, coerce=int,
                error_messages={"required": _("Choose how often this is true")},
            )  # fmt: skip

    def numbers(self) -> list[int]:
        """The answers in order."""
        return [self.cleaned_data[name] for name in self.fields]


class Choose(forms.Form):
    """Which habit."""

    group = forms.ChoiceField(
        label=_("What is it about?"), choices=[(group.key, group.name) for group in GROUPS],
        error_messages={"required": _("Choose what it is about")},
    )  # fmt: skip
    text = Text(
        label=_("What will you do, and when?"), longest=300, rows=2, enter=_("Enter what you will do"),
        help_text=_("Small enough for every meeting, in one sentence."),
    )  # fmt: skip


class Finish(forms.Form):
    """How it went."""

    result = forms.ChoiceField(
        label=_("How did it go?"), choices=Habit.Result.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it went")},
    )  # fmt: skip
    effect = Text(
        label=_("What did it change?"), longest=600, rows=3,
        help_text=_("In your meetings, or in your own team: what do people do now that they did not do before?"),
    )  # fmt: skip
