"""The process that solves one large flow: arcs come in on standard input, one byte an arc goes out."""

from __future__ import annotations

import sys

import numpy as np

from pairing.flow import run


def main() -> None:
    """Read, solve, write."""
    numbers = np.frombuffer(sys.stdin.buffer.read(), dtype=np.int64)
    count, supply = int(numbers[0]), int(numbers[1])
    tail, head, room, cost = numbers[2:].reshape(4, count)
    sys.stdout.buffer.write(run(tail, head, room, cost, supply).astype(np.uint8).tobytes())


if __name__ == "__main__":
    main()
