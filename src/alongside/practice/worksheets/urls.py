"""The addresses of what is done to a worksheet."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("<slug:code>/about/", views.rename, name="worksheets.rename"),
    path("<slug:code>/set-up/", views.set_up, name="worksheets.set_up"),
    path("<slug:code>/share/", views.share, name="worksheets.share"),
    path("<slug:code>/unshare/", views.unshare, name="worksheets.unshare"),
    path("<slug:code>/remove/", views.remove, name="worksheets.remove"),
    path("<slug:code>/dismiss/<slug:name>/", views.dismiss, name="worksheets.dismiss"),
    path("<slug:code>/mend/<slug:name>/", views.mend, name="worksheets.mend"),
    path("<slug:code>/recall/<slug:name>/", views.recall, name="worksheets.recall"),
]
