"""Words that were typed, searched in profiles, launches and stories; a slip of the finger is forgiven."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import islice

from django.contrib.postgres.search import CombinedSearchQuery, SearchQuery
from django.db import connection

from alongside.people.profiles.models import Profile

MOST_COMPARED = 4000
PLAIN = re.compile(r"'\w+'( & '\w+')*")
"""A query of words that must all be there, as PostgreSQL writes it."""


def people_with(words: str) -> list[int]:
    """Return the people whose words match, whoever may find them."""
    return _matching(exact_or_plain(words))


def exact_or_plain(words: str) -> CombinedSearchQuery | SearchQuery:
    """Return the query for words as English stems, or as they are written."""
    exact = SearchQuery(words, config="english", search_type="websearch")
    return exact | SearchQuery(words, config="simple", search_type="websearch")


def people_among(words: str, people: Iterable[int]) -> list[int]:
    """Return those of these people whose words match."""
    return _matching(exact_or_plain(words), person__in=list(people))


def people_with_plainly(words: str) -> list[int]:
    """Return the people who use the words just as they are written."""
    return _matching(SearchQuery(words, config="simple", search_type="websearch"))


def lexemes(words: str) -> list[list[str]]:
    """Return what the words are searched by, as English stems and as written; nothing for more than words in a row."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select websearch_to_tsquery('english', %s)::text, websearch_to_tsquery('simple', %s)::text",
            [words, words],
        )
        return [re.findall(r"'(\w+)'", told) if PLAIN.fullmatch(told) else [] for told in cursor.fetchone()]


def people_near(words: str, in_use: Sequence[str] | None = None) -> list[int]:
    """Return the people whose words begin like these or are nearly these: words ``in_use``, or as they are now."""
    query = _forgiving(words, in_use)
    return [] if query is None else _matching(query)


def _matching(query: CombinedSearchQuery | SearchQuery, **among: list[int]) -> list[int]:
    return list(Profile.objects.filter(vector=query, **among).values_list("person_id", flat=True))


def _forgiving(words: str, in_use: Sequence[str] | None) -> SearchQuery | None:
    """Each word as the beginning of one, or as the nearest word that somebody here uses."""
    typed = re.findall(r"\w{2,}", words.lower())
    if not typed:
        return None
    initials = {word[0] for word in typed}
    if in_use is None:
        known = _lexemes(initials)
    else:
        known = list(islice((word for word in in_use if word[:1] in initials), MOST_COMPARED))
    terms = [
        " | ".join(f"{one}:*" for one in {word, *get_close_matches(word, known, 2, 0.75)}) for word in typed
    ]
    return SearchQuery(" & ".join(f"({term})" for term in terms), config="simple", search_type="raw")


def _lexemes(initials: set[str]) -> list[str]:
    """The words in use that begin with one of these letters, the commonest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select word from ts_stat('select vector from people_profile') "
            "where left(word, 1) = any(%s) and word ~ '^[[:alnum:]]+$' order by nentry desc limit %s",
            [sorted(initials), MOST_COMPARED],
        )
        return [row[0] for row in cursor.fetchall()]
