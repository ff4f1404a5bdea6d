"""The shapes of advice, decisions, results and actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.fields import Line, Text

from .models import Advice

DECISIONS = [choice for choice in Advice.Decision.choices if choice[0]]


class Give(forms.Form):
    """Advice that was heard."""

    text = Text(label=_("Advice that was given"), longest=1000, enter=_("Enter the advice"), rows=2)


class Decide(forms.Form):
    """What the mentee does with it, and why."""

    decision = forms.ChoiceField(
        label=_("What will you do with it?"),
        choices=DECISIONS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether to do it, adapt it, or not do it")},
    )
    why = Text(label=_("Why"), longest=600, rows=2, enter=_("Enter your reason in a few words"))


class Report(forms.Form):
    """What came of it."""

    result = Text(label=_("What came of it"), longest=1000, enter=_("Enter what came of it"), rows=3)


class Assign(forms.Form):
    """Who does what by when."""

    text = Line(label=_("What"), longest=300, enter=_("Enter what is to be done"))
    owner = forms.ChoiceField(label=_("Who"), error_messages={"required": _("Choose who does it")})
    due_on = forms.DateField(
        label=_("By when"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.code: person for person in people}
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ChoiceField)
        owner.choices = [(person.code, person.name) for person in people]
