"""What an organisation says about itself."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Name, Text

from .models import Organisation


class Described(forms.Form):
    """Name, words, and who can join."""

    name = Name(label=_("Name"), longest=120, enter=_("Enter the name of the organisation"))
    about = Text(
        label=_("What is it?"),
        help_text=_("One or two sentences, for people who think of joining"),
        longest=2000,
    )
    joining = forms.ChoiceField(
        label=_("Who can join?"),
        choices=Organisation.Joining,
        initial=Organisation.Joining.INVITED,
        widget=forms.RadioSelect,
        error_messages={"required": _("Select who can join")},
    )


class Founding(Described):
    """The same, and of which kind it is."""

    kind = forms.ChoiceField(
        label=_("What kind of organisation?"),
        choices=Organisation.Kind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Select company or community")},
    )
    field_order = ["name", "kind", "about", "joining"]
