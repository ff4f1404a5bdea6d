"""The addresses of briefs."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="briefs.index"),
    path("begin/", views.begin, name="briefs.begin"),
    path("from-plan/<slug:code>/", views.from_plan, name="briefs.from_plan"),
    path("<slug:code>/", views.show, name="briefs.show"),
    path("<slug:code>/finish/", views.finish, name="briefs.finish"),
    path("<slug:code>/close/", views.close, name="briefs.close"),
    path("<slug:code>/copy/", views.copy, name="briefs.copy"),
    path("<slug:code>/<slug:key>/", views.step, name="briefs.step"),
]
