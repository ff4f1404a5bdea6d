"""The shape of a topic."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Line, Text
from alongside.people.offers.models import Help

LENGTHS = [
    (5, _("5 minutes")),
    (10, _("10 minutes")),
    (15, _("15 minutes")),
    (20, _("20 minutes")),
    (30, _("30 minutes")),
]


class Topic(forms.Form):
    """A topic with one specific question."""

    topic = Line(label=_("Topic"), longest=160, enter=_("Enter the topic"))
    question = Text(
        label=_("Your one specific question"),
        longest=600,
        enter=_("Enter one specific question"),
        rows=2,
        help_text=_("So specific that nobody could answer it with advice for everyone."),
    )
    help = forms.ChoiceField(
        label=_("Kind of help"), choices=[("", _("Whatever fits")), *Help.choices], required=False
    )
    minutes = forms.TypedChoiceField(label=_("Time for it"), choices=LENGTHS, coerce=int, initial=15)
