"""The eight work values: what two people can be alike or unlike in, without either being better."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VALUES: list[tuple[str, str | Promise, str | Promise]] = [
    ("speed", _("Speed: ship, then mend"), _("Rigour: get it right first")),
    ("candour", _("Candour: say it straight"), _("Harmony: keep the peace")),
    ("autonomy", _("Autonomy: find my own way"), _("Guidance: be shown a way")),
    ("specialist", _("Specialist: one thing deeply"), _("Generalist: many things well")),
    ("planning", _("Planning: know the next steps"), _("Improvising: see what comes")),
    ("evidence", _("Evidence: show me numbers"), _("Intuition: trust the feel")),
    ("vision", _("Vision: the far picture"), _("Detail: the next small thing")),
    ("challenge", _("Challenge: push me"), _("Encouragement: back me")),
]
"""(key, what −2 means, what +2 means), in the order in which they are kept."""


def short(end: str | Promise) -> str:
    """The one word of an end, such as "Speed"."""
    return str(end).partition(":")[0]


def long(end: str | Promise) -> str:
    """What the one word means, such as "ship, then mend"."""
    return str(end).partition(":")[2].strip()


MIDDLE = 0
"""No leaning either way; where a slider stands before it is moved."""
