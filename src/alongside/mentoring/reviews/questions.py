"""The questions of each review, our own words (CC BY 4.0)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Question:
    """One question; ``shared`` ones are read by the others when everybody has answered."""

    key: str
    label: StrOrPromise
    hint: StrOrPromise = ""
    required: bool = True
    shared: bool = True


HALF_WAY = (
    Question("works", _("What works well between us?")),
    Question("differently", _("Swap seats: what would you do differently in the other's place?")),
    Question("change", _("What should we change in the agreement or the goals?"), required=False),
    Question(
        "own", _("What do I want to remember for myself?"), _("Nobody else reads this."),
        required=False, shared=False,
    ),
)  # fmt: skip
CLOSING = (
    Question("learned", _("What did I learn?")),
    Question("evidence", _("By what can one see it?"), _("A decision, a release, a talk that went differently.")),
    Question("use", _("How will I use it?")),
    Question("thanks", _("What do I want to thank the other for?")),
    Question("unfinished", _("Which goals are unfinished, and what becomes of them?"), required=False),
    Question(
        "own", _("What do I want to remember for myself?"), _("Nobody else reads this."),
        required=False, shared=False,
    ),
)  # fmt: skip
LATER = (
    Question("lasted", _("What has lasted?")),
    Question("next", _("What is the next thing you want to learn, and from whom?"), required=False),
)
