"""The link by which one blocks somebody."""

from __future__ import annotations

from urllib.parse import urlencode

from django import template
from django.urls import reverse

from alongside.accounts.blocks.queries import proof_of_seeing
from alongside.accounts.persons.models import Person

register = template.Library()


@register.simple_tag(takes_context=True)
def block_url(context: template.Context, other: Person, known_as: str = "") -> str:
    """Where the reader can block ``other``, whom this page shows as ``known_as`` (or by name)."""
    proof = proof_of_seeing(context["request"].person, other, str(known_as or other.name))
    return f"{reverse('blocks.block', args=[other.code])}?{urlencode({'seen': proof})}"
