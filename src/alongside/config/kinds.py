"""What people can be told, and how it usually comes: every switch of a person, on one page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from alongside.activity.notices.kinds import WITHOUT_RHYTHM, Kind, Way

FINDING = _("Finding each other")
MEETING = _("Meetings")
TOGETHER = _("Working together")
YOU = _("You")
PROGRAMMES = _("Programmes")

EVERY = [
    Kind("requests", FINDING, _("Requests and their answers"), ("request",)),
    Kind("proposals", FINDING, _("Mentorships that a programme proposes to you"), ("proposal",)),
    Kind(
        "meetings",
        MEETING,
        _("Invitations to meetings, and their changes"),
        ("meeting", "attendance", "suggestion"),
        ways=WITHOUT_RHYTHM,
    ),
    Kind("preparing", MEETING, _("Reminders to prepare a meeting"), ("meeting.unprepared",)),
    Kind(
        "course",
        TOGETHER,
        _("A mentorship that begins, rests or ends"),
        ("mentorship", "circle", "agreement.in_force", "common_ground"),
    ),
    Kind("messages", TOGETHER, _("Messages: that there is one, never what it says"), ("message",)),
    Kind("agreements", TOGETHER, _("Versions of your agreement"), ("agreement",), usual=Way.DAILY),
    Kind("goals", TOGETHER, _("Goals and progress"), ("goal",), usual=Way.DAILY),
    Kind("advice", TOGETHER, _("What came of your advice"), ("advice",)),
    Kind("learning", TOGETHER, _("What a mentor learned from you"), ("learning",), usual=Way.DAILY),
    Kind("feedback", TOGETHER, _("Feedback asked and given"), ("feedback", "sounding")),
    Kind("confidences", TOGETHER, _("An entry of a journal that somebody shares with you"), ("confidence",)),
    Kind("rehearsals", TOGETHER, _("Rehearsals and mock interviews"), ("rehearsal", "interview")),
    Kind("introductions", TOGETHER, _("Introductions"), ("introduction",)),
    Kind("reviews", TOGETHER, _("Looking back together: half-way, at the end and later"), ("review",)),
    Kind("help", TOGETHER, _("Somebody who asks for help, and the answer"), ("concern",)),
    Kind("pulse", TOGETHER, _("Short questions on how it is going"), ("pulse", "alert"), usual=Way.DAILY),
    Kind("vouches", YOU, _("Colleagues who confirm what you did"), ("vouch",), usual=Way.DAILY),
    Kind("evidence", YOU, _("Evidence of skills: asked to confirm, confirmed or not"), ("confirmation",)),
    Kind(
        "decisions",
        YOU,
        _("Months after a career decision or a win to be: what came of it"),
        ("career_decision", "win"),
    ),
    Kind("archive", YOU, _("Your archive, when it is ready"), ("archive",)),
    Kind("rounds", PROGRAMMES, _("Matching rounds, and what is missing for one"), ("round",)),
]
"""In the order of the page. A notice is covered by its own name first, then by the word before its dot."""
