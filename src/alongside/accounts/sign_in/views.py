"""Sign in as one of the demo's people; sign out; remove a passkey."""

from __future__ import annotations

from allauth.account.views import LogoutView
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from alongside.kit.errors import Refused

from . import queries
from .adapter import SecondFactors
from .session import sign_in
from .words import SECOND_FACTOR_ERRORS


@require_POST
def demo(request: HttpRequest, code: str) -> HttpResponse:
    """Sign in by one click; there is no such page outside of the demo."""
    person = get_object_or_404(queries.demo_people(), code=code)
    sign_in(request, person)
    return redirect("today")


class SignOut(LogoutView):
    """Sign out, and leave nothing of what was read in the browser."""

    def post(self, *args: object, **kwargs: object) -> HttpResponse:
        """End the session; the browser forgets the pages that it kept."""
        response: HttpResponse = super().post(*args, **kwargs)
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


sign_out = SignOut.as_view()


class RemovePasskey(RemoveWebAuthnView):
    """Remove a passkey, unless a short password needs it."""

    def form_valid(self, form: object) -> HttpResponse:
        """Ask first whether another second step is left."""
        if not SecondFactors().can_delete_authenticator(self.get_object()):
            raise Refused(
                SECOND_FACTOR_ERRORS["cannot_delete_authenticator"],
                headline=_("This passkey is still needed"),
            )
        removed: HttpResponse = super().form_valid(form)
        return removed


remove_passkey = RemovePasskey.as_view()
