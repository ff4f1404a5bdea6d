"""The shapes of a plan: which skills, and how one of them is worked on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Several, Text
from alongside.kit.meanwhile import Meanwhile

from .models import PlanSkill
from .practising import playbooks_for, tools_for
from .suggesting import AT_MOST, Suggestion

SKILLS = _("Choose one, two or three skills")
LEVEL = _("Choose a level")
DAY = _("Enter a day, such as 2026-05-31")
WHEN = [("0", _("This quarter")), ("1", _("The next quarter"))]


class Make(forms.Form):
    """At most three skills."""

    skills = Several(
        label=_("Which skills will you work on?"), widget=forms.CheckboxSelectMultiple,
        help_text=_("At most three in a quarter. Those that weigh most are chosen already."),
        error_messages={"required": SKILLS, "invalid_choice": SKILLS},
    )  # fmt: skip
    ahead = forms.TypedChoiceField(
        label=_("When?"), choices=WHEN, coerce=int, widget=forms.RadioSelect, initial="0",
        error_messages={"required": _("Choose a quarter"), "invalid_choice": _("Choose a quarter")},
    )  # fmt: skip

    def __init__(self, *args: Any, suggestions: list[Suggestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_code = {one.skill.code: one for one in suggestions}
        skills = self.fields["skills"]
        assert isinstance(skills, forms.MultipleChoiceField)
        skills.choices = [(code, one.skill.name) for code, one in self.by_code.items()]
        skills.initial = list(self.by_code)[:AT_MOST]

    def clean_skills(self) -> list[str]:
        """No more than three."""
        chosen: list[str] = self.cleaned_data["skills"]
        if len(chosen) > AT_MOST:
            raise forms.ValidationError(SKILLS)
        return chosen

    def chosen(self) -> list[Suggestion]:
        """The skills."""
        return [self.by_code[code] for code in self.cleaned_data["skills"]]


class Work(Meanwhile):
    """How one skill is worked on."""

    target = forms.TypedChoiceField(
        label=_("To which level?"), coerce=int, widget=forms.RadioSelect,
        error_messages={"required": LEVEL, "invalid_choice": LEVEL},
    )  # fmt: skip
    tool = forms.ChoiceField(label=_("Practise with"), required=False)
    playbook = forms.ChoiceField(label=_("Playbook"), required=False)
    aim = Text(
        label=_("What will show it?"), longest=600, rows=3,
        help_text=_("One thing that somebody else can see and confirm, such as “a roadmap three teams agreed to”."),
    )  # fmt: skip
    due_on = forms.DateField(
        label=_("Until when?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": DAY, "invalid": DAY},
    )  # fmt: skip

    def __init__(self, *args: Any, line: PlanSkill, **kwargs: Any) -> None:
        known = {name: getattr(line, name) for name in ("target", "tool", "playbook", "aim", "due_on")}
        super().__init__(*args, there=known, **kwargs)
        self._offer(
            "target", [(one["level"], f"{one['level']} {one['name']}") for one in line.skill.framework.levels]
        )
        none = ("", _("None"))
        self._offer("tool", [none, *((one.key, one.name) for one in tools_for(line.skill))])
        books = playbooks_for(line.plan.person, line.skill)
        self._offer("playbook", [none, *((one.key, one.name) for one in books)])

    def _offer(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
