"""The addresses of a mentor's impact."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="impact.index"),
    path("record/", views.record, name="impact.record"),
    path("record/paper/", views.record_paper, name="impact.record_paper"),
    path("issue/", views.issue, name="impact.issue"),
    path("check/<slug:certificate>/", views.check, name="impact.check"),
    path("<slug:code>/paper/", views.certificate_paper, name="impact.certificate_paper"),
    path("<slug:code>/withdraw/", views.withdraw, name="impact.withdraw"),
]
