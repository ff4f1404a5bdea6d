"""Dividing whole hundredths without losing one: the reason that parts add up exactly."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

Ints = NDArray[np.int64]


def split(worth: int | Ints, weights: ArrayLike) -> Ints:
    """Divide ``worth`` (one number, or one for each row) over each row of ``weights``, by largest remainder.

    Shape (n, k) in and out. Each row adds up to ``worth``, or to 0 where all its weights are 0; equal
    remainders favour the earlier column.
    """
    weight = np.asarray(weights, dtype=np.int64)
    total = np.maximum(1, weight.sum(axis=1, keepdims=True))
    whole = np.broadcast_to(np.asarray(worth, dtype=np.int64), weight.shape[:1])
    shares = whole[:, None] * weight
    base = shares // total
    left = np.where(weight.any(axis=1), whole - base.sum(axis=1), 0)
    order = np.argsort(-(shares % total), axis=1, kind="stable")
    place = np.empty_like(order)
    np.put_along_axis(place, order, np.arange(weight.shape[1])[None, :], axis=1)
    parts: Ints = base + (place < left[:, None])
    return parts


@lru_cache(maxsize=4096)
def split_once(worth: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """The same for one row; the same few are asked for again and again."""
    return tuple(int(share) for share in split(worth, [weights])[0])


def portion_once(share: int, numerator: int, denominator: int) -> int:
    """As ``portion``, of one number."""
    return (2 * share * numerator + denominator) // (2 * denominator)


def portion(share: Ints, numerator: ArrayLike, denominator: int) -> Ints:
    """``share * numerator / denominator`` to the nearest whole number, halves up."""
    return (2 * share * np.asarray(numerator, dtype=np.int64) + denominator) // (2 * denominator)
