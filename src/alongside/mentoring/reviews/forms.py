"""The shape of an answer to a review."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Text

from .models import Review, ReviewAnswer

RECOMMENDS = [
    ("", _("I do not say")),
    (0, _("0, not at all")),
    *((number, str(number)) for number in range(1, 10)),
    (10, _("10, extremely")),
]


class Answer(forms.Form):
    """The questions of the review; at the end also what comes next, and a testimonial with consent."""

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.review = review
        for one in review.questions:
            enter = _("Enter a few words") if one.required else ""
            self.fields[one.key] = Text(
                label=one.label, longest=1500, rows=3, enter=enter, help_text=one.hint
            )
        if review.kind == Review.Kind.CLOSING:
            self._ask_about_the_end()

    def given(self) -> dict[str, Any]:
        """What the action takes."""
        said = dict(self.cleaned_data)
        texts = {one.key: said.pop(one.key) for one in self.review.questions}
        return {"texts": texts, **said}

    def _ask_about_the_end(self) -> None:
        self.fields["next"] = forms.ChoiceField(
            label=_("What comes next?"), choices=ReviewAnswer.Next.choices, widget=forms.RadioSelect,
            error_messages={"required": _("Choose what comes next")},
        )  # fmt: skip
        self.fields["recommends"] = forms.TypedChoiceField(
            label=_("How likely are you to recommend being in a mentorship to a colleague?"),
            choices=RECOMMENDS, coerce=int, empty_value=None, required=False,
            help_text=_(
                "Nobody reads your answer. Whoever runs mentoring sees what all together say, once there are twenty."
            ),
            error_messages={"invalid_choice": _("Choose a number from 0 to 10")},
        )  # fmt: skip
        self.fields["testimonial"] = Text(
            label=_("A testimonial"),
            longest=800,
            rows=3,
            help_text=_("Only if you like: a few lines about the other."),
        )
        self.fields["may_be_shown"] = forms.BooleanField(
            label=_("They may show my testimonial to others, with my name"), required=False
        )
