"""The shapes of a result, and of waiting for one."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Line, Text
from alongside.kit.meanwhile import Meanwhile

from .models import Win

LONGEST = 2000
OUTCOMES = [(value, label) for value, label in Win.Outcome.choices if value]
MONTHS = [
    ("1", _("In a month")),
    ("3", _("In three months")),
    ("6", _("In half a year")),
    ("12", _("In a year")),
]
CHOOSE = _("Choose whether it worked")


class Tell(Meanwhile):
    """What came of it, with its measure."""

    title = Line(label=_("What did you do?"), longest=200, enter=_("Enter what you did"))
    result = Text(
        label=_("What came of it?"), longest=LONGEST, rows=4, enter=_("Enter what came of it"),
        help_text=_("For users, for the company, or for you: what is different now?"),
    )  # fmt: skip
    outcome = forms.ChoiceField(
        label=_("Did it work?"), choices=OUTCOMES, widget=forms.RadioSelect, initial="yes",
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )  # fmt: skip
    measure = Line(
        label=_("What is measured"), longest=120, help_text=_("Such as “calls to dispatch in an hour”.")
    )
    measure_before = Line(label=_("Before"), longest=60)
    measure_after = Line(label=_("After"), longest=60)
    part = Text(
        label=_("Your own part in it"), longest=LONGEST, rows=2, help_text=_("What you did and decided, not “we”.")
    )  # fmt: skip


class Wait(forms.Form):
    """What is to be asked about, and when."""

    title = Line(label=_("What did you do?"), longest=200, enter=_("Enter what you did"))
    months = forms.ChoiceField(
        label=_("When shall we ask what came of it?"), choices=MONTHS, widget=forms.RadioSelect, initial="3",
        error_messages={"required": _("Choose when"), "invalid_choice": _("Choose when")},
    )  # fmt: skip
