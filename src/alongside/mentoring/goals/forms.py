"""The shapes of what is typed about a goal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.growth.skills.models import Skill
from alongside.kit.clock import now
from alongside.kit.fields import Line, Text

from . import quarters
from .levels import LEVELS, SCORES
from .models import Goal

WEIGHTS = [(1, _("One of several")), (2, _("Important")), (3, _("The one that matters most"))]


class Wording(forms.Form):
    """A goal with its five levels."""

    title = Line(label=_("The goal"), longest=200, enter=_("Enter the goal in one sentence"))
    skill = forms.ChoiceField(label=_("Skill that it builds"), required=False)
    weight = forms.TypedChoiceField(
        label=_("How much it matters"),
        choices=WEIGHTS,
        coerce=int,
        initial=1,
        error_messages={"required": _("Choose how much it matters")},
    )

    def __init__(self, *args: Any, skills: list[Skill], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.skills = {skill.code: skill for skill in skills}
        choices = [
            ("", _("None in particular")),
            *((code, skill.name) for code, skill in self.skills.items()),
        ]
        self.fields["skill"].choices = choices  # type: ignore[attr-defined]  # it is a choice field
        for level, name, hint in LEVELS:
            enter = _("Describe every level, so that both know what the result will mean")
            self.fields[f"level_{level + 2}"] = Text(
                label=name, longest=400, enter=enter, help_text=hint, rows=2
            )

    def wording(self) -> dict[str, Any]:
        """What the actions take."""
        said = self.cleaned_data
        return {
            "title": said["title"],
            "levels": [said[f"level_{place}"] for place in range(5)],
            "weight": said["weight"],
            "skill": self.skills.get(said["skill"]),
        }


class New(Wording):
    """A goal for this quarter or the next."""

    quarter = forms.ChoiceField(label=_("Quarter"), error_messages={"required": _("Choose a quarter")})

    field_order = ("title", "quarter")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        this = quarters.of(now().date())
        both = [this, quarters.after(this)]
        self.fields["quarter"].choices = [(one, quarters.spoken(one)) for one in both]  # type: ignore[attr-defined]  # it is a choice field

    def wording(self) -> dict[str, Any]:
        """What the action takes."""
        return super().wording() | {"quarter": self.cleaned_data["quarter"]}


class Tell(forms.Form):
    """A progress entry."""

    text = Text(label=_("What moved"), longest=2000, enter=_("Enter what moved, even if it is small"), rows=3)
    level = forms.TypedChoiceField(
        label=_("Where the goal stands now"),
        choices=[("", _("I do not say yet")), *SCORES],
        coerce=int,
        empty_value=None,
        required=False,
    )
    link = forms.URLField(
        label=_("Link to evidence"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Such as a document, a chart or a recording that the other may open."),
        error_messages={
            "invalid": _("Enter a link such as https://example.org/report"),
            "max_length": _("The link must be 500 characters or less"),
        },
    )


class Result(forms.Form):
    """The level that was reached in the end."""

    score = forms.TypedChoiceField(
        label=_("The level that was reached"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose the level that was reached"),
            "invalid_choice": _("Choose one of the five levels"),
        },
    )

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        texts = goal.level_texts
        named_levels = [(level, f"{name}. {text}") for (level, name), text in zip(SCORES, texts, strict=True)]
        self.fields["score"].choices = named_levels  # type: ignore[attr-defined]  # it is a choice field


def words_of(goal: Goal) -> dict[str, Any]:
    """The goal as the form's first values."""
    levels = {f"level_{place}": text for place, text in enumerate(goal.level_texts)}
    return {
        "title": goal.title,
        "weight": goal.weight,
        "skill": goal.skill.code if goal.skill else "",
        **levels,
    }
