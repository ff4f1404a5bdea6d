"""The addresses of frameworks."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="frameworks.index"),
    path("bring/", views.bring, name="frameworks.bring"),
    path("take-in/", views.take_in, name="frameworks.take_in"),
    path("<slug:code>/", views.show, name="frameworks.show"),
    path("<slug:code>/role/", views.aim, name="frameworks.aim"),
    path("<slug:code>/targets/<int:number>/", views.targets, name="frameworks.targets"),
    path("<slug:code>/export/<slug:way>/", views.export, name="frameworks.export"),
    path("<slug:code>/use/", views.use, name="frameworks.use"),
    path("<slug:code>/withdraw/", views.withdraw, name="frameworks.withdraw"),
    path("<slug:code>/bring-back/", views.bring_back, name="frameworks.bring_back"),
    path("<slug:code>/carry-over/", views.carry_over, name="frameworks.carry_over"),
]
