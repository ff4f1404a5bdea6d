"""The addresses of plans."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="plans.index"),
    path("make/", views.make, name="plans.make"),
    path("skills/<slug:line>/", views.work, name="plans.work"),
    path("skills/<slug:line>/done/", views.done, name="plans.done"),
    path("<slug:code>/", views.show, name="plans.show"),
    path("<slug:code>/print/", views.print_out, name="plans.print"),
    path("<slug:code>/remove/", views.remove, name="plans.remove"),
]
