"""Where independent blocks of work run: threads of this machine, or an engine for several machines."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Executor(Protocol):
    """Runs one function on many items; the results come in the order of the items."""

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
        """All results, however they were made."""


class Threads:
    """Threads of this process; each block keeps to one thread, so matrix products must not start more."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
        """All results."""
        with _one_thread_each(), ThreadPoolExecutor(self.workers) as pool:
            return list(pool.map(work, items))


class Cluster:
    """A Dask client (the extra ``cluster``): blocks of a worker that dies are done again by another.

    What the work carries is a task too, so that it is made again when the only worker that held it dies.
    ``limit``: seconds to wait for the next block, before ``TimeoutError``; what still runs is then called off.
    """

    def __init__(
        self, client: Any, *, limit: float = 3600.0
    ) -> None:  # a distributed.Client: not always installed
        self.client = client
        self.limit = limit

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
        """All results; what the work carries is sent to the cluster once."""
        carried = self.client.submit(_same, work, pure=False)
        futures = [self.client.submit(_apply, carried, item, pure=False) for item in items]
        try:
            return [future.result(timeout=self.limit) for future in futures]
        finally:
            self.client.cancel([carried, *futures])


def _same(work: Item) -> Item:
    return work


def _apply(work: Callable[[Item], Result], item: Item) -> Result:
    with _one_thread_each():
        return work(item)


def _one_thread_each() -> Any:  # threadpoolctl's context, or one that does nothing
    return (
        nullcontext()
        if find_spec("threadpoolctl") is None
        else _controller().limit(limits=1, user_api="blas")
    )


@cache
def _controller() -> Any:  # looking for the libraries takes longer than a small round
    return import_module("threadpoolctl").ThreadpoolController()
