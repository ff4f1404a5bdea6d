"""The situations in which people write, each with four questions of ours; nothing is scored."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise
FIELDS = ("happened", "made_of_it", "another", "will_try")


@dataclass(frozen=True, slots=True)
class Situation:
    """What happened, what one made of it, another reading, what one will try: in the words of a situation."""

    key: str
    name: Words
    when: Words
    questions: tuple[Words, ...]
    is_hard: bool = False
    """Whether it stands among what went against one, and later what it taught."""


EVERY = (
    Situation(
        "set-back", _("A set-back"), _("Something that you worked for did not happen, or broke."),
        (
            _("What happened? Only what a camera would have seen."),
            _("What did you make of it, and of yourself?"),
            _("Another reading: what would a friend who knows all of it say, and what speaks for that?"),
            _("What will you try next time, however small?"),
        ), is_hard=True,
    ),
    Situation(
        "criticism", _("Criticism that stung"), _("Somebody said something about your work, and it keeps coming back."),
        (
            _("What was said, as closely as you remember the words?"),
            _("What did you hear in it that was not said?"),
            _("Which part would be useful even if it was said badly?"),
            _("What could you try for two weeks before you decide whether they are right?"),
        ), is_hard=True,
    ),
    Situation(
        "stuck", _("Stuck"), _("You have tried, and it does not move."),
        (
            _("What have you tried, and what did each attempt show?"),
            _("What do you tell yourself about not getting on?"),
            _("What can you not do yet, and who was once at the same place?"),
            _("What is the smallest step that would teach you something, whatever comes of it?"),
        ), is_hard=True,
    ),
    Situation(
        "change", _("A change that you did not choose"), _("A new manager, another plan, a team that is no more."),
        (
            _("What changes, and what stays as it was?"),
            _("What do you lose by it, and how does that feel?"),
            _("What becomes possible that was not?"),
            _("What will you hold on to, and what will you let go of this month?"),
        ), is_hard=True,
    ),
    Situation(
        "daunting", _("Something daunting ahead"), _("A talk, a no that must be said, a room of people who decide."),
        (
            _("What is it, when, and who is there?"),
            _("What is the worst that you imagine?"),
            _("What is likely instead, and how would you get through the worst?"),
            _("What can you prepare or rehearse before it?"),
        ),
    ),
    Situation(
        "comparing", _("Others seem further ahead"), _("You measured yourself against somebody, and came out small."),
        (
            _("What did you see or hear?"),
            _("What did you conclude about yourself?"),
            _("What do you not see of their way: time, help, luck, what it cost?"),
            _("What of theirs would you like to learn, and whom could you ask?"),
        ),
    ),
    Situation(
        "too-much", _("Too much"), _("There is more than one person can carry."),
        (
            _("What lies on you this week? Name all of it."),
            _("What do you fear if one of them falls?"),
            _("What would you tell a colleague with this list?"),
            _("What will you put down, hand over, or ask help for?"),
        ), is_hard=True,
    ),
    Situation(
        "went-well", _("Something went well"), _("Worth keeping for a day on which you doubt it."),
        (
            _("What happened?"),
            _("What did you do that helped?"),
            _("Who or what else had a part in it?"),
            _("How can you make it likelier again?"),
        ),
    ),
    Situation(
        "week", _("Looking back on a week"), _("Ten quiet minutes, on any day."),
        (
            _("What did you learn that you did not know on Monday?"),
            _("What was hard, and how did you meet it?"),
            _("What surprised you, or changed your mind?"),
            _("What one thing will you do differently next week?"),
        ),
    ),
    Situation(
        "free", _("A blank page"), _("No questions; write what you like."),
        (_("Your words"), "", "", ""),
    ),
)  # fmt: skip
BY_KEY = {one.key: one for one in EVERY}
FREE = BY_KEY["free"]


def situation_of(key: str) -> Situation:
    """The situation of this key; one that is no longer asked about is a blank page."""
    return BY_KEY.get(key, FREE)
