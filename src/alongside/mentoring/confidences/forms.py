"""The shape of sharing an entry."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.mentoring.mentorships.models import Participant


class Share(forms.Form):
    """With which mentor."""

    def __init__(self, *args: Any, mentors: list[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mentors = {f"{one.mentorship.code}-{one.person.code}": one for one in mentors}
        choices = [(key, one.person.name) for key, one in self.mentors.items()]
        self.fields["mentor"] = forms.ChoiceField(
            label=_("Which mentor may read it?"), choices=choices, widget=forms.RadioSelect,
            error_messages={"required": _("Choose a mentor"), "invalid_choice": _("Choose one of your mentors")},
        )  # fmt: skip

    def chosen(self) -> Participant:
        """The mentor."""
        return self.mentors[self.cleaned_data["mentor"]]
