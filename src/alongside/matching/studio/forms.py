"""What coordinators ask of the studio."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.fields import Line
from alongside.matching.rounds.models import Aim
from alongside.programmes.programmes.weights import BOUNDS, LABELS

from .asking import Setting
from .models import Pin

AIMS = [
    (Aim.TOTAL, _("Total fit")),
    (Aim.WORST_OFF, _("Worst-off first")),
    (Aim.STABLE, _("Stable")),
]


def _number(label: Any, low: int, high: int) -> forms.IntegerField:  # Any: a translated text
    return forms.IntegerField(
        label=label, required=False, min_value=low, max_value=high,
        error_messages={
            "invalid": _("Enter a whole number from %(low)d to %(high)d") % {"low": low, "high": high},
            "min_value": _("Enter %(low)d or more") % {"low": low},
            "max_value": _("Enter %(high)d or less") % {"high": high},
        },
    )  # fmt: skip


class Asking(forms.Form):
    """Weights, rules and the aim: everything that can be tried."""

    for_the_job: Setting | None = None
    """What was asked for and takes longer than a page may."""
    aim = forms.ChoiceField(
        label=_("Decided by"), choices=AIMS, widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose how the round is decided"),
            "invalid_choice": _("Choose how the round is decided"),
        },
    )  # fmt: skip
    own_organisation = forms.BooleanField(label=_("Only inside one organisation"), required=False)
    one_per_team = forms.BooleanField(label=_("At most one mentee of a team for each mentor"), required=False)
    floor = _number(_("No pair below this fit"), 0, 100)
    above_least = _number(_("Mentor at least so many rungs above"), -10, 10)
    above_most = _number(_("Mentor at most so many rungs above"), -10, 10)
    inside_least = _number(_("At least this share of pairs inside one organisation, in %"), 0, 100)
    inside_most = _number(_("At most this share of pairs inside one organisation, in %"), 0, 100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (low, high) in BOUNDS.items():
            self.fields[name] = forms.IntegerField(
                label=LABELS[name],
                min_value=low,
                max_value=high,
                widget=forms.NumberInput(attrs={"type": "range", "min": low, "max": high, "step": 1}),
                error_messages={
                    "required": _("Enter a number from %(low)d to %(high)d") % {"low": low, "high": high},
                    "invalid": _("Enter a whole number from %(low)d to %(high)d")
                    % {"low": low, "high": high},
                    "min_value": _("Enter %(low)d or more") % {"low": low},
                    "max_value": _("Enter %(high)d or less") % {"high": high},
                },
            )

    def sliders(self, points: Mapping[str, int]) -> list[tuple[str, forms.BoundField, int]]:
        """Every weight as its name, its field, and the points that it has in the answer."""
        return [(name, self[name], points[name]) for name in BOUNDS]

    def clean(self) -> dict[str, Any]:
        """The least is never above the most."""
        cleaned = super().clean() or {}
        for least, most in (("above_least", "above_most"), ("inside_least", "inside_most")):
            low, high = cleaned.get(least), cleaned.get(most)
            if low is not None and high is not None and low > high:
                self.add_error(most, _("The most cannot be less than the least"))
        return cleaned


class Naming(forms.Form):
    """The name under which a scenario is kept."""

    name = Line(label=_("Name of the scenario"), longest=80, enter=_("Enter a name for the scenario"))


class Demanding(forms.Form):
    """What is demanded of a pair."""

    kind = forms.ChoiceField(
        label=_("What is demanded"), choices=Pin.Kind.choices,
        error_messages={
            "required": _("Choose what to demand of the pair"),
            "invalid_choice": _("Choose what to demand of the pair"),
        },
    )  # fmt: skip


class Choosing(forms.Form):
    """Two people, whoever they are."""

    mentee = forms.ModelChoiceField(
        label=_("Mentee"), queryset=Person.objects.none(), to_field_name="code",
        error_messages={
            "required": _("Choose a mentee"), "invalid_choice": _("Choose a mentee of this round"),
        },
    )  # fmt: skip
    mentor = forms.ModelChoiceField(
        label=_("Mentor"), queryset=Person.objects.none(), to_field_name="code",
        error_messages={
            "required": _("Choose a mentor"), "invalid_choice": _("Choose a mentor of this round"),
        },
    )  # fmt: skip

    def __init__(self, *args: Any, mentees: set[int], mentors: set[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, ids in (("mentee", mentees), ("mentor", mentors)):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)  # set above
            field.queryset = Person.objects.filter(pk__in=ids).order_by("name", "pk")
