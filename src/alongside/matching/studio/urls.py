"""The addresses of the studio."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("<slug:code>/", views.show, name="studio.show"),
    path("<slug:code>/balance/", views.balance, name="studio.balance"),
    path("<slug:code>/curve/", views.curve, name="studio.curve"),
    path("<slug:code>/unmatched/", views.unmatched, name="studio.unmatched"),
    path("<slug:code>/aims/", views.aims, name="studio.aims"),
    path("<slug:code>/scenarios/", views.scenarios, name="studio.scenarios"),
    path("<slug:code>/scenarios/keep/", views.keep, name="studio.keep"),
    path("<slug:code>/use/", views.use, name="studio.use"),
    path("<slug:code>/find-pair/", views.find_pair, name="studio.find_pair"),
    path("<slug:code>/pair/<slug:mentee>/<slug:mentor>/", views.pair, name="studio.pair"),
    path("<slug:code>/pair/<slug:mentee>/<slug:mentor>/pin/", views.pin, name="studio.pin"),
    path(
        "<slug:code>/pair/<slug:mentee>/<slug:mentor>/swap/<slug:other>/<slug:theirs>/",
        views.swap,
        name="studio.swap",
    ),
    path("scenarios/<slug:code>/drop/", views.drop, name="studio.drop"),
    path("pins/<slug:code>/remove/", views.unpin, name="studio.unpin"),
]
