"""The shape of a message and of what is attached to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Text

from .files import Taken, take

MOST_FILES = 5
LONGEST = 10_000


class Several(forms.FileInput):
    """A choice of several files."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:  # noqa: ARG002  # Any: Django's
        """Every chosen file, not only the last."""
        return list(files.getlist(name)) if files else []


class Files(forms.FileField):
    """Up to five files of safe kinds."""

    widget = Several(attrs={"multiple": True})

    def clean(self, data: Any, initial: Any = None) -> list[Taken]:  # noqa: ARG002  Django's signature
        """Take each file, or say what is wrong with it."""
        uploads = [one for one in data or [] if one]
        if len(uploads) > MOST_FILES:
            raise ValidationError(_("Attach five files or fewer"), code="many")
        return [take(one) for one in uploads]


class Write(forms.Form):
    """A message: some words, or a file, or both."""

    text = Text(label=_("Your message"), longest=LONGEST, rows=3)
    attached = Files(
        label=_("Attach files"),
        required=False,
        help_text=_("Up to five, 10 MB each: PDF, picture, text or office document."),
    )

    def clean(self) -> dict[str, Any]:
        """A message says or brings something."""
        said = super().clean() or {}
        if not said.get("text") and not said.get("attached") and not self.errors:
            self.add_error("text", _("Write a message or attach a file"))
        return said


class Edit(forms.Form):
    """The mended text."""

    text = Text(label=_("Your message"), longest=LONGEST, rows=4, enter=_("Write the message"))
