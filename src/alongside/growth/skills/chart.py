"""A person's skills as a picture: one axis for each skill, so that nothing is averaged."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.radar import radar

from .queries import Area


def skills_chart(areas: Sequence[Area]) -> Chart | None:
    """Draw the levels that were said; nothing said, nothing drawn."""
    every = [one for area in areas for one in area.skills]
    said = [one for one in every if one.level]
    if not said:
        return None
    best = said[0].skill.framework.best
    told = "; ".join(f"{one.skill.name} {one.level}" for one in said)
    summary = _("The levels of your skills, from 1 to %(best)d: %(skills)s") % {"best": best, "skills": told}
    axes = [(one.skill.key, one.skill.name, one.level) for one in every]
    return radar(_("Level by skill"), axes, best=best, head=[_("Skill"), _("Level")], summary=summary)
