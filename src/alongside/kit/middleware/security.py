"""Response headers that keep a page to itself: a strict policy with a nonce, and no outside hosts."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
FRAMES = "; frame-src 'self'"
"""For pages that show a file of ours, which says itself that it may stand in a frame of ours."""
PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"


def let_frame(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let a page show what else is on this site in a frame."""
    nonce = request.csp_nonce  # type: ignore[attr-defined]  # put there below
    response.headers["Content-Security-Policy"] = POLICY.format(nonce=nonce) + FRAMES
    return response


class SecurityHeaders:
    """Put the nonce on the request and the headers on the answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        nonce = secrets.token_urlsafe(16)
        request.csp_nonce = nonce  # type: ignore[attr-defined]  # templates read it from the request
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY.format(nonce=nonce))
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response
