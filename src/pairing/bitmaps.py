"""Yes and no for very many rows, eight to a byte: what can be combined and counted faster than it can be read."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Bitmap = NDArray[np.uint64]
Rows = NDArray[np.int64]
Flags = NDArray[np.bool_]
WORD = 64
FEW = 4096
"""Rows up to which bits are set one by one."""


def words_for(size: int) -> int:
    """How many 64-bit words hold so many rows."""
    return -(-size // WORD)


def nobody(size: int) -> Bitmap:
    """A bitmap without a row."""
    return np.zeros(words_for(size), dtype=np.uint64)


def everybody(size: int) -> Bitmap:
    """A bitmap of all rows; what is left of the last word stays empty."""
    return of_flags(np.ones(size, dtype=bool))


def of_flags(flags: Flags) -> Bitmap:
    """Flags (n,) or (k, n) as bitmaps (words,) or (k, words)."""
    size = flags.shape[-1]
    padded = np.zeros((*flags.shape[:-1], words_for(size) * WORD), dtype=bool)
    padded[..., :size] = flags
    return np.packbits(padded, axis=-1, bitorder="little").view("<u8")


def of_rows(rows: Rows, size: int) -> Bitmap:
    """The bitmap of these rows."""
    if rows.size < FEW:
        bitmap = nobody(size)
        np.bitwise_or.at(bitmap, rows >> 6, np.uint64(1) << (rows & 63).astype(np.uint64))
        return bitmap
    flags = np.zeros(size, dtype=bool)
    flags[rows] = True
    return of_flags(flags)


def rows_of(bitmap: Bitmap) -> Rows:
    """The rows of a bitmap, in order."""
    return np.flatnonzero(np.unpackbits(bitmap.view(np.uint8), bitorder="little").view(bool))


def has(bitmap: Bitmap, rows: Rows) -> Flags:
    """Which of these rows are in a bitmap."""
    if rows.size * 8 > bitmap.size * WORD:
        return np.asarray(np.unpackbits(bitmap.view(np.uint8), bitorder="little").view(bool)[rows])
    shifted = bitmap[rows >> 6] >> (rows & 63).astype(np.uint64)
    return np.asarray(shifted & np.uint64(1), dtype=bool)


def count(bitmap: Bitmap) -> int:
    """How many rows there are."""
    return int(np.bitwise_count(bitmap).sum(dtype=np.int64))


def any_of(bitmaps: Iterable[Bitmap], size: int) -> Bitmap:
    """The rows of any of them."""
    found = nobody(size)
    for bitmap in bitmaps:
        found |= bitmap
    return found
