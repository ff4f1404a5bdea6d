"""The skills that something shows."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.growth.skills.models import Skill
from alongside.kit.fields import Several
from alongside.kit.meanwhile import Meanwhile

MOST = 5
MANY = _("Choose five skills or fewer: what shows everything shows nothing")


class Shows(Meanwhile):
    """A few skills of the framework."""

    skills = Several(
        label=_("Which skills does it show?"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Five at most. Each can become evidence from here."),
        error_messages={"invalid_choice": _("Choose skills of the framework")},
    )  # fmt: skip

    def __init__(self, *args: Any, skills: list[Skill], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["skills"]
        assert isinstance(field, forms.MultipleChoiceField)
        areas = groupby(skills, lambda one: one.area)
        field.choices = [(area, [(one.word, one.name) for one in found]) for area, found in areas]

    def clean_skills(self) -> list[str]:
        """Not too many."""
        chosen: list[str] = self.cleaned_data["skills"]
        if len(chosen) > MOST:
            raise forms.ValidationError(MANY)
        return chosen
