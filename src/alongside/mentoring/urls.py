"""The addresses of this area."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("mentorships/", include("alongside.mentoring.hub.urls")),
    path("mentorships/", include("alongside.mentoring.mentorships.urls")),
    path("circles/", include("alongside.mentoring.circles.urls")),
    path("agreements/", include("alongside.mentoring.agreements.urls")),
    path("goals/", include("alongside.mentoring.goals.urls")),
    path("meetings/", include("alongside.mentoring.meetings.urls")),
    path("attendance/", include("alongside.mentoring.attendance.urls")),
    path("suggestions/", include("alongside.mentoring.suggestions.urls")),
    path("documents/", include("alongside.mentoring.documents.urls")),
    path("agenda/", include("alongside.mentoring.agenda.urls")),
    path("notes/", include("alongside.mentoring.notes.urls")),
    path("advice/", include("alongside.mentoring.advice.urls")),
    path("confidences/", include("alongside.mentoring.confidences.urls")),
    path("desk/", include("alongside.mentoring.desk.urls")),
    path("impact/", include("alongside.mentoring.impact.urls")),
    path("feedback/", include("alongside.mentoring.feedback.urls")),
    path("introductions/", include("alongside.mentoring.introductions.urls")),
    path("health/", include("alongside.mentoring.health.urls")),
    path("help/", include("alongside.mentoring.help.urls")),
    path("learning/", include("alongside.mentoring.learning.urls")),
    path("leading/", include("alongside.mentoring.leading.urls")),
    path("records/", include("alongside.mentoring.records.urls")),
    path("reviews/", include("alongside.mentoring.reviews.urls")),
    path("common_ground/", include("alongside.mentoring.common_ground.urls")),
    path("soundings/", include("alongside.mentoring.soundings.urls")),
    path("messages/", include("alongside.mentoring.messages.urls")),
    path("pulse/", include("alongside.mentoring.pulse.urls")),
    path("wrap_up/", include("alongside.mentoring.wrap_up.urls")),
]
