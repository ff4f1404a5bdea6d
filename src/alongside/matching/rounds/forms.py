"""What a round is, and which rules hold for it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from alongside.kit.fields import Line
from alongside.people.careers.words import Level

from .models import Aim

RUNGS = [("", _("No rule"))] + [(str(rungs), str(rungs)) for rungs in range(len(Level.choices))]
WHOLE = {"invalid": _("Enter a whole number")}


def _percent(label: StrOrPromise) -> forms.IntegerField:
    bounds = {"min_value": _("Enter 0 or more"), "max_value": _("Enter 100 or less")}
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=100, error_messages=WHOLE | bounds
    )


class Named(forms.Form):
    """Its name, its days, and how it is decided."""

    name = Line(label=_("Name"), longest=120, enter=_("Enter the name of the round"))
    collect_until = forms.DateField(
        label=_("Collect until"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Stands in the reminders. You freeze the round yourself."),
        error_messages={"invalid": _("Enter a date, such as 2027-03-27")},
    )  # fmt: skip
    answer_days = forms.IntegerField(
        label=_("Days to answer an invitation"), min_value=1, max_value=60,
        error_messages={
            "required": _("Enter a number from 1 to 60"), "min_value": _("Enter 1 or more"),
            "max_value": _("Enter 60 or less"), **WHOLE,
        },
    )  # fmt: skip
    decided_by = forms.ChoiceField(
        label=_("How it is decided"), choices=Aim.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it is decided")},
    )  # fmt: skip


class Ruled(forms.Form):
    """The rules that no pair may break."""

    own_organisation = forms.BooleanField(label=_("Only pairs of one company"), required=False)
    one_per_team = forms.BooleanField(label=_("At most one mentee of a team with one mentor"), required=False)
    floor = _percent(_("No pair below a fit of (points of 100)"))
    inside_low = _percent(_("At least so many percent of the pairs inside one company"))
    inside_high = _percent(_("At most so many percent of the pairs inside one company"))
    seniority_low = forms.ChoiceField(
        label=_("A mentor stands at least so many rungs above"), required=False, choices=RUNGS
    )
    seniority_high = forms.ChoiceField(
        label=_("A mentor stands at most so many rungs above"), required=False, choices=RUNGS
    )

    def __init__(self, *args: Any, rules: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"initial": _typed(rules)})

    def clean(self) -> dict[str, Any]:
        """The least comes before the most."""
        cleaned = super().clean() or {}
        for name, sentence in LEAST_FIRST.items():
            low, high = (_number(cleaned.get(f"{name}_{end}")) for end in ("low", "high"))
            if low is not None and high is not None and low > high:
                self.add_error(f"{name}_high", sentence)
        return cleaned

    def rules(self) -> dict[str, Any]:
        """The rules as they are kept; what does not hold is left out."""
        told = self.cleaned_data
        kept: dict[str, Any] = {name: True for name in ("own_organisation", "one_per_team") if told[name]}
        if told["floor"]:
            kept["floor"] = told["floor"]
        low, high = told["inside_low"] or 0, 100 if told["inside_high"] is None else told["inside_high"]
        if (low, high) != (0, 100):
            kept["inside"] = [low / 100, high / 100]
        least, most = _number(told["seniority_low"]), _number(told["seniority_high"])
        if (least, most) != (None, None):
            kept["seniority"] = [-MANY if least is None else least, MANY if most is None else most]
        return kept


LEAST_FIRST = {
    "inside": _("The most must not be less than the least"),
    "seniority": _("The most must not be less than the least"),
}
MANY = 9
"""More rungs than the ladder has."""


def _number(typed: Any) -> int | None:  # Any: what a field holds
    return None if typed in {None, ""} else int(typed)


def _typed(rules: dict[str, Any]) -> dict[str, Any]:
    """Kept rules as the fields show them."""
    low, high = rules.get("inside") or (None, None)
    least, most = rules.get("seniority") or (None, None)
    return {
        "own_organisation": rules.get("own_organisation"),
        "one_per_team": rules.get("one_per_team"),
        "floor": rules.get("floor"),
        "inside_low": round(low * 100) if low else None,
        "inside_high": round(high * 100) if high is not None and high < 1 else None,
        "seniority_low": "" if least is None or least < 0 else str(least),
        "seniority_high": "" if most is None or most >= MANY else str(most),
    }
