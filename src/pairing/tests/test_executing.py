"""Where blocks of work run: without numba, and on a cluster whose worker is killed in the middle."""

import os
import time
from functools import partial

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


class Here:
    """Stands in for a client: everything is done at once, by the same function that a worker runs."""

    def scatter(self, work, **_):
        return work

    def submit(self, run, work, item, **_):
        return run(work, item)

    def gather(self, futures):
        return futures


def test_a_cluster_gives_results_in_the_order_of_the_items():
    assert Cluster(Here()).map(abs, [-3, 2]) == [3, 2]


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
        super().__init__(client)
        self.once = once

    def map(self, work, items):
        return super().map(partial(slowly, work, self.once), items)


@pytest.mark.skipif(
    "CLUSTER" not in os.environ, reason="takes a cluster and minutes; set CLUSTER=1 to run it"
)
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
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        found = source.on(Deadly(client, str(tmp_path / "once"))).best(3, 2)

    assert [part.tolist() for part in found] == expected
    assert (tmp_path / "once").exists()
