"""Permissions as sentences: a registry of pure functions, found by model and verb."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import models

from .errors import Forbidden

Rule = Callable[[Any, Any], bool]  # Any: each rule names its own person and thing
RuleT = TypeVar("RuleT", bound=Rule)

REGISTRY: dict[tuple[str, str], Rule] = {}


def rule(model: type[models.Model]) -> Callable[[RuleT], RuleT]:
    """Register ``can_<verb>(person, thing)`` as the policy for ``verb`` on ``model``."""

    def register(function: RuleT) -> RuleT:
        verb = function.__name__.removeprefix("can_")
        REGISTRY[(model._meta.label, verb)] = function
        return function

    return register


def find(model: type[models.Model], verb: str) -> Rule:
    """Return the rule for ``verb`` on ``model``; an unknown verb is a programming error."""
    return REGISTRY[(model._meta.label, verb)]


def require(allowed: bool) -> None:
    """Go on only if ``allowed``; otherwise the answer is 403."""
    if not allowed:
        raise Forbidden
