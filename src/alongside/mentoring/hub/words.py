"""What happened, in words; what has none here is not for the page."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "mentorship.begun": _("began the mentorship"),
    "mentorship.joined": _("took somebody in"),
    "circle.joined": _("joined, to lead the circle together"),
    "mentorship.left": _("left the circle"),
    "mentorship.paused": _("paused the mentorship"),
    "mentorship.resumed": _("took the mentorship up again"),
    "mentorship.ended": _("ended the mentorship"),
    "agreement.edited": _("wrote a new version of the agreement"),
    "agreement.accepted": _("accepted the agreement"),
    "goal.set": _("wrote a goal"),
    "goal.changed": _("changed a goal"),
    "goal.agreed": _("agreed to a goal"),
    "goal.progressed": _("told progress on a goal"),
    "goal.completed": _("completed a goal"),
    "series.planned": _("planned your meetings"),
    "meeting.planned": _("planned a meeting"),
    "meeting.moved": _("moved a meeting"),
    "series.cancelled": _("cancelled your meetings"),
    "meeting.cancelled": _("cancelled a meeting"),
    "meeting.held": _("said that a meeting took place"),
    "advice.given": _("wrote advice down"),
    "advice.decided": _("decided about advice"),
    "advice.reported": _("told what came of advice"),
    "action.assigned": _("wrote an action down"),
    "action.finished": _("finished an action"),
}
