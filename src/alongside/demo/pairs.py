"""How the demo's mentorships have gone so far: agreements, goals, progress."""

from __future__ import annotations

import datetime as dt

from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now, travel
from alongside.matching.requests.models import Request
from alongside.mentoring.agreements import actions as agreements
from alongside.mentoring.goals import actions as goals
from alongside.mentoring.goals import quarters
from alongside.mentoring.mentorships.models import Mentorship

DAY = dt.timedelta(days=1)
GOALS = [
    (
        "Cut the overfull release down to what matters",
        "B3",
        (
            "The release slips and nobody knows why",
            "It ships late with everything in it",
            "It ships on time with what was agreed as must",
            "It ships on time and one thing was taken out by choice",
            "It ships early, and stakeholders name the method themselves",
        ),
    ),
    (
        "Win the head of operations over",
        "D1",
        (
            "She blocks the next release",
            "She hears of it at the last minute",
            "She is asked before and says yes or no in time",
            "She brings a requirement of her own",
            "She presents it together with me",
        ),
    ),
]


def grow(accepted: list[tuple[Request, int]]) -> None:
    """Bring each pair to where it is today."""
    for place, (request, days) in enumerate(accepted):
        request.refresh_from_db()
        assert request.mentorship is not None
        _agree(request.mentorship, request, days, both=place != len(accepted) - 1)
        if place < 2:
            _aim(request.mentorship, request, days)


def _agree(mentorship: Mentorship, request: Request, days: int, *, both: bool) -> None:
    with travel(now() - (days - 1) * DAY):
        version = agreements.draft(mentorship, by=request.mentor, cadence=14, channels=["video"])
        agreements.accept(version, by=request.mentee)
        if both:
            agreements.accept(version, by=request.mentor)


def _aim(mentorship: Mentorship, request: Request, days: int) -> None:
    by_key = {skill.key: skill for skill in default_skills()}
    with travel(now() - (days - 3) * DAY):
        for title, key, levels in GOALS:
            goal = goals.set(
                mentorship,
                by=request.mentee,
                title=title,
                levels=levels,
                quarter=quarters.of(now().date()),
                skill=by_key[key],
            )
            goals.agree(goal, by=request.mentor)
    with travel(now() - 4 * DAY):
        text = "Listed every must with its reason; eleven became six."
        goals.progress(mentorship.goals.order_by("pk")[0], by=request.mentee, text=text, level=0)
