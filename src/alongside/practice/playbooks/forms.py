"""The shapes of what is typed about a playbook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Line, Text
from alongside.kit.meanwhile import Meanwhile
from alongside.practice.tools.registry import OFFERED

Choices = Sequence[tuple[str, Any]]  # Any: lazy words


class Write(Meanwhile):
    """A playbook."""

    title = Line(label=_("Title"), longest=120, enter=_("Enter the title"))
    when = Text(label=_("When does it help?"), longest=600, rows=2, enter=_("Enter when it helps"))
    exercise = Text(
        label=_("The exercise"), longest=1500, rows=5, enter=_("Enter the exercise"),
        help_text=_("Ten minutes, done together or alone. Write about the work, not about anybody."),
    )  # fmt: skip
    tool = forms.ChoiceField(label=_("A worksheet that fits"), required=False)
    first_question = Line(
        label=_("First question for the next meeting"), longest=300, enter=_("Enter the first question")
    )
    second_question = Line(
        label=_("Second question for the next meeting"), longest=300, enter=_("Enter the second question")
    )
    shared = forms.ChoiceField(label=_("Who may use it?"), required=False)

    def __init__(self, *args: Any, shared: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tools = [("", _("None")), *((one.key, one.name) for one in OFFERED)]
        for field, choices in (("tool", tools), ("shared", [("", _("Only you")), *shared])):
            self.fields[field].choices = choices  # type: ignore[attr-defined]  # both are choice fields


class Use(forms.Form):
    """In which meeting, and how."""

    WAYS = (("agenda", _("Put it on the agenda")), ("homework", _("Homework until then")))

    meeting = forms.ChoiceField(
        label=_("Which meeting?"),
        error_messages={
            "required": _("Choose a meeting"),
            "invalid_choice": _("Choose a meeting that is planned"),
        },
    )
    way = forms.ChoiceField(
        label=_("What for?"), choices=WAYS, widget=forms.RadioSelect, initial="agenda",
        error_messages={"required": _("Choose what for"), "invalid_choice": _("Choose what for")},
    )  # fmt: skip

    def __init__(self, *args: Any, meetings: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].choices = meetings  # type: ignore[attr-defined]  # a choice field
