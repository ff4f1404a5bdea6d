"""The shapes of a question, of a decision, and of looking back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Line, Text
from alongside.kit.meanwhile import Meanwhile

from .models import CareerDecision

LONGEST = 3000
AGAIN = [(value, label) for value, label in CareerDecision.Again.choices if value]


class Ask(Meanwhile):
    """What is to be decided, and between what."""

    question = Line(
        label=_("What do you have to decide?"), longest=200, enter=_("Enter what you have to decide"),
        help_text=_("One question, with a date if it has one."),
    )  # fmt: skip
    one = Line(label=_("First option"), longest=80, enter=_("Enter the first option"))
    two = Line(label=_("Second option"), longest=80, enter=_("Enter the second option"))
    three = Line(label=_("A third"), longest=80)
    four = Line(label=_("A fourth"), longest=80, help_text=_("To wait is an option too."))

    @property
    def options(self) -> list[str]:
        """What was typed as options."""
        return [self.cleaned_data[name] for name in ("one", "two", "three", "four")]


class Decide(Meanwhile):
    """What one does, and why."""

    chosen = forms.ChoiceField(
        label=_("What do you do?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the options"), "invalid_choice": _("Choose one of the options")},
    )  # fmt: skip
    reasons = Text(
        label=_("Why?"), longest=LONGEST, rows=5, enter=_("Enter your reasons"),
        help_text=_("For the one who reads this in half a year: you. Nobody else sees it."),
    )  # fmt: skip
    otherwise = Text(
        label=_("What would change your mind?"), longest=LONGEST, rows=3,
        help_text=_("Something that you would notice, such as “the promised team is not there in March”."),
    )  # fmt: skip

    def __init__(self, *args: Any, options: Sequence[str], **kwargs: Any) -> None:  # Any: Django's own
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [(option, option) for option in options]  # type: ignore[attr-defined]


class Review(Meanwhile):
    """What came of it."""

    came = Text(
        label=_("What came of it?"), longest=LONGEST, rows=5, enter=_("Enter what came of it"),
        help_text=_("What happened of what you expected, and what did not?"),
    )  # fmt: skip
    again = forms.ChoiceField(
        label=_("Would you decide the same again?"), choices=AGAIN, widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer"), "invalid_choice": _("Choose an answer")},
    )  # fmt: skip


class Roles(forms.Form):
    """Two roles of the framework; what is not among them is as if nothing was chosen."""

    now = forms.ChoiceField(label=_("Role"), required=False)
    next = forms.ChoiceField(label=_("Beside it"), required=False)

    def __init__(self, *args: Any, roles: list[str], **kwargs: Any) -> None:  # Any: Django's own
        super().__init__(*args, **kwargs)
        for name in self.fields:
            self.fields[name].choices = [(role, role) for role in roles]  # type: ignore[attr-defined]
