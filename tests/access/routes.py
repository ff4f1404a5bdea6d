"""Every route of the product, read from the address map itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Route:
    """A named address, its pattern and its parameters."""

    name: str
    pattern: str
    parameters: tuple[str, ...]


def every_route() -> list[Route]:
    """All named routes; one without a name could not be listed, so it is an error."""
    return sorted(_walk(get_resolver().url_patterns, "/"), key=lambda route: (route.pattern, route.name))


def _walk(
    patterns: list[URLPattern | URLResolver], prefix: str, before: tuple[str, ...] = ()
) -> Iterator[Route]:
    for entry in patterns:
        names = (*before, *entry.pattern.regex.groupindex)
        here = prefix + str(entry.pattern).replace("^", "").replace("$", "")
        if isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, here, names)
        else:
            assert entry.name, f"{here} has no name"
            yield Route(entry.name, here, names)
