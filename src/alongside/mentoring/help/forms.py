"""The shapes of what is typed about a concern."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.fields import Line, Text

from .models import Concern


class Tell(forms.Form):
    """To whom, about which mentorship, and what."""

    helper = forms.ChoiceField(
        label=_("Who should read it?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose who should read it"),
            "invalid_choice": _("Choose one of the people here"),
        },
        help_text=_("None of them is in a mentorship with you, and none is your manager or your partner's."),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("What is it about?"), choices=Concern.Kind.choices)
    about = forms.ChoiceField(label=_("Which mentorship?"), required=False)
    text = Text(
        label=_("What happened, or what do you need?"), longest=4000, rows=6,
        enter=_("Enter what happened or what you need"),
        help_text=_("Only the person whom you choose can read this."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, helpers: Sequence[Person], about: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        people = [(one.code, one.name) for one in helpers]
        if len(people) == 1:
            self.fields["helper"].initial = people[0][0]
        for field, choices in (("helper", people), ("about", [("", _("None of them")), *about])):
            self.fields[field].choices = choices  # type: ignore[attr-defined]  # both are choice fields


class Close(forms.Form):
    """What was done."""

    answer = Text(
        label=_("What did you do?"), longest=4000, rows=4, enter=_("Enter what you did"),
        help_text=_("The person who asked you reads this."),
    )  # fmt: skip


class Name(forms.Form):
    """Whom to name."""

    email = Line(label=_("Email address of a member"), longest=254, enter=_("Enter an email address"))
