"""What is typed when a colleague is asked, and when they answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Line, Name, Text


class Ask(forms.Form):
    """Whom to ask."""

    colleague_name = Name(
        label=_("Name of the colleague"), longest=120, enter=_("Enter the name of the colleague")
    )
    colleague_email = forms.EmailField(
        label=_("E-mail address of the colleague"), max_length=254,
        help_text=_("They get one letter with a link. They need no account."),
        error_messages={
            "required": _("Enter the e-mail address of the colleague"),
            "invalid": _("Enter an e-mail address, such as ines@example.org"),
            "max_length": _("The e-mail address must be 254 characters or less"),
        },
    )  # fmt: skip


class Answer(forms.Form):
    """A colleague's word."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    answer = forms.ChoiceField(
        label=_("Your answer"),
        choices=[("confirmed", _("Yes, this is how it was")), ("declined", _("No, I cannot confirm this"))],
        widget=forms.RadioSelect, error_messages={"required": _("Choose yes or no")},
    )  # fmt: skip
    relation = Line(
        label=_("How did you work together?"),
        longest=120,
        help_text=_("For example: I was the engineering lead."),
    )
    comment = Text(
        label=_("Would you like to add a word?"), longest=600, rows=3,
        help_text=_("It is shown beside what you confirm."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Whoever confirms says how they know."""
        cleaned = super().clean() or {}
        if (
            cleaned.get("answer") == "confirmed"
            and not cleaned.get("relation")
            and "relation" not in self.errors
        ):
            self.add_error("relation", _("Enter how you worked together"))
        return cleaned
