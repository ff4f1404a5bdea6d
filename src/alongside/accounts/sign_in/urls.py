"""Signing in: allauth's addresses, some of them with views of ours, and the demo's one-click sign-in."""

from __future__ import annotations

from django.urls import include, path

from . import views

urlpatterns = [
    path("demo/<slug:code>/", views.demo, name="sign_in.demo"),
    path("logout/", views.sign_out, name="account_logout"),
    path("2fa/webauthn/keys/<int:pk>/remove/", views.remove_passkey, name="mfa_remove_webauthn"),
    path("", include("allauth.urls")),
]
