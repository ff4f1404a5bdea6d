"""The gentle checks: what makes feedback hard to use, found in its words. English only, and never in the way.

After the advice of domain research: about a third of feedback lowers performance (Kluger & DeNisi 1996),
most of all when it is about the person instead of what they did.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TRAITS = (
    r"\byou(?:'re| are) (?:a|an|so|too|very|really|such|not|just|always|never|lazy|careless|rude|arrogant|shy"
    r"|negative|difficult|weak|aggressive|emotional|disorganised|disorganized|unprofessional)\b"
    r"|\b(?:lazy|careless|arrogant|stupid|incompetent|unprofessional|hopeless)\b"
)
SWEEPING = r"\b(?:always|never|every time|constantly|all the time|everyone thinks|nobody)\b"
WHEN_OR_WHERE = (
    r"\d|\b(?:yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|morning|afternoon"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|meeting|call|review"
    r"|session|workshop|demo|stand-?up|retro(?:spective)?|planning|interview|presentation|slack|e-?mail|document"
    r"|in the|at the|during|on the|when we)\b"
)
OBSERVED = (
    r"\b(?:said|asked|showed|wrote|sent|opened|closed|answered|listened|interrupted|cut|spoke|talked|read|presented"
    r"|left|came|arrived|waited|started|stopped|explained|repeated|looked|drew|listed|skipped|named|gave|took|moved"
    r"|changed|decided|invited|thanked|paused|summarised|summarized|jumped|used|put|made|did|\w{3,}ed)\b"
)
EFFECT = (
    r"\b(?:so|because|which|then|felt|feel|made|led|lost|won|got|meant|left|result|helped|understood|confused|"
    r"could not|couldn't|stopped|started|decided|trust\w*|clear\w*|effect|impact|was|were|had)\b"
)
SEVERAL = r"\b(?:also|and another|another thing|in addition|besides|moreover|as well|on top of that)\b"


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to look at once more: in which field, and what to do about it."""

    field: str
    text: str | Promise


def look(*, situation: str, behaviour: str, impact: str, ask: str) -> list[Hint]:
    """Return the hints for these four texts, at most one of each kind; an empty list means nothing stands out."""
    said = f"{behaviour} {impact}"
    found = [
        (_has(TRAITS, said), "behaviour", _("Describe what was done, not what somebody is.")),
        (_has(SWEEPING, said), "behaviour", _("“Always” and “never” invite a counter-example. Name the one time.")),
        (not _has(WHEN_OR_WHERE, situation), "situation", _("Say when and where, so that they can remember it.")),
        (not _has(OBSERVED, behaviour), "behaviour", _("Say what you saw or heard, as a camera would have.")),
        (_has(SEVERAL, behaviour), "behaviour", _("One behaviour at a time. The others can wait for another day.")),
        (not _has(EFFECT, impact), "impact", _("Say what it led to: for you, for the team, for the work.")),
        ("?" not in ask, "ask", _("End with a question, so that it becomes a conversation.")),
    ]  # fmt: skip
    return [Hint(field, text) for stands_out, field, text in found if stands_out]


def _has(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None
