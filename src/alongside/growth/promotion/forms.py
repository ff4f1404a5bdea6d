"""For which role."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class Role(forms.Form):
    """One of the roles of the framework."""

    role = forms.ChoiceField(label=_("The role that you want"), required=False)

    def __init__(self, *args: Any, roles: list[str], **kwargs: Any) -> None:  # Any: Django's own
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role, role) for role in roles]  # type: ignore[attr-defined]  # a choice field
