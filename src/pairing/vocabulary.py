"""Words as numbers, flags and bits: how names become columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from .problem import Key
from .week import as_words

Bits = NDArray[np.uint64]
Bools = NDArray[np.bool_]
Rows = NDArray[np.int64]
PAD, NOBODY = -1, -2
"""In a column of word numbers: no word here; a word that no mentor has."""


class Vocabulary:
    """Words numbered in the order in which they first came."""

    def __init__(self, words: Iterable[Key]) -> None:
        self.words: tuple[Key, ...] = tuple(dict.fromkeys(words))
        self.number = {word: number for number, word in enumerate(self.words)}

    def __len__(self) -> int:
        return len(self.words)

    def numbers(self, words: Iterable[Key]) -> list[int]:
        """The numbers of the words that are known, each once."""
        return [self.number[word] for word in dict.fromkeys(words) if word in self.number]

    def flags(self, rows: Sequence[Iterable[Key]]) -> Bools:
        """One row of yes and no for each list of words."""
        flags = np.zeros((len(rows), len(self)), dtype=bool)
        for place, words in enumerate(rows):
            flags[place, self.numbers(words)] = True
        return flags

    def bits(self, rows: Sequence[Iterable[Key]], *, spare: int = 0) -> list[int]:
        """The same as whole numbers, with the lowest ``spare`` bits left free."""
        return [sum(1 << (number + spare) for number in self.numbers(words)) for words in rows]

    def padded(self, rows: Sequence[Sequence[Key]]) -> Rows:
        """Word numbers, PAD to the right, NOBODY for a word that is not known."""
        lists = [[self.number.get(word, NOBODY) for word in dict.fromkeys(words)] for words in rows]
        padded = np.full((len(lists), max(map(len, lists), default=0) or 1), PAD, dtype=np.int64)
        for place, numbers in enumerate(lists):
            padded[place, : len(numbers)] = numbers
        return padded


def mentor_mask(words: Vocabulary, rows: Sequence[Sequence[Key]]) -> Bits:
    """Words as bits. Bit 0 meets a mentee who said nothing, bit 1 is set by a mentor who said nothing."""
    bits = words.bits(rows, spare=2)
    masks = [1 | (value if row else 2) for value, row in zip(bits, rows, strict=True)]
    return as_words(masks, (len(words) + 2 + 63) // 64)


def mentee_mask(words: Vocabulary, rows: Sequence[Sequence[Key]]) -> Bits:
    """The counterpart: an AND with a mentor's mask is zero only when both spoke and nothing is shared."""
    bits = words.bits(rows, spare=2)
    masks = [2 | (value if row else 1) for value, row in zip(bits, rows, strict=True)]
    return as_words(masks, (len(words) + 2 + 63) // 64)


def packed(flags: Bools) -> Bits:
    """Rows of flags as 64-bit words."""
    width = (flags.shape[1] + 63) // 64 * 64
    wide = np.zeros((len(flags), width), dtype=bool)
    wide[:, : flags.shape[1]] = flags
    return np.packbits(wide, axis=1, bitorder="little").view(np.uint64)
