"""The shapes of a mock interview."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Several, Text
from alongside.kit.meanwhile import Meanwhile

from .bank import AREAS, RUBRIC
from .models import Interview

RATINGS = [(1, _("1 not yet")), (2, _("2 partly")), (3, _("3 well")), (4, _("4 as good as it gets"))]
COUNTS = [(3, _("3, about fifteen minutes")), (5, _("5, about half an hour")), (8, _("8, about an hour"))]


class Start(forms.Form):
    """How, about what, how many, and who reads it afterwards."""

    mode = forms.ChoiceField(
        label=_("How"), choices=Interview.Mode.choices, widget=forms.RadioSelect, initial="learn",
        error_messages={"required": _("Choose how")},
    )  # fmt: skip
    areas = Several(
        label=_("About what"), choices=list(AREAS.items()), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one area"), "invalid_choice": _("Choose from the list")},
    )  # fmt: skip
    count = forms.TypedChoiceField(
        label=_("How many questions"), choices=COUNTS, coerce=int, widget=forms.RadioSelect, initial=3,
        error_messages={"required": _("Choose how many questions")},
    )  # fmt: skip
    mentorship = forms.ChoiceField(label=_("Who reads it afterwards"), required=False)

    def __init__(self, *args: Any, pairs: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["mentorship"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*pairs, ("", _("Only me"))]


class Reply(Meanwhile):
    """What one says."""

    moved_on = _(
        "You answered this question elsewhere in between. Your words are kept; the next question stands above."
    )
    text = Text(
        label=_("Your answer"), longest=8000, rows=8, enter=_("Enter what you would say, even if it is half a thought"),
        help_text=_("Say it aloud first; then write down what you said."),
    )  # fmt: skip


class Rate(Meanwhile):
    """Five lines, and what was heard."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, (name, good) in enumerate(RUBRIC):
            self.fields[f"rating_{place}"] = forms.TypedChoiceField(
                label=name, help_text=good, choices=RATINGS, coerce=int, widget=forms.RadioSelect,
                error_messages={"required": _("Rate this from 1 to 4")},
            )  # fmt: skip
        self.fields["note"] = Text(label=_("What you heard"), longest=2000, rows=3)

    def numbers(self) -> list[int]:
        """The ratings in order."""
        return [self.cleaned_data[f"rating_{place}"] for place in range(len(RUBRIC))]
