"""The addresses of requests."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="requests.index"),
    path("to/<slug:code>/", views.send, name="requests.send"),
    path("<slug:code>/", views.show, name="requests.show"),
    path("<slug:code>/accept/", views.accept, name="requests.accept"),
    path("<slug:code>/decline/", views.decline, name="requests.decline"),
    path("<slug:code>/chemistry/", views.chemistry, name="requests.chemistry"),
    path("<slug:code>/pick/", views.pick, name="requests.pick"),
    path("<slug:code>/withdraw/", views.withdraw, name="requests.withdraw"),
]
