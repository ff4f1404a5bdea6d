"""The addresses of confirming."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="confirming.index"),
    path("ask/<slug:code>/", views.ask, name="confirming.ask"),
    path("answer/<str:token>/", views.answer, name="confirming.answer"),
    path("answer/<str:token>/file/", views.answer_file, name="confirming.answer_file"),
    path("<slug:code>/", views.show, name="confirming.show"),
    path("<slug:code>/file/", views.file, name="confirming.file"),
    path("<slug:code>/withdraw/", views.withdraw, name="confirming.withdraw"),
]
