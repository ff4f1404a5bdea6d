"""The main pages, by the name of their address."""

from __future__ import annotations

from types import SimpleNamespace

from django.urls import reverse


def addresses(world: SimpleNamespace) -> dict[str, str]:
    """The ten main pages (a brief counts with one of its questions) for this reader."""
    return {
        "today": reverse("today"),
        "find": reverse("search.index") + f"?brief={world.brief.code}",
        "a mentor": reverse("search.mentor", args=[world.mentor.code]) + f"?brief={world.brief.code}",
        "mentorships": reverse("mentorships.index"),
        "workspace": reverse("mentorships.show", args=[world.pair.code]),
        "a meeting": reverse("meetings.show", args=[world.meeting.code]),
        "requests": reverse("requests.index"),
        "a brief": reverse("briefs.show", args=[world.brief.code]),
        "a question": reverse("briefs.step", args=[world.brief.code, "skills"]),
        "me": reverse("me.show"),
        "growth": reverse("growth.index"),
    }
