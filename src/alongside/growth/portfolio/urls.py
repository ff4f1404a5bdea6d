"""The addresses of portfolios."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="portfolio.index"),
    path("tell/", views.tell, name="portfolio.tell"),
    path("print/", views.print_out, name="portfolio.print"),
    path("read/<str:token>/", views.read, name="portfolio.read"),
    path("<slug:code>/", views.change, name="portfolio.change"),
    path("<slug:code>/lift/", views.lift, name="portfolio.lift"),
    path("<slug:code>/remove/", views.remove, name="portfolio.remove"),
    path("<slug:code>/withdraw/", views.withdraw, name="portfolio.withdraw"),
]
