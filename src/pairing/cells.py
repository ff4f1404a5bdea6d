"""The loops that pick candidates out of a table of fits; compiled, and the same in plain Python."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled
from .picking import put, scattered

Ints = NDArray[np.int64]


@compiled
def pick_cells(
    cells: NDArray[Any],
    closed: int,
    mine: Ints,
    mine_at: NDArray[np.int32],
    theirs: Ints,
    theirs_at: NDArray[np.int32],
) -> None:
    """Keep the best open cells of every row and of every column of a table, equals scattered."""
    for i in range(cells.shape[0]):
        for j in range(cells.shape[1]):
            most = (np.int64(cells[i, j]) << 10) + 1023
            if cells[i, j] == closed or (most < mine[i, 0] and most < theirs[j, 0]):
                continue
            key = most - 1023 + scattered(i, j)
            put(mine[i], mine_at[i], int(key), j)
            put(theirs[j], theirs_at[j], int(key), i)


@compiled
def exceed_cells(
    cells: NDArray[Any],
    closed: int,
    factor: int,
    price: Ints,
    bar: Ints,
    shift: int,
    found: Ints,
    found_at: NDArray[np.int32],
) -> None:
    """Keep the best cells of each row whose ``fit * factor - price`` exceeds its bar; ``shift`` 10 scatters equals."""
    for i in range(cells.shape[0]):
        for j in range(cells.shape[1]):
            value = np.int64(cells[i, j]) * factor - price[j]
            if value <= bar[i] or cells[i, j] == closed:
                continue
            put(found[i], found_at[i], (value << shift) + (scattered(i, j) >> (10 - shift)), j)
