"""The shapes of what is typed when colleagues are asked, and when they answer."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Name, Several, Text

from .themes import MOST_STRENGTHS, THEMES

LINE = re.compile(r"^(?P<name>.*?)[\s,;<]+(?P<email>[^\s<>,;]+@[^\s<>,;]+)>?$")


class Ask(forms.Form):
    """Whom to ask, and what they read first."""

    colleagues = Text(
        label=_("Colleagues"), longest=4000, rows=8,
        help_text=_(
            "Three to eight, one on a line: name, comma, e-mail address. Ines Holt, ines@example.org"
        ),
        enter=_("Enter three to eight colleagues, one on a line"),
    )  # fmt: skip
    question = Text(
        label=_("What do you work on?"), longest=600, rows=3,
        help_text=_("They read it first: I practise asking before I tell. Leave it empty to hear whatever they see."),
    )  # fmt: skip

    def clean_colleagues(self) -> list[tuple[str, str]]:
        """Names and addresses; an error says in which line."""
        lines = [line.strip() for line in self.cleaned_data["colleagues"].splitlines()]
        return [_colleague(number, line) for number, line in enumerate(lines, 1) if line]


class Answer(forms.Form):
    """What a colleague sees."""

    strengths = Several(
        label=_("What do they do well?"), choices=list(THEMES.items()), widget=forms.CheckboxSelectMultiple,
        help_text=_("Up to three."), error_messages={"required": _("Choose one to three things")},
    )  # fmt: skip
    situation = Text(
        label=_("A moment you remember: when and where was it?"), longest=400, rows=2,
        help_text=_("Last week, in the planning meeting."),
    )  # fmt: skip
    behaviour = Text(
        label=_("What did you see or hear?"), longest=600, rows=2,
        help_text=_("What a camera would have seen, not what somebody is."),
    )  # fmt: skip
    impact = Text(label=_("What did it lead to?"), longest=600, rows=2)
    theme = forms.ChoiceField(
        label=_("Which one thing should they try more of?"), choices=list(THEMES.items()),
        widget=forms.RadioSelect, error_messages={"required": _("Choose one thing")},
    )  # fmt: skip
    wish = Text(
        label=_("By what would you notice it?"), longest=600, rows=2,
        help_text=_("One thing you would see or hear next month."),
    )  # fmt: skip

    def clean_strengths(self) -> list[str]:
        """More than three would say nothing."""
        chosen: list[str] = self.cleaned_data["strengths"]
        if len(chosen) > MOST_STRENGTHS:
            raise ValidationError(_now("Choose three things or fewer"))
        return chosen

    def clean(self) -> dict[str, Any]:
        """A situation or an impact without what happened says nothing."""
        cleaned = super().clean() or {}
        around = cleaned.get("situation") or cleaned.get("impact")
        if around and not cleaned.get("behaviour") and "behaviour" not in self.errors:
            self.add_error("behaviour", _("Enter what you saw or heard, or leave all three empty"))
        return cleaned


def _colleague(number: int, line: str) -> tuple[str, str]:
    found = LINE.match(line)
    if not found or not found["name"]:
        told = _now("Line %(number)s: enter a name, a comma and an e-mail address")
        raise ValidationError(told % {"number": number})
    try:
        validate_email(found["email"])
        return Name(label=_("Name"), longest=120).clean(found["name"].strip()), found["email"].lower()
    except ValidationError as wrong:
        told = _now("Line %(number)s: enter a plain name and an e-mail address, such as ines@example.org")
        raise ValidationError(told % {"number": number}) from wrong
