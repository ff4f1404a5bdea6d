"""What is typed and uploaded about frameworks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.growth.skills.models import Framework, Skill
from alongside.kit.fields import Line
from alongside.kit.meanwhile import Meanwhile

MOST_BYTES = 300_000


class Role(forms.Form):
    """The role that a person looks to."""

    role = forms.ChoiceField(
        label=_("The role you look to"), required=False,
        error_messages={"invalid_choice": _("Choose one of the roles of this framework")},
    )  # fmt: skip

    def __init__(self, *args: Any, framework: Framework, **kwargs: Any) -> None:  # Any: Django's own
        super().__init__(*args, **kwargs)
        choices = [("", _("No role")), *((role, role) for role in framework.roles)]
        self.fields["role"].choices = choices  # type: ignore[attr-defined]


class Expected(Meanwhile):
    """The level that a role is expected to have in each skill."""

    moved_on = _("This was saved elsewhere in between. Put together what you need of both, then save.")

    def __init__(
        self, *args: Any, skills: list[Skill], now: dict[str, int], role: str, **kwargs: Any
    ) -> None:  # Any: Django's own
        there = {skill.key: str(now.get(skill.key, "")) for skill in skills}
        super().__init__(*args, there=there, **kwargs)
        self.skills = skills
        for skill in skills:
            usual = skill.role_targets.get(role)
            say = format_lazy(_("Choose a level from 1 to {best}"), best=skill.framework.best)
            self.fields[skill.key] = forms.TypedChoiceField(
                label=skill.name, choices=_levels(skill.framework), coerce=int, empty_value=None, required=False,
                error_messages={"invalid_choice": say},
                help_text=format_lazy(_("The framework says {level}"), level=usual or _("nothing")),
            )  # fmt: skip

    def levels(self) -> dict[str, int | None]:
        """What was chosen, by the skill's key; a skill that was not on the page is left alone."""
        on_page = (skill.key for skill in self.skills if self.add_prefix(skill.key) in self.data)
        return {key: self.cleaned_data[key] for key in on_page}


def _levels(framework: Framework) -> Iterator[tuple[Any, Any]]:  # Any: a choice
    yield "", _("As the framework says")
    for one in framework.levels:
        yield one["level"], f"{one['level']} {one['name']}"


class Bring(forms.Form):
    """A framework in a file; what a CSV file cannot say is typed."""

    file = forms.FileField(
        label=_("Framework as JSON or CSV"), allow_empty_file=True,
        error_messages={"required": _("Choose the file"), "invalid": _("Choose the file")},
    )  # fmt: skip
    name = Line(
        label=_("Name"), longest=160, help_text=_("Leave it empty if the file says it, as JSON does.")
    )
    version = Line(
        label=_("Version"),
        longest=20,
        help_text=_("Such as 2 or 2027.1. A version that is there is never changed."),
    )
    licence = Line(
        label=_("Licence"), longest=300, help_text=_("Under which it may be used, such as CC BY 4.0.")
    )
    attribution = Line(
        label=_("Attribution"), longest=500, help_text=_("What its licence asks you to say of its source.")
    )

    def clean_file(self) -> str:
        """The text of the file."""
        upload: UploadedFile[Any] = self.cleaned_data["file"]  # Any: of any content
        if (upload.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("The file must be 300 kB or less"))
        try:
            return str(upload.read(), "utf-8-sig")
        except UnicodeDecodeError:
            raise forms.ValidationError(_("Save the file as text in UTF-8: it is something else")) from None


class Take(forms.Form):
    """A framework that was looked at, as JSON."""

    document = forms.CharField(max_length=2 * MOST_BYTES, widget=forms.HiddenInput)
