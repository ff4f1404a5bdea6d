"""The shapes of what is typed about a learning."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Text


class Note(forms.Form):
    """What was learned."""

    text = Text(
        label=_("What did you learn?"), longest=600, rows=2, enter=_("Enter what you learned"),
        help_text=_("A tool, a practice, how users of another market think."),
    )  # fmt: skip


class Attempt(forms.Form):
    """How it was tried."""

    tried = Text(label=_("How did you try it?"), longest=600, rows=2, enter=_("Enter how you tried it"))


class Adopt(forms.Form):
    """What it changed."""

    effect = Text(
        label=_("What did it change in your team?"), longest=600, rows=2, enter=_("Enter what it changed")
    )
