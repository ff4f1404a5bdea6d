"""What a no means."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Proposal


class Decline(forms.Form):
    """Not with this person, or not at all this time."""

    why = forms.ChoiceField(
        label=_("What does your no mean?"), choices=Proposal.Why.choices, widget=forms.RadioSelect,
        help_text=_("The other person does not read this, and coordinators see only that it was declined."),
        error_messages={
            "required": _("Choose whether you stay in the round"),
            "invalid_choice": _("Choose whether you stay in the round"),
        },
    )  # fmt: skip
