"""One exact flow by OR-Tools, here or in a process of its own: arcs come in, what they carry goes out.

Run as a program it imports nothing of the package, so that it starts quickly.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def run(tail: Ints, head: Ints, room: Ints, cost: Ints, supply: int) -> NDArray[np.bool_] | None:
    """A largest flow of least cost from the node before the last to the last; which arcs carry any.

    None when the numbers are too large for it.
    """
    flow = import_module("ortools.graph.python.min_cost_flow").SimpleMinCostFlow()
    numbers = flow.add_arcs_with_capacity_and_unit_cost(tail, head, room, cost)
    sink = int(head.max())
    flow.set_node_supply(sink - 1, supply)
    flow.set_node_supply(sink, -supply)
    if flow.solve_max_flow_with_min_cost() != flow.OPTIMAL:
        return None
    return np.asarray(flow.flows(numbers) > 0)


def serve(asked: BinaryIO, answered: BinaryIO) -> None:
    """Read a market, write one byte an arc; nothing when it cannot be solved."""
    numbers = np.frombuffer(asked.read(), dtype=np.int64)
    count, supply = int(numbers[0]), int(numbers[1])
    tail, head, room, cost = numbers[2:].reshape(4, count)
    carried = run(tail, head, room, cost, supply)
    if carried is not None:
        answered.write(carried.astype(np.uint8).tobytes())


if __name__ == "__main__":  # pragma: no cover  # runs in the other process
    serve(sys.stdin.buffer, sys.stdout.buffer)
