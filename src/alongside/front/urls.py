"""Pages across areas."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("alongside.front.landing.urls")),
    path("", include("alongside.front.today.urls")),
    path("", include("alongside.front.offline.urls")),
    path("setup/", include("alongside.front.setup.urls")),
    path("palette/", include("alongside.front.palette.urls")),
    path("notices/", include("alongside.front.inbox.urls")),
    path("devices/", include("alongside.front.devices.urls")),
    path("-/state/", include("alongside.front.state.urls")),
    path("-/mail/", include("alongside.front.mailbox.urls")),
]
