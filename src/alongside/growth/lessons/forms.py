"""The shape of what is typed in a lesson."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Text
from alongside.kit.meanwhile import Meanwhile

from .shipped import Lesson


class Attend(Meanwhile):
    """A choice, and a thought."""

    choice = forms.TypedChoiceField(
        widget=forms.RadioSelect, coerce=int,
        error_messages={"required": _("Choose one of the three"), "invalid_choice": _("Choose one of the three")},
    )  # fmt: skip
    thought = Text(label="", longest=2000, rows=3, help_text=_("For you alone. You can leave it empty."))

    def __init__(self, *args: Any, lesson: Lesson, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["choice"].label = lesson.question
        self.fields["choice"].choices = list(enumerate(one.text for one in lesson.choices))  # type: ignore[attr-defined]  # a choice field
        self.fields["thought"].label = lesson.reflect
