"""A form with one field of each kind, and one chart of each kind, for the page of patterns."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from .charts.bars import Bar, bars
from .charts.drawing import Chart
from .charts.gantt import gantt
from .charts.line import line_with_band
from .charts.scatter import Dot, scatter
from .charts.stacked import stacked
from .charts.tree import tree

LEVELS = [("1", _("Exploring")), ("2", _("Practising")), ("3", _("Owning"))]


class Specimen(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=_("Name"), max_length=40, error_messages={"required": _("Enter a name")})
    about = forms.CharField(label=_("About"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    level = forms.ChoiceField(label=_("Level"), choices=LEVELS, help_text=_("Choose one"))
    kind = forms.ChoiceField(label=_("Kind"), choices=LEVELS, widget=forms.RadioSelect, required=False)
    several = forms.MultipleChoiceField(
        label=_("Several"), choices=LEVELS, widget=forms.CheckboxSelectMultiple, required=False
    )
    agree = forms.BooleanField(label=_("I agree"), required=False)
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}), required=False)


def charts() -> list[Chart]:
    """One chart of each kind that the practice tools draw."""
    one, two = now("One"), now("Two")
    head = [now("Thing"), now("Value")]
    near = [(0.2, 0.0, 0.5), (0.5, 0.2, 0.8), (0.9, 0.6, 1.0)]
    return [
        bars(now("Bars"), [Bar(one, [5, 3], "8", 6, 10), Bar(two, [4], "4", strong=False)], head=head),
        stacked(now("A stacked bar"), [(one, 6, "6"), (two, 3, "3")], [("8", 8)], head=head),
        scatter(
            now("A scatter"),
            [Dot(one, 2, 8, ["2", "8"], strong=True), Dot(two, 7, 3, ["7", "3"])],
            across=(now("effort"), (0, 10)),
            up=(now("value"), (0, 10)),
            split=(5, 5),
            quadrants=["A", "B", "C", "D"],
            head=[now("Thing"), now("Effort"), now("Value")],
        ),
        line_with_band(
            now("A line with a band"),
            [(0.2, 0.3), (0.5, 0.4), (0.9, 0.8)],
            near,
            axes=(now("said"), now("true")),
            head=head,
            table=[["0.2", "0.3"]],
        ),
        gantt(
            now("A Gantt chart"), [(one, 0, 3, "0 – 3"), (two, 3, 8, "3 – 8")], unit=now("weeks"), head=head
        ),
        tree(now("A tree"), [("a", "", one, "A"), ("b", "a", two, "B")], head=[*head, now("Step")]),
    ]
