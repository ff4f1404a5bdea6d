"""The shapes of what is typed around an introduction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.fields import Line, Name, Text

from .models import Introduction, Outcome


class Ask(forms.Form):
    """Whom to meet, and why."""

    mentor = forms.ChoiceField(label=_("Whom do you ask?"), error_messages={"required": _("Choose a mentor")})
    wanted = Line(
        label=_("Whom would you like to meet?"), longest=200,
        help_text=_("A name, or a kind of person: somebody who has priced a platform product."),
        enter=_("Enter whom you would like to meet"),
    )  # fmt: skip
    purpose = Text(
        label=_("What is it for?"), longest=1000, rows=3,
        help_text=_("Your mentor reads this: what you would do with twenty minutes of their time."),
        enter=_("Enter what the introduction is for"),
    )  # fmt: skip
    blurb = Text(
        label=_("A few lines to pass on"), longest=1200, rows=6,
        help_text=_("The other person reads this: who you are, one specific question, how little time it takes."),
        enter=_("Enter a few lines that your mentor can pass on"),
    )  # fmt: skip

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.code: person for person in people}
        mentor = self.fields["mentor"]
        assert isinstance(mentor, forms.ChoiceField)
        mentor.choices = [(person.code, person.name) for person in people]
        if len(people) == 1:
            mentor.initial, mentor.widget = people[0].code, forms.HiddenInput()

    def asked(self) -> dict[str, Any]:
        """What the action takes."""
        return {**self.cleaned_data, "mentor": self.people[self.cleaned_data["mentor"]]}


class PassOn(forms.Form):
    """Who the third person is."""

    name = Name(label=_("Their name"), longest=120, enter=_("Enter their name"))
    email = forms.EmailField(
        label=_("Their e-mail address"), max_length=254,
        help_text=_("They get one letter with a link, and need no account."),
        error_messages={
            "required": _("Enter their e-mail address"),
            "invalid": _("Enter an e-mail address, such as kim@example.org"),
            "max_length": _("The e-mail address must be 254 characters or less"),
        },
    )  # fmt: skip
    note = Text(label=_("A word from you"), longest=600, rows=3, help_text=_("Only they read it."))


class KeepBack(forms.Form):
    """Why not, for the mentor alone."""

    reason = Text(
        label=_("Why not"),
        longest=600,
        rows=2,
        help_text=_("Only you read this. Your mentee reads “not now”."),
    )


class Answer(forms.Form):
    """The third person's answer."""

    said = forms.ChoiceField(
        label=_("Your answer"), choices=Introduction.Answer.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes, not now or no")},
    )  # fmt: skip


class TellOutcome(forms.Form):
    """What came of it."""

    kind = forms.ChoiceField(
        label=_("What came of it?"), choices=Outcome.Kind.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Choose what came of it")},
    )  # fmt: skip
    text = Text(label=_("In a few words"), longest=1000, rows=3)


class Thank(forms.Form):
    """Thanks to the mentor."""

    text = Text(
        label=_("Your thanks"), longest=1000, rows=3, enter=_("Enter a line of thanks"),
        help_text=_("Say what the introduction made possible: it is what mentors most like to hear."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "thanks_%s")  # the outcome on the same page has a text too
        super().__init__(*args, **kwargs)
