"""The shape of a table that is brought."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.kit.errors import Refused
from alongside.kit.fields import Text
from alongside.practice.tools.tool import Tool

from .matching import choices_of, guess
from .reading import Table, decode, read

LARGEST = 1024 * 1024


class Bring(forms.Form):
    """A pasted text or a file; afterwards, which of its columns goes where."""

    table = Text(
        label=_("The table"),
        longest=LARGEST,
        rows=8,
        help_text=_("Copied from a spreadsheet, CSV, or a Markdown table. The first line names the columns."),
    )
    file = forms.FileField(label=_("Or a file"), required=False, help_text=_("CSV or Markdown, 1 MB at most"))

    def __init__(self, *args: Any, tool: Tool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tool = tool
        self.read: Table | None = None

    def clean(self) -> dict[str, Any]:
        """Read the table; a file comes before what was pasted."""
        said: dict[str, Any] = super().clean() or {}
        upload = said.get("file")
        try:
            if upload and upload.size > LARGEST:
                raise Refused(_("This file is larger than 1 MB. Bring a part of it."))
            text = decode(upload.read()) if upload else said.get("table", "")
            self.read = read(text)
        except Refused as refused:
            raise ValidationError(str(refused.sentence)) from refused
        return said | {"text": text}


class Columns(forms.Form):
    """Which column of the table goes into which column of the tool."""

    def __init__(self, *args: Any, tool: Tool, table: Table, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tool, self.guessed = tool, guess(tool, table)
        for column in tool.columns:
            self.fields[f"to-{column.key}"] = forms.ChoiceField(
                label=column.label,
                choices=choices_of(table),
                required=False,
                initial=str(self.guessed.get(column.key, "")),
            )

    def places(self) -> Mapping[str, int]:
        """The place in the table for each column of the tool that has one."""
        if not self.is_bound:
            return self.guessed
        said = self.cleaned_data
        return {name.removeprefix("to-"): int(place) for name, place in said.items() if place}
