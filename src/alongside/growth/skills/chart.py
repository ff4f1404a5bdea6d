"""A person's skills as a picture: one axis for each area."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.radar import radar

from .queries import Area


def skills_chart(areas: Sequence[Area]) -> Chart | None:
    """Draw the mean of the levels that were said in each area; nothing said, nothing drawn."""
    if not any(area.rated for area in areas):
        return None
    said = [f"{area.name} {area.mean:.1f}" for area in areas if area.mean is not None]
    best = areas[0].skills[0].skill.framework.best
    about = {"best": best, "areas": "; ".join(said)}
    summary = _("Mean level of your skills by area, from 1 to %(best)d: %(areas)s") % about
    axes = [(area.key, area.name, area.mean) for area in areas]
    return radar(_("Mean level by area"), axes, best=best, head=[_("Area"), _("Mean level")], summary=summary)
