"""Find letters."""

from __future__ import annotations

from django.db.models import Q

from .models import LetterQuerySet


def search(letters: LetterQuerySet, words: str) -> LetterQuerySet:
    """Narrow to letters whose address or subject holds the words, newest first."""
    for word in words.split()[:5]:
        letters = letters.filter(Q(to__icontains=word) | Q(subject__icontains=word))
    return letters.order_by("-created_at", "-pk").defer("html", "text", "calendar")
