"""The shape of what is put on the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Line
from alongside.kit.uploads import Taken, take
from alongside.mentoring.messages.models import Attachment

from .actions import LONGEST_NAME

FILE = _("Choose a file of the list")


class Put(forms.Form):
    """A file that was sent before, a new one, or an address."""

    file = forms.ChoiceField(
        label=_("A file that you sent each other"), required=False, error_messages={"invalid_choice": FILE}
    )
    new = forms.FileField(
        label=_("Or a new file"), required=False,
        help_text=_("A PDF, a picture, a text or an office document, smaller than 10 MB. It is sent as a message too, "
                    "so that it stays on your shelf."),
    )  # fmt: skip
    url = forms.URLField(
        label=_("Or the address of a page"), required=False, max_length=500, assume_scheme="https",
        error_messages={"invalid": _("Enter an address, such as https://example.org/roadmap"),
                        "max_length": _("The address must be 500 characters or less")},
    )  # fmt: skip
    name = Line(label=_("What the page is called"), longest=LONGEST_NAME)

    def __init__(self, *args: Any, files: Sequence[Attachment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_code = {one.code: one for one in files}
        field = self.fields["file"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("None of them")), *((one.code, one.name) for one in files)]

    def clean_file(self) -> Attachment | None:
        """The file itself."""
        return self.by_code.get(self.cleaned_data["file"])

    def clean_new(self) -> Taken | None:
        """A file that is what it is called."""
        upload = self.cleaned_data.get("new")
        return take(upload) if upload else None

    def clean_url(self) -> str:
        """Only an address that opens a page."""
        url: str = self.cleaned_data["url"]
        if url and not url.lower().startswith(("https://", "http://")):
            raise forms.ValidationError(_("Enter an address that begins with https://"))
        return url

    def clean(self) -> dict[str, Any]:
        """One thing at a time."""
        said = super().clean() or {}
        given = sum(bool(said.get(name)) for name in ("file", "new", "url"))
        if given != 1 and not self.errors:
            self.add_error("file", _("Choose one: a file of the list, a new file, or an address"))
        return said
