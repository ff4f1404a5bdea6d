"""The shape of an item of evidence."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.growth.skills.models import Framework, Skill
from alongside.kit.clock import now
from alongside.kit.fields import Line, Text
from alongside.kit.meanwhile import Meanwhile
from alongside.kit.uploads import Taken, take

SKILL = _("Choose a skill")
LEVEL = _("Choose the level that it shows")
DAY = _("Enter a day, such as 2026-05-31")


class Told(Meanwhile):
    """What was done, what it shows, and what there is to see."""

    skill = forms.ChoiceField(
        label=_("Which skill does it show?"), error_messages={"required": SKILL, "invalid_choice": SKILL},
    )  # fmt: skip
    level = forms.TypedChoiceField(
        label=_("At which level?"), coerce=int, widget=forms.RadioSelect,
        error_messages={"required": LEVEL, "invalid_choice": LEVEL},
    )  # fmt: skip
    title = Line(
        label=_("What did you do?"), longest=160, enter=_("Enter what you did"),
        help_text=_("One thing that somebody else could have seen, such as “re-planned the roadmap with three teams”."),
    )  # fmt: skip
    text = Text(
        label=_("Why is that this level?"), longest=2000, rows=4, enter=_("Enter why it is this level"),
        help_text=_("Your own part, what was hard, and what came of it. Whoever you ask to confirm it reads this."),
    )  # fmt: skip
    day = forms.DateField(
        label=_("When was it?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": DAY, "invalid": DAY},
    )  # fmt: skip
    link = forms.URLField(
        label=_("A link to it"), required=False, max_length=500, assume_scheme="https",
        error_messages={"invalid": _("Enter an address, such as https://example.org/roadmap"),
                        "max_length": _("The link must be 500 characters or less")},
    )  # fmt: skip
    file = forms.FileField(
        label=_("A file"), required=False,
        help_text=_("A PDF, a picture, a text or an office document, smaller than 10 MB. Whoever you ask can open it."),
    )  # fmt: skip

    def __init__(self, *args: Any, skills: list[Skill], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_code = {one.code: one for one in skills}
        self.fields["skill"] = _skills(self.fields["skill"], skills)
        level = self.fields["level"]
        assert isinstance(level, forms.TypedChoiceField)
        level.choices = _levels(skills[0].framework)

    def clean_day(self) -> dt.date:
        """Only what was done."""
        day: dt.date = self.cleaned_data["day"]
        if day > now().date():
            raise forms.ValidationError(_("Enter today or a day before"))
        return day

    def clean_link(self) -> str:
        """Only an address that opens a page."""
        link: str = self.cleaned_data["link"]
        if link and not link.lower().startswith(("https://", "http://")):
            raise forms.ValidationError(_("Enter an address that begins with https://"))
        return link

    def clean_file(self) -> Taken | None:
        """A file that is what it is called."""
        upload = self.cleaned_data.get("file")
        return take(upload) if upload else None

    def chosen(self) -> Skill:
        """The skill."""
        return self.by_code[self.cleaned_data["skill"]]


def _skills(field: forms.Field, skills: list[Skill]) -> forms.Field:
    assert isinstance(field, forms.ChoiceField)
    areas = groupby(skills, lambda one: one.area)
    field.choices = [("", _("Choose a skill"))] + [
        (area, [(one.code, one.name) for one in found]) for area, found in areas
    ]
    return field


def _levels(framework: Framework) -> list[tuple[Any, Any]]:
    return [(one["level"], f"{one['level']} {one['name']}") for one in framework.levels]
