"""What colleagues choose from: ten things that one sees somebody do, our own words (CC BY 4.0)."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

THEMES: dict[str, str | Promise] = {
    "listens": _("Listens before answering"),
    "decides": _("Decides, and says why"),
    "clear": _("Speaks and writes clearly"),
    "users": _("Keeps in mind the people who use it"),
    "evidence": _("Looks for evidence before believing it"),
    "finishes": _("Brings things to an end"),
    "room": _("Gives others room to do their best work"),
    "disagrees": _("Disagrees openly, and stays kind"),
    "calm": _("Stays calm when it gets rough"),
    "early": _("Says early what goes wrong"),
}
MOST_STRENGTHS = 3
