"""The questions of a brief, in their order: one a screen."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import questions


@dataclass(frozen=True, slots=True)
class Step:
    """One screen: its key in the address, its question, a hint, and the shape of its answer."""

    key: str
    question: str | Promise
    hint: str | Promise
    form: type[forms.Form]


STEPS = [
    Step(
        "kind",
        _("What would you like from mentoring?"),
        _("The main thing; you can talk about others later."),
        questions.Kind,
    ),
    Step(
        "goal",
        _("What is your goal, in one sentence?"),
        _("Mentors read this sentence when you ask them."),
        questions.Goal,
    ),
    Step("why", _("Why now?"), _("Only you read this, until you share it."), questions.Why),
    Step(
        "tried",
        _("What have you tried so far?"),
        _("Only you read this, until you share it."),
        questions.Tried,
    ),
    Step(
        "skills",
        _("Which skills would you build?"),
        _("Up to three, the most important first."),
        questions.Skills,
    ),
    Step(
        "move",
        _("Is there a move that your mentor should have made?"),
        _("People who have made the same move come first."),
        questions.Move,
    ),
    Step(
        "context",
        _("Where should they have done it?"),
        _("Leave out whatever does not matter to you."),
        questions.Context,
    ),
    Step("help", _("What kind of help do you want?"), _("As many as you like."), questions.Helps),
    Step(
        "rhythm",
        _("How much time do you have for it?"),
        _("Between meetings counts too."),
        questions.Rhythm,
    ),
    Step("channels", _("How would you like to talk?"), _("As many as suit you."), questions.Channels),
    Step(
        "languages",
        _("In which languages?"),
        _("Those in which you could speak of hard things."),
        questions.Languages,
    ),
    Step(
        "reach",
        _("Where should we look?"),
        _("Inside for the politics, outside for the candour; many want one of each."),
        questions.Reach,
    ),
    Step(
        "values",
        _("How do you like to work?"),
        _("Eight pairs; neither end is better. Leave a slider in the middle if you do not lean."),
        questions.Values,
    ),
]
KEYS = [step.key for step in STEPS]


def step_of(key: str) -> Step | None:
    """Return the step with this key, if there is one."""
    return next((step for step in STEPS if step.key == key), None)


def after(key: str) -> str | None:
    """Return the key of the next step, or None after the last."""
    place = KEYS.index(key) + 1
    return KEYS[place] if place < len(KEYS) else None


def before(key: str) -> str | None:
    """Return the key of the step before, or None at the first."""
    place = KEYS.index(key) - 1
    return KEYS[place] if place >= 0 else None
