"""What the pages around signing in ask for."""

from __future__ import annotations

from django import template
from django.conf import settings

from alongside.accounts.persons.models import PersonQuerySet
from alongside.accounts.sign_in import queries

register = template.Library()


@register.simple_tag
def demo_people() -> PersonQuerySet:
    """The people whom one click signs in; nobody outside of the demo."""
    return queries.demo_people()


@register.simple_tag
def is_demo() -> bool:
    """Whether this is the demo."""
    return bool(settings.DEMO)
