"""The shapes of what is typed around feedback."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import Skill
from alongside.kit.fields import Text

from .models import Feedback

WEEKS = [(4, _("In four weeks")), (6, _("In six weeks")), (8, _("In eight weeks"))]


class OneSkill(forms.Form):
    """Something about one skill, or none."""

    def __init__(self, *args: Any, skills: list[Skill], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.skills = {skill.code: skill for skill in skills}
        choices = [
            ("", _("None in particular")),
            *((code, skill.name) for code, skill in self.skills.items()),
        ]
        self.fields["skill"] = forms.ChoiceField(
            label=_("Which skill is it about?"), choices=choices, required=False
        )

    def said(self) -> dict[str, Any]:
        """What the actions take."""
        return {**self.cleaned_data, "skill": self.skills.get(self.cleaned_data["skill"])}


class Ask(OneSkill):
    """What one would like to hear about."""

    other = forms.ChoiceField(label=_("Whom do you ask?"), error_messages={"required": _("Choose somebody")})
    question = Text(
        label=_("What would you like to hear about?"), longest=600, rows=3,
        help_text=_("One thing you did, lately: how I opened the release review on Tuesday."),
        enter=_("Enter what you would like to hear about"),
    )  # fmt: skip

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.code: person for person in people}
        _offer(self.fields["other"], people)

    def asked(self) -> dict[str, Any]:
        """What the action takes."""
        said = self.said()
        return {"giver": self.people[said["other"]], "question": said["question"], "skill": said["skill"]}


class Give(OneSkill):
    """Situation, behaviour, impact, and a question."""

    situation = Text(
        label=_("Situation: when and where was it?"), longest=600, rows=2,
        help_text=_("On Tuesday, in the release review with the directors."),
        enter=_("Enter when and where it was"),
    )  # fmt: skip
    behaviour = Text(
        label=_("Behaviour: what did you see or hear?"), longest=800, rows=3,
        help_text=_("You opened with the two dates and waited until both had spoken."),
        enter=_("Enter what you saw or heard"),
    )  # fmt: skip
    impact = Text(
        label=_("Impact: what did it lead to?"), longest=800, rows=3,
        help_text=_("They talked to each other instead of to you, and the scope was cut in ten minutes."),
        enter=_("Enter what it led to"),
    )  # fmt: skip
    ask = Text(
        label=_("A question to end with"), longest=400, rows=2,
        help_text=_("What did you want to achieve with the pause?"),
    )  # fmt: skip
    as_it_is = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def given(self) -> dict[str, Any]:
        """What the actions take."""
        said = self.said()
        del said["as_it_is"]
        return said

    def texts(self) -> dict[str, str]:
        """The four texts alone."""
        return {name: self.cleaned_data[name] for name in ("situation", "behaviour", "impact", "ask")}


class Offer(Give):
    """The same, for somebody who has not asked."""

    other = forms.ChoiceField(label=_("For whom is it?"), error_messages={"required": _("Choose somebody")})
    field_order = ("other",)

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.code: person for person in people}
        _offer(self.fields["other"], people)


class Answer(forms.Form):
    """How it landed, and what to try."""

    landing = forms.ChoiceField(
        label=_("How did it land?"), choices=Feedback.Landing.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it landed")},
    )  # fmt: skip
    will_try = Text(
        label=_("What will you try?"), longest=600, rows=2,
        help_text=_("One thing, small enough for next week. Leave it empty if there is nothing to try."),
    )  # fmt: skip
    practice = Text(
        label=_("Where will you practise it?"), longest=300, rows=2, help_text=_("Tuesday's stand-up.")
    )
    weeks = forms.TypedChoiceField(
        label=_("When should they look again?"), choices=WEEKS, coerce=int, initial=6,
        error_messages={"required": _("Choose when they should look again")},
    )  # fmt: skip


class LookAgain(forms.Form):
    """What the giver sees now."""

    change = forms.ChoiceField(
        label=_("What do you see now?"), choices=Feedback.Change.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you see now")},
    )  # fmt: skip
    seen_now = Text(
        label=_("What did you see or hear?"), longest=800, rows=3, enter=_("Enter what you saw or heard")
    )


def _offer(field: forms.Field, people: Sequence[Person]) -> None:
    assert isinstance(field, forms.ChoiceField)
    field.choices = [(person.code, person.name) for person in people]
    if len(people) == 1:
        field.initial, field.widget = people[0].code, forms.HiddenInput()
