"""The shapes of a case and of a link."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Line, Text
from alongside.kit.meanwhile import Meanwhile

from .models import Case

LONGEST = 2000


class Tell(Meanwhile):
    """A case, told by the decision in it."""

    title = Line(label=_("Title"), longest=120, enter=_("Enter a title, such as “Warning drivers of jams”"))
    problem = Text(label=_("The problem"), longest=LONGEST, rows=3, enter=_("Enter the problem"))
    users = Text(label=_("For whom"), longest=LONGEST, rows=2)
    role = Text(
        label=_("Your part"), longest=LONGEST, rows=2, help_text=_("What you did and decided, not “we”.")
    )
    decision = Text(label=_("The decision"), longest=LONGEST, rows=3)
    trade_off = Text(label=_("What was given up"), longest=LONGEST, rows=2)
    result = Text(
        label=_("What came of it"),
        longest=LONGEST,
        rows=3,
        help_text=_("With its measure, before and after."),
    )
    because = forms.ChoiceField(
        label=_("How sure are you that it came of your work?"), choices=[("", _("Not said")), *Case.Because.choices],
        required=False, error_messages={"invalid_choice": _("Choose from the list")},
    )  # fmt: skip
    otherwise = Text(label=_("What would have happened otherwise?"), longest=LONGEST, rows=2)
    team = Text(label=_("Who else did it?"), longest=LONGEST, rows=2)
    artefact = forms.URLField(
        label=_("Something to look at"), required=False, max_length=400, assume_scheme="https",
        help_text=_("An address that a stranger may open."),
        error_messages={"invalid": _("Enter the address of a page, such as https://example.org/case")},
    )  # fmt: skip
    chosen = forms.BooleanField(label=_("Show this case in my portfolio"), required=False)


class Show(forms.Form):
    """For whom a link is made."""

    reader = Line(
        label=_("For whom?"), longest=120, enter=_("Enter for whom the link is"),
        help_text=_("For your own list, such as “Hiring manager at Paylark”. Nobody else sees it."),
    )  # fmt: skip
