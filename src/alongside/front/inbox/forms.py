"""The shape of what a person wishes to be told, and how."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.activity.notices.kinds import every_kind
from alongside.activity.notices.models import Preference

CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
WRONG = {"invalid": _("Enter a time such as 21:30")}


class Choose(forms.Form):
    """One choice for each kind of notice, and the quiet hours."""

    quiet_from = forms.TimeField(label=_("Quiet from"), required=False, widget=CLOCK, error_messages=WRONG)
    quiet_until = forms.TimeField(label=_("Quiet until"), required=False, widget=CLOCK, error_messages=WRONG)

    def __init__(self, data: Any = None, *, preference: Preference) -> None:
        super().__init__(data)
        for kind in every_kind():
            self.fields[kind.name] = forms.ChoiceField(
                label=kind.label,
                choices=[(way.value, way.label) for way in kind.ways],
                initial=preference.way_of(kind).value,
                error_messages={
                    "required": _("Choose one of the ways"),
                    "invalid_choice": _("Choose one of the ways"),
                },
            )
        for end in ("quiet_from", "quiet_until"):
            self.fields[end].initial = getattr(preference, end)

    def clean(self) -> dict[str, Any]:
        """Quiet hours have two ends, and are not the whole day."""
        said = super().clean() or {}
        begins, ends = said.get("quiet_from"), said.get("quiet_until")
        if begins and not ends and "quiet_until" not in self.errors:
            self.add_error("quiet_until", _("Enter when the quiet hours end"))
        if ends and not begins and "quiet_from" not in self.errors:
            self.add_error("quiet_from", _("Enter when the quiet hours begin"))
        if begins and begins == ends:
            self.add_error("quiet_until", _("Enter another time than the one at which they begin"))
        return said

    def groups(self) -> Iterator[tuple[str | Promise, list[forms.BoundField]]]:
        """The choices by what they are about."""
        for group, kinds in groupby(every_kind(), key=lambda kind: kind.group):
            yield group, [self[kind.name] for kind in kinds]

    @property
    def ways(self) -> dict[str, str]:
        """The chosen way of each kind."""
        return {kind.name: self.cleaned_data[kind.name] for kind in every_kind()}

    @property
    def quiet(self) -> tuple[dt.time, dt.time] | None:
        """When the quiet hours begin and end, or None."""
        begins, ends = self.cleaned_data["quiet_from"], self.cleaned_data["quiet_until"]
        return (begins, ends) if begins and ends else None
