"""The shapes of a comment and of an answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Line, Text
from alongside.practice.tools.tool import Sheet, Tool


class Make(forms.Form):
    """A comment, what it is about, and perhaps what should stand there instead."""

    row = forms.ChoiceField(label=_("About the row"), required=False)
    column = forms.ChoiceField(label=_("And its column"), required=False)
    text = Text(label=_("Your comment"), longest=2000, enter=_("Enter your comment"), rows=3)
    suggestion = Line(
        label=_("Suggest instead"), longest=300, help_text=_("For one cell: they take it with one press.")
    )

    def __init__(self, *args: Any, tool: Tool, sheet: Sheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row, column = self.fields["row"], self.fields["column"]
        assert isinstance(row, forms.ChoiceField)
        assert isinstance(column, forms.ChoiceField)
        row.choices = [
            ("", _("The whole sheet")),
            *((one.key, one.text(tool.title) or "–") for one in sheet.rows),
        ]
        column.choices = [("", _("The whole row")), *((one.key, one.label) for one in tool.columns)]


class Answer(forms.Form):
    """An answer."""

    text = Text(label=_("Your answer"), longest=2000, enter=_("Enter your answer"), rows=2)
