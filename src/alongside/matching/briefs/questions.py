"""The shape of each answer; a question may be passed over unless the brief makes no sense without it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.growth.skills.models import Skill
from alongside.kit.fields import Several
from alongside.kit.widgets import Slider
from alongside.people.careers.words import Industry, ProductType, Size, Stage
from alongside.people.careers.words import Move as Moves
from alongside.people.offers.models import Cadence, Help
from alongside.people.profiles.languages import LANGUAGES
from alongside.people.profiles.models import Channel
from alongside.people.profiles.values import VALUES

from .models import Brief

ANY = ("", _("It does not matter"))
PLACES = (1, 2, 3)
LEVELS = [
    (1, _("1 Exploring")),
    (2, _("2 Practising")),
    (3, _("3 Owning")),
    (4, _("4 Leading")),
    (5, _("5 Shaping")),
]

SKILL_LABELS = [_("First skill"), _("Second skill"), _("Third skill")]
TARGET_LABELS = [
    _("Level to reach in the first"),
    _("Level to reach in the second"),
    _("Level to reach in the third"),
]
MIDDLE = 3
"""The level that is aimed at when none is chosen."""


def _one_of(choices: Any, label: Any, **more: Any) -> forms.ChoiceField:  # Any: Django's own shapes
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, **more)


def _any_of(choices: Any, label: Any, **more: Any) -> forms.MultipleChoiceField:  # Any: Django's own shapes
    widget = forms.CheckboxSelectMultiple
    return Several(label=label, choices=choices, widget=widget, required=False, **more)


class Kind(forms.Form):
    """The kind of goal."""

    kind = _one_of(
        Brief.Kind.choices,
        _("Kind of goal"),
        error_messages={"required": _("Choose what you would like from mentoring")},
    )


class Goal(forms.Form):
    """The goal in one sentence."""

    goal = forms.CharField(
        label=_("Your goal"),
        max_length=200,
        help_text=_("For example: move from engineering into a first product role by summer"),
        error_messages={
            "required": _("Enter your goal in one sentence"),
            "max_length": _("Your goal must be 200 characters or less"),
        },
    )


class Why(forms.Form):
    """Why now."""

    why_now = forms.CharField(
        label=_("Why now"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": _("What you wrote must be 2,000 characters or less")},
    )


class Tried(forms.Form):
    """What was tried."""

    tried = forms.CharField(
        label=_("What you have tried"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": _("What you wrote must be 2,000 characters or less")},
    )


class Skills(forms.Form):
    """Up to three goal skills, the first with the highest priority, each with the level aimed at."""

    def __init__(self, *args: Any, skills: list[Skill], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_code = {skill.code: skill for skill in skills}
        for place in PLACES:
            self.fields[f"skill_{place}"] = forms.ChoiceField(
                label=SKILL_LABELS[place - 1],
                choices=[("", _("No skill here")), *_by_area(skills)],
                required=False,
            )
            self.fields[f"target_{place}"] = forms.TypedChoiceField(
                label=TARGET_LABELS[place - 1], choices=_levels(skills), coerce=int, required=False
            )

    def clean(self) -> dict[str, Any]:
        """Gather the rows as ``goal_skills``: [(skill, priority 3 … 1, target)]; no skill twice."""
        cleaned = super().clean() or {}
        rows = [(cleaned.get(f"skill_{n}"), cleaned.get(f"target_{n}")) for n in PLACES]
        skills = [(self.by_code[code], target) for code, target in rows if code]
        chosen = [(skill, target or min(MIDDLE, skill.framework.best)) for skill, target in skills]
        for skill, target in chosen:
            if target > skill.framework.best:
                said = {"skill": skill.name, "best": skill.framework.best}
                raise forms.ValidationError(_("Choose a level from 1 to %(best)s for “%(skill)s”") % said)
        codes = [skill.code for skill, _target in chosen]
        if len(set(codes)) < len(codes):
            raise forms.ValidationError(_("Choose each skill once"))
        goals = [(skill, 3 - place, target) for place, (skill, target) in enumerate(chosen)]
        return {"goal_skills": goals}


def _levels(skills: list[Skill]) -> list[tuple[int, Any]]:
    """The scale of the framework; that of the default one has its words here, to be translated.

    Beside a skill that was chosen in another framework there are numbers alone: the words are those of one.
    """
    framework, scales = skills[0].framework, {one.framework_id: one.framework.best for one in skills}
    if len(scales) > 1:
        return [(level, str(level)) for level in range(1, max(scales.values()) + 1)]
    if framework.is_default:
        return LEVELS
    return [(one["level"], f"{one['level']} {one['name']}") for one in framework.levels]


def _by_area(skills: list[Skill]) -> list[tuple[str, list[tuple[str, str]]]]:
    areas: dict[str, list[tuple[str, str]]] = {}
    for skill in skills:
        areas.setdefault(skill.area, []).append((skill.code, skill.name))
    return list(areas.items())


class Move(forms.Form):
    """The transition that the mentor should have made."""

    move = forms.ChoiceField(label=_("Career move"), choices=[ANY, *Moves.choices], required=False)


class Context(forms.Form):
    """Industry, stage, product type and size."""

    industry = forms.ChoiceField(label=_("Industry"), choices=[ANY, *Industry.choices], required=False)
    stage = forms.ChoiceField(label=_("Stage of the company"), choices=[ANY, *Stage.choices], required=False)
    product_type = forms.ChoiceField(
        label=_("Type of product"), choices=[ANY, *ProductType.choices], required=False
    )
    size = forms.ChoiceField(label=_("Size of the company"), choices=[ANY, *Size.choices], required=False)


class Helps(forms.Form):
    """Kinds of help."""

    helps = _any_of(Help.choices, _("Kinds of help"))


class Rhythm(forms.Form):
    """Hours a month and cadence."""

    hours_a_month = forms.IntegerField(
        label=_("Hours a month"),
        min_value=1,
        max_value=40,
        required=False,
        error_messages={
            "invalid": _("Enter the hours as a whole number, such as 4"),
            "min_value": _("Hours a month must be 1 or more"),
            "max_value": _("Hours a month must be 40 or less"),
        },
    )
    cadence = forms.TypedChoiceField(
        label=_("How often to meet"),
        choices=[ANY, *Cadence.choices],
        widget=forms.RadioSelect,
        coerce=int,
        required=False,
        empty_value=None,
    )


class Channels(forms.Form):
    """Ways of communicating."""

    channels = _any_of(Channel.choices, _("Ways of communicating"))


class Languages(forms.Form):
    """Languages that the person can be mentored in."""

    languages = _any_of(LANGUAGES, _("Languages"))


class Reach(forms.Form):
    """Inside, outside or both."""

    reach = _one_of(
        Brief.Reach.choices,
        _("Where to look"),
        error_messages={"required": _("Choose where we should look")},
    )


class Values(forms.Form):
    """Eight sliders from −2 to +2."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, left, right in VALUES:
            self.fields[key] = forms.IntegerField(
                label=_("%(left)s – %(right)s") % {"left": left, "right": right},
                min_value=-2,
                max_value=2,
                required=False,
                widget=Slider(left, right),
                error_messages={"invalid": _("Choose a step between −2 and +2")},
            )

    def clean(self) -> dict[str, Any]:
        """Gather the sliders as ``values``, in the order in which they are kept."""
        cleaned = super().clean() or {}
        return {"values": [cleaned.get(key) or 0 for key, _left, _right in VALUES]}
