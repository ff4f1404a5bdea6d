"""What is typed when somebody is asked about evidence, and when they answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.fields import Line, Name, Text

MENTOR = _("Choose one of your mentors")
CHOICES = [("yes", _("Yes, I saw this, and it shows this level")), ("no", _("No, I cannot confirm this"))]


class AskMentor(forms.Form):
    """Which mentor."""

    def __init__(self, *args: Any, mentors: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mentors = {one.code: one for one in mentors}
        self.fields["mentor"] = forms.ChoiceField(
            label=_("Which mentor?"), choices=[(one.code, one.name) for one in mentors], widget=forms.RadioSelect,
            initial=mentors[0].code if len(mentors) == 1 else None,
            error_messages={"required": MENTOR, "invalid_choice": MENTOR},
        )  # fmt: skip

    def chosen(self) -> Person:
        """The mentor."""
        return self.mentors[self.cleaned_data["mentor"]]


class AskColleague(forms.Form):
    """Which colleague."""

    name = Name(label=_("Name of the colleague"), longest=120, enter=_("Enter the name of the colleague"))
    email = forms.EmailField(
        label=_("E-mail address of the colleague"), max_length=254,
        help_text=_("They get one letter with a link. They need no account."),
        error_messages={
            "required": _("Enter the e-mail address of the colleague"),
            "invalid": _("Enter an e-mail address, such as ines@example.org"),
            "max_length": _("The e-mail address must be 254 characters or less"),
        },
    )  # fmt: skip


class Answer(forms.Form):
    """A mentor's word: yes, or no and why."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    answer = forms.ChoiceField(
        label=_("Your answer"), choices=CHOICES, widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no"), "invalid_choice": _("Choose yes or no")},
    )  # fmt: skip
    why = Text(
        label=_("Why?"), longest=600, rows=3,
        help_text=_("After a no: what is missing for this level. After a yes: what convinced you, if you like."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A no without a reason helps nobody."""
        cleaned = super().clean() or {}
        if cleaned.get("answer") == "no" and not cleaned.get("why") and "why" not in self.errors:
            self.add_error("why", _("Enter what is missing for this level"))
        return cleaned


class ColleagueAnswer(Answer):
    """A colleague says too how they know."""

    relation = Line(
        label=_("How did you work together?"), longest=120, help_text=_("For example: I was the engineering lead."),
        enter=_("Enter how you worked together"),
    )  # fmt: skip
    field_order = ["seen", "answer", "relation", "why"]
