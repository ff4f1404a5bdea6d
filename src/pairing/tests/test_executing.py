"""Where blocks of work run: without numba, and on a cluster whose worker is killed in the middle."""

import os
import time
from functools import partial
from importlib import import_module

import numpy as np
import pytest

from pairing import Problem, compiled, settling
from pairing.executor import Cluster, Threads
from pairing.profiles import profiles_of

from .test_rounds import people


def test_without_numba_a_loop_is_itself(monkeypatch):
    monkeypatch.setattr(compiled, "AVAILABLE", False)

    def loop():
        return 1

    assert compiled.compiled(loop).py_func is compiled.inlined(loop) is loop


def test_without_threadpoolctl_blocks_still_run(monkeypatch):
    monkeypatch.setattr("pairing.executor.find_spec", lambda _: None)

    assert Threads(2).map(abs, [-1, 2]) == [1, 2]


class Done:
    """Stands in for what will be there: it is there at once, or never."""

    def __init__(self, value):
        self.value = value

    def result(self, timeout):
        if self.value is None:
            raise TimeoutError(timeout)
        return self.value


class Here:
    """Stands in for a client: everything is done at once, by the same function that a worker runs."""

    def __init__(self):
        self.called_off = 0

    def submit(self, run, *given, **_):
        return Done(run(*(one.value if isinstance(one, Done) else one for one in given)))

    def cancel(self, futures):
        self.called_off += len(futures)


def test_a_cluster_gives_results_in_the_order_of_the_items():
    assert Cluster(Here()).map(abs, [-3, 2]) == [3, 2]


def test_a_block_that_never_comes_is_not_waited_for_and_the_rest_is_called_off():
    client = Here()

    with pytest.raises(TimeoutError):
        Cluster(client, limit=0.1).map({1: 5}.get, [1, 2, 1])

    assert client.called_off == 4


def slowly(work, once, block):
    """The work of one block; the first to come kills its own process."""
    try:
        os.close(os.open(once, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return work(block)
    time.sleep(0.1)
    os._exit(9)


class Deadly(Cluster):
    """A cluster on which one worker dies once."""

    def __init__(self, client, once):
        super().__init__(client, limit=60)
        self.once = once

    def map(self, work, items):
        return super().map(partial(slowly, work, self.once), items)


@pytest.mark.filterwarnings("ignore")
def test_a_killed_worker_changes_nothing(rng, tmp_path, monkeypatch):
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(settling, "EACH", 2)
    monkeypatch.setenv("PYTHONPATH", "src")
    problem = Problem(*people(rng, many=150, few=40))
    source = profiles_of(problem.columns, problem.pool, problem.weights, problem.rules,
                         *(np.arange(size) for size in problem.shape), [])  # fmt: skip
    expected = [part.tolist() for part in source.best(3, 2)]

    with (
        import_module("dask").config.set({"distributed.worker.multiprocessing-method": "forkserver"}),
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        found = source.on(Deadly(client, str(tmp_path / "once"))).best(3, 2)

    assert [part.tolist() for part in found] == expected
    assert (tmp_path / "once").exists()


def test_a_loop_is_made_at_its_first_call_and_only_then():
    def double(number):
        return number * 2

    loop = compiled.inlined(double)

    assert (loop in compiled._waiting, loop.py_func is double) == (compiled.AVAILABLE, True)
    assert (loop(3), loop(4)) == (6, 8)
    assert loop not in compiled._waiting
