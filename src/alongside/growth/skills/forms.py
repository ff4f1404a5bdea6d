"""What is typed about skills: a level for each skill of an area."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.html import format_html, strip_tags
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from alongside.kit.meanwhile import Meanwhile

from .models import Skill
from .queries import Area


class Levels(Meanwhile):
    """The skills of one area, each with its levels described."""

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        there = {one.skill.key: str(one.level or "") for one in area.skills}
        super().__init__(*args, there=there, **kwargs)
        self.area = area
        for one in area.skills:
            self.fields[one.skill.key] = forms.TypedChoiceField(
                label=one.skill.name, choices=_choices(one.skill), coerce=int, empty_value=None,
                required=False, widget=forms.RadioSelect,
                error_messages={"invalid_choice": _say(one.skill.framework.best)},
            )  # fmt: skip

    def _shown(self, name: str) -> str:
        return strip_tags(super()._shown(name))

    def levels(self) -> Iterator[tuple[Skill, int | None]]:
        """Each skill with the level that was chosen; a skill that was not on the page is left alone."""
        for one in self.area.skills:
            if self.add_prefix(one.skill.key) in self.data:
                yield one.skill, self.cleaned_data[one.skill.key]


def _say(best: int) -> StrOrPromise:
    return format_lazy(_("Choose a level from 1 to {best}"), best=best)


def _choices(skill: Skill) -> list[tuple[Any, Any]]:
    names = {level["level"]: level["name"] for level in skill.framework.levels}
    described = [
        (level, format_html("<span><strong>{} {}</strong> {}</span>", level, names.get(level, ""), words))
        for level, words in enumerate(skill.descriptors, start=1)
    ]
    return [("", _("Not said")), *described]
