"""Writes texts into every column that holds what somebody typed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

from alongside.vault.sealed import SealedText

from .payloads import packs

SHORTEST = 60
LONG = 3000
OURS = {
    "accounts.session", "activity.event", "activity.letter", "activity.once", "vault.datakey", "growth.framework",
    "growth.skill", "growth.archive",
}  # fmt: skip
"""Tables that hold no typed text, or only what a text became on its way out."""
MEANT = re.compile(
    r"^(code|email|.*_email|timezone|zone|language|theme|password|.*digest|.*version|uid|kind|url|"
    r"quarter|numbers|token|source|source_key|confirmed_facts|filename|key)$"
)
"""Columns whose values have a meaning of their own."""
Fill = Callable[[str], str]


def columns() -> Iterator[tuple[type[models.Model], models.Field]]:
    """Every column of every table that holds free text."""
    for model in apps.get_models():
        if not model.__module__.startswith("alongside.") or model._meta.label_lower in OURS:
            continue
        for field in model._meta.get_fields():
            if isinstance(field, models.Field) and is_free(field):
                yield model, field


def is_free(field: models.Field) -> bool:
    """Whether anything at all may stand in the column."""
    inner = field.base_field if isinstance(field, ArrayField) else field
    if getattr(field, "choices", None) or getattr(inner, "choices", None) or MEANT.match(field.name):
        return False
    if isinstance(inner, models.CharField):
        return (inner.max_length or LONG) >= SHORTEST
    return isinstance(inner, models.TextField | SealedText)


def fill(change: Fill) -> int:
    """Write a pack of hostile texts, each sent through ``change``, into every such column of every row."""
    texts = Texts(change)
    written = 0
    for model, field in columns():
        for row in model._default_manager.order_by("pk"):
            now = getattr(row, field.attname)
            if not structured(now):
                setattr(row, field.attname, texts.for_column(field))
                row.save(update_fields=[field.name])
                written += 1
    return written


def structured(value: object) -> bool:
    """Whether a text is data for the program, such as the terms of an agreement."""
    return isinstance(value, str) and value[:1] in {"{", "["}


class Texts:
    """The next pack for a column, so that the short columns together get every payload."""

    def __init__(self, change: Fill) -> None:
        self.change = change
        self.rings: dict[int, itertools.cycle[str]] = {}

    def for_column(self, field: models.Field) -> str | list[str]:
        """A text that fits."""
        inner = field.base_field if isinstance(field, ArrayField) else field
        if isinstance(inner, models.URLField):
            return "https://haxed.example/" + self.change("\"onclick='haxed()'")
        text = self.change(self._next(min(inner.max_length or LONG, LONG)))
        return [text] if isinstance(field, ArrayField) else text

    def _next(self, longest: int) -> str:
        ring = self.rings.setdefault(longest, itertools.cycle(list(packs(longest))))
        return next(ring)


def harmless(text: str) -> str:
    """The same text without any power: each letter and mark a plain one, the lines where they were."""
    return re.sub(r"[^\s]", "w", text)
