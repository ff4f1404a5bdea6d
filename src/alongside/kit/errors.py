"""The ways in which the product says no."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise


class Refused(Exception):
    """Not now: carries one sentence that the person can act on. Answered with 422.

    ``headline`` names what could not be done, for the page that says so.
    """

    def __init__(self, sentence: str | Promise, *, headline: str | Promise = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.headline = headline


class Forbidden(PermissionDenied):
    """Not you: the person sees the thing but may not do this to it. Answered with 403."""
