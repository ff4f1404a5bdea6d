"""The shapes of a rehearsal: the plan, the scores, an objection, its answer, confidence, the decision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Line, Several, Text
from alongside.kit.meanwhile import Meanwhile
from alongside.practice.tools.pitch.tool import CRITERIA

from .models import Rehearsal
from .panel import PANEL

SCORES = [(1, _("1 not yet")), (2, _("2 partly")), (3, _("3 well")), (4, _("4 as good as it gets"))]
SEATS = [(seat.key, seat.name) for seat in PANEL]


def per_cent(label: Any, help_text: Any, **more: Any) -> forms.IntegerField:  # Any: words, and Django's own
    """Confidence for this one task."""
    wrong = _("Enter a whole number from 0 to 100")
    return forms.IntegerField(
        label=label, help_text=help_text, min_value=0, max_value=100,
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value", "required"], wrong), **more,
    )  # fmt: skip


class Plan(Meanwhile):
    """What one will ask for, of whom, when, and in how many minutes."""

    title = Line(label=_("What will you present?"), longest=120, enter=_("Enter what you will present"))
    ask = Text(
        label=_("What are they to decide?"), longest=300, rows=2, enter=_("Enter what they are to decide"),
        help_text=_("One sentence. If there are two, choose the one that matters."),
    )  # fmt: skip
    downside = Text(
        label=_("What could go wrong?"), longest=600, rows=2,
        help_text=_("Say it before they do. You can add it later."),
    )  # fmt: skip
    day = forms.DateField(
        label=_("The day"), required=False, widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Enter a date, such as 2027-03-15")},
    )  # fmt: skip
    minutes = forms.IntegerField(
        label=_("Minutes that you have"), min_value=1, max_value=60, initial=10,
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value", "required"], _("Enter 1 to 60 minutes")),
    )  # fmt: skip
    panel = Several(
        label=_("Who sits there?"), choices=SEATS, required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from the list")},
    )  # fmt: skip
    before = per_cent(
        _("How confident are you for this task, in per cent?"),
        _("Of doing it well, as you stand now. It is compared with how you feel after rehearsing."),
    )


class Begin(Plan):
    """The plan, and with whom."""

    mentorship = forms.ChoiceField(label=_("Rehearse with"), required=False)

    def __init__(self, *args: Any, pairs: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["mentorship"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*pairs, ("", _("Alone for now"))]


class Judge(Meanwhile):
    """Eight criteria, and what was seen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, (name, good) in enumerate(CRITERIA):
            self.fields[f"score_{place}"] = forms.TypedChoiceField(
                label=name, help_text=good, choices=SCORES, coerce=int, widget=forms.RadioSelect,
                error_messages={"required": _("Score this from 1 to 4")},
            )  # fmt: skip
        self.fields["note"] = Text(label=_("What was seen"), longest=2000, rows=3)

    def numbers(self) -> list[int]:
        """The scores in order."""
        return [self.cleaned_data[f"score_{place}"] for place in range(len(CRITERIA))]


class Objecting(forms.Form):
    """What somebody on the panel may say."""

    text = Text(label=_("Objection"), longest=400, rows=2, enter=_("Enter the objection"))
    role = forms.ChoiceField(label=_("Who says it"), choices=[("", _("Anybody")), *SEATS], required=False)
    hardest = forms.BooleanField(label=_("This is the hardest one"), required=False)


class Answer(Meanwhile):
    """The answer that was found."""

    text = Text(
        label=_("Your answer"), longest=1000, rows=3, help_text=_("Two sentences that you can say aloud.")
    )


class Feel(forms.Form):
    """Confidence afterwards."""

    after = per_cent(_("And now, in per cent?"), _("For the same task, after rehearsing it."))


class Result(Meanwhile):
    """What came of it."""

    result = Text(
        label=_("What came of it?"),
        longest=1000,
        rows=3,
        enter=_("Enter what came of it, even if it was nothing"),
    )
    measure = Line(
        label=_("How do you know? Name the measure"),
        longest=120,
        help_text=_("Such as “calls to dispatch an hour”."),
    )
    measure_before = Line(label=_("Before"), longest=60)
    measure_after = Line(label=_("After"), longest=60)


class Decide(Meanwhile):
    """What they said."""

    decision = forms.ChoiceField(
        label=_("What did they say?"), choices=Rehearsal.Decision.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they said")},
    )  # fmt: skip
    decided = Text(label=_("What was decided, in their words?"), longest=1000, rows=3)
