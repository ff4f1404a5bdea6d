"""The addresses of the steps from a draft to invitations."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("<slug:code>/decide/", views.decide, name="publishing.decide"),
    path("<slug:code>/progress/", views.progress, name="publishing.progress"),
    path("<slug:code>/stop/", views.stop, name="publishing.stop"),
    path("<slug:code>/propose/", views.propose, name="publishing.propose"),
    path("<slug:code>/send-back/", views.send_back, name="publishing.send_back"),
    path("<slug:code>/approve/", views.approve, name="publishing.approve"),
    path("<slug:code>/publish/", views.publish, name="publishing.publish"),
    path("<slug:code>/decisions/", views.decisions, name="publishing.decisions"),
]
