"""What is typed about a career, one form for each kind of part."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from alongside.kit.fields import Line, Name, Text
from alongside.kit.meanwhile import Meanwhile

from .models import Position, Story
from .words import Function, Industry, Level, Move, ProductType, Size, Stage

MONTHS = ["%Y-%m", "%Y-%m-%d", "%m/%Y", "%b %Y", "%B %Y", "%Y"]
EARLIEST = 1940


def _choice(label: StrOrPromise, choices: list[tuple[Any, Any]], **more: Any) -> forms.ChoiceField:
    """A list of which nothing may be chosen."""
    return forms.ChoiceField(label=label, choices=[("", _("Not said")), *choices], required=False, **more)


class Month(forms.DateField):
    """A month, kept as its first day."""

    def __init__(self, *, label: StrOrPromise, **kwargs: Any) -> None:
        errors = {"invalid": _("Enter a month and a year, such as 2019-03")}
        widget = forms.DateInput(attrs={"type": "month", "placeholder": "2019-03"}, format="%Y-%m")
        super().__init__(
            label=label, required=False, input_formats=MONTHS, widget=widget, error_messages=errors, **kwargs
        )

    def clean(self, value: Any) -> dt.date | None:
        """The first of the month, in a year that somebody could have worked in."""
        day = super().clean(value)
        if day and not EARLIEST <= day.year <= dt.date.max.year - 1:
            raise forms.ValidationError(self.error_messages["invalid"])
        return day.replace(day=1) if day else None


class Part(Meanwhile):
    """What the forms of all parts share: they begin with what the part says now."""

    def __init__(self, *args: Any, part: Any = None, **kwargs: Any) -> None:
        there = {name: getattr(part, name) for name in self.base_fields if part and hasattr(part, name)}
        super().__init__(*args, there=there, **kwargs)


class PositionForm(Part):
    """A job, with the company as it was then."""

    title = Line(label=_("Title"), longest=160, enter=_("Enter the title of the position"))
    company = Name(
        label=_("Company"), longest=160, enter=_("Enter the company, or what kind of company it was")
    )
    function = forms.ChoiceField(label=_("Kind of work"), choices=Function.choices, initial=Function.PRODUCT)
    level = forms.TypedChoiceField(
        label=_("Level"),
        choices=[("", _("Not said")), *Level.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    manages = forms.BooleanField(label=_("I led people"), required=False)
    started = Month(label=_("From"))
    ended = Month(label=_("Until"), help_text=_("Leave it empty if you work there now."))
    stage = _choice(_("Stage of the company then"), Stage.choices)
    size = _choice(_("Size of the company then"), Size.choices)
    industry = _choice(_("Industry"), Industry.choices)
    product_type = _choice(_("Type of product"), ProductType.choices)
    about = Text(
        label=_("What you did there"), longest=3000, rows=5,
        help_text=_("A few lines: what you were trusted with, and what came of it."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A position ends after it starts."""
        cleaned = super().clean() or {}
        started, ended = cleaned.get("started"), cleaned.get("ended")
        if started and ended and ended < started:
            self.add_error("ended", _("The position must end in the month it starts or later"))
        return cleaned


class LaunchForm(Part):
    """Something brought to people."""

    product = Line(
        label=_("Product"), longest=160, enter=_("Enter the product, or what kind of product it was")
    )
    position = forms.ModelChoiceField(
        Position.objects.none(), label=_("In which position"), required=False, empty_label=_("Not said"),
        to_field_name="code", error_messages={"invalid_choice": _("Choose one of your positions")},
    )  # fmt: skip
    problem = Text(label=_("The problem"), longest=2000, rows=3, enter=_("Enter the problem that it solved"))
    part = Text(
        label=_("Your own part"), longest=2000, rows=3, enter=_("Enter what you did yourself"),
        help_text=_("What would not have happened without you?"),
    )  # fmt: skip
    measure = Line(
        label=_("Measure"), longest=160, help_text=_("For example: activated accounts in the first week")
    )
    before = Line(label=_("Before"), longest=60)
    after = Line(label=_("After"), longest=60)
    link = forms.URLField(
        label=_("Link"), required=False, max_length=500, assume_scheme="https",
        error_messages={"invalid": _("Enter an address, such as https://example.org/launch"),
                        "max_length": _("Link must be 500 characters or less")},
    )  # fmt: skip
    launched = Month(label=_("Launched"))

    def __init__(self, *args: Any, owner: Any, part: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, part=part, **kwargs)
        choice = self.fields["position"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = Position.objects.of(owner).order_by("-started", "-pk")

    def clean_link(self) -> str:
        """Only an address that opens a page."""
        link: str = self.cleaned_data["link"]
        if link and not link.lower().startswith(("https://", "http://")):
            raise forms.ValidationError(_("Enter an address that begins with https://"))
        return link


class StoryForm(Part):
    """A success or a failure."""

    kind = forms.ChoiceField(
        label=_("How it ended"), choices=Story.Kind.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it ended")},
    )  # fmt: skip
    title = Line(label=_("Title"), longest=160, enter=_("Enter a title for the story"))
    happened = Text(
        label=_("What happened"), longest=4000, rows=6, enter=_("Enter what happened"),
        help_text=_("Told honestly: the situation, what you tried, how it turned out."),
    )  # fmt: skip
    learned = Text(label=_("What you learned"), longest=2000, rows=4, enter=_("Enter what you learned"))


class MoveForm(Part):
    """A move that the positions do not show."""

    move = forms.ChoiceField(
        label=_("Move"), choices=[("", _("Choose a move")), *Move.choices],
        error_messages={"required": _("Choose a move")},
    )  # fmt: skip
    year = forms.IntegerField(
        label=_("Year"), required=False, min_value=EARLIEST, max_value=2100,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _("Enter a year, such as 2019")),
    )  # fmt: skip
    note = Line(label=_("How it came about"), longest=300)


FORMS: dict[str, type[Part]] = {
    "positions": PositionForm,
    "launches": LaunchForm,
    "stories": StoryForm,
    "moves": MoveForm,
}
"""The form of each kind of part, by the word in its address."""
