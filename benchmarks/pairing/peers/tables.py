"""munkres and OR-Tools on a table of fits that is laid out already, run by their own interpreter; prints JSON."""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
from munkres import Munkres
from ortools.graph.python.linear_sum_assignment import SimpleLinearSumAssignment
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

TABLES = Path(__file__).parents[1] / ".peers" / "tables-laid-out"
MORE_PEOPLE_FIRST = 1_000_000
"""What one more person counts, beside at most 10,000 hundredths of fit."""


def main(which: str, people: str, mentors: str, places: str) -> None:
    """Every pair that may be is worth a person and its fit; the rest is worth nothing."""
    kept = np.load(TABLES / f"{people}-{mentors}-{places}.npz")
    cells = kept["cells"].astype(np.int64)
    worth = np.where(cells >= 0, MORE_PEOPLE_FIRST + cells, 0)
    begin = time.process_time()
    found = {"munkres": munkres, "assignment": assignment, "flow": flow}[which](worth, kept["places"])
    seconds = time.process_time() - begin
    fits = [int(cells[pair]) for pair in found if cells[pair] >= 0]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": seconds, "megabytes": memory, "people": len(fits), "total": sum(fits) / 100}))


def munkres(worth, _places):
    """The package with which mentor-match and many course projects decide: one mentee for each mentor."""
    return Munkres().compute((worth.max() - worth).tolist())


def assignment(worth, _places):
    """OR-Tools' linear assignment, handed all pairs as arrays."""
    solver = SimpleLinearSumAssignment()
    one, other = (side.ravel() for side in np.indices(worth.shape))
    solver.add_arcs_with_cost(one, other, (worth.max() - worth).ravel())
    if solver.solve() != solver.OPTIMAL:
        raise SystemExit("not solved")
    return [(one, solver.right_mate(one)) for one in range(solver.num_nodes())]


def flow(worth, places):
    """OR-Tools' flow of least cost over all pairs: one unit for each mentee, at most its places for a mentor."""
    solver = SimpleMinCostFlow()
    people, mentors = worth.shape
    one, other = np.nonzero(worth)
    everybody, every_mentor = np.arange(people), np.arange(mentors)
    sink, nobody = people + mentors, people + mentors + 1
    start = np.concatenate([one, people + every_mentor, everybody, [nobody]])
    end = np.concatenate([people + other, np.full(mentors, sink), np.full(people, nobody), [sink]])
    most = np.concatenate([np.ones(one.size, np.int64), places, np.ones(people, np.int64), [people]])
    cost = np.zeros(start.size, np.int64)
    cost[: one.size] = -worth[one, other]
    arcs = solver.add_arcs_with_capacity_and_unit_cost(start, end, most, cost)
    solver.set_nodes_supplies(np.append(everybody, sink), np.append(np.ones(people, np.int64), -people))
    if solver.solve() != solver.OPTIMAL:
        raise SystemExit("not solved")
    used = solver.flows(arcs[: one.size]) > 0
    return list(zip(one[used], other[used], strict=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
