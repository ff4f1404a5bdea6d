"""The self-check, our own words (CC BY 4.0): 18 statements in six groups, each group with a habit to try."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Group:
    """Three statements about one side of mentoring, and a habit that helps with it."""

    key: str
    name: StrOrPromise
    statements: tuple[StrOrPromise, ...]
    habit: StrOrPromise


GROUPS = (
    Group(
        "listening", _("Listening"),
        (
            _("I wait a moment before I answer"),
            _("I say back what I heard before I advise"),
            _("My mentee talks more than I do"),
        ),
        _("Before the first piece of advice in each meeting, say back in one sentence what you heard."),
    ),
    Group(
        "expectations", _("Expectations"),
        (
            _("We both know what this mentorship is for"),
            _("I keep to the times and the channels we agreed on"),
            _("I say early when something does not work for me"),
        ),
        _("End each meeting by naming who does what, by when, and what the next meeting is for."),
    ),
    Group(
        "feedback", _("Questions and feedback"),
        (
            _("I ask questions to which I do not know the answer"),
            _("My feedback is about one thing I saw or heard"),
            _("I say as clearly what went well as what did not"),
        ),
        _("In each meeting, give one piece of feedback about one thing you saw, and end it with a question."),
    ),
    Group(
        "independence", _("Independence"),
        (
            _("My mentee decides, and I can live with it"),
            _("I ask what was tried before I say what I would do"),
            _("I am needed less for the same question than three months ago"),
        ),
        _("When you are asked what to do, first ask for two options and which one they lean to."),
    ),
    Group(
        "inclusion", _("Inclusion"),
        (
            _("I notice when I take my own path for the only one"),
            _("I ask how things look from where my mentee stands"),
            _("I give as much time to people who are unlike me"),
        ),
        _("Once in each meeting, ask: what do I not see from where I stand?"),
    ),
    Group(
        "doors", _("Opening doors"),
        (
            _("I have introduced my mentee to somebody lately"),
            _("I name my mentee's work when they are not in the room"),
            _("I pass on chances that I cannot take myself"),
        ),
        _("Each week, name one person or one chance that could help your mentee, and offer it."),
    ),
)  # fmt: skip
BY_KEY = {group.key: group for group in GROUPS}
COUNT = sum(len(group.statements) for group in GROUPS)
LOWEST, HIGHEST = 1, 5
"""Of one answer."""


def means(numbers: list[int]) -> dict[str, float]:
    """Return the mean of each group (1 to 5, one place), given all 18 answers in order."""
    found, at = {}, 0
    for group in GROUPS:
        part = numbers[at : at + len(group.statements)]
        found[group.key], at = round(sum(part) / len(part), 1), at + len(group.statements)
    return found


def weakest(numbers: list[int]) -> Group:
    """Return the group with the lowest mean; of equals the first."""
    found = means(numbers)
    return min(GROUPS, key=lambda group: found[group.key])
