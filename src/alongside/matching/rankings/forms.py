"""The form on which somebody puts up to five people in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import RANKED_AT_MOST
from .shortlist import Candidate

PLACES = [
    gettext_lazy("First choice"),
    gettext_lazy("Second choice"),
    gettext_lazy("Third choice"),
    gettext_lazy("Fourth choice"),
    gettext_lazy("Fifth choice"),
]


class Ranked(forms.Form):
    """Five places, each for somebody else or for nobody; a gap in the order closes."""

    def __init__(self, *args: Any, candidates: Sequence[Candidate], **more: Any) -> None:  # Any: a form's own
        super().__init__(*args, **more)
        nobody = [("", _("Nobody"))]
        choices = nobody + [(one.person.code, f"{one.name} ({one.fit})") for one in candidates]
        self.people = {one.person.code: one.person for one in candidates}
        for place in range(1, RANKED_AT_MOST + 1):
            self.fields[f"place_{place}"] = forms.ChoiceField(
                label=PLACES[place - 1], choices=choices, required=False,
                error_messages={"invalid_choice": _("Choose somebody from the list")},
            )  # fmt: skip

    def clean(self) -> None:
        """Nobody stands in two places."""
        seen: set[str] = set()
        for name in self.fields:
            code = self.cleaned_data.get(name)
            if code and code in seen:
                self.add_error(name, _("Choose somebody else here: this person has a better place already"))
            seen.add(code or "")

    @property
    def others(self) -> list[Any]:  # Any: people
        """The people in order."""
        return [self.people[code] for name in self.fields if (code := self.cleaned_data[name])]
