"""``matching`` and ``algmatch`` on random rankings, run by their own interpreter; prints one line of JSON."""

import json
import sys
import time

import numpy as np

which, people, mentors = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rng = np.random.default_rng(1)
mine = np.argsort(rng.random((people, mentors)), axis=1)
theirs = np.argsort(rng.random((mentors, people)), axis=1)
capacity = rng.integers(1, 5, mentors)

if which == "algmatch":
    from algmatch.hospitalResidentsProblem import HospitalResidentsProblem

    begin = time.process_time()
    wishes = {
        "residents": {n + 1: (row + 1).tolist() for n, row in enumerate(mine)},
        "hospitals": {n + 1: {"capacity": int(capacity[n]), "preferences": (row + 1).tolist()}
                      for n, row in enumerate(theirs)},
    }  # fmt: skip
    answer = HospitalResidentsProblem(dictionary=wishes).get_stable_matching()
    matched = sum(1 for value in answer["resident_sided"].values() if value)
else:
    from matching.games import HospitalResident

    begin = time.process_time()
    game = HospitalResident.create_from_dictionaries(
        {n: row.tolist() for n, row in enumerate(mine)},
        {n: row.tolist() for n, row in enumerate(theirs)},
        {n: int(places) for n, places in enumerate(capacity)},
    )
    matched = sum(len(residents) for residents in game.solve(optimal="resident").values())
print(json.dumps({"cpu": time.process_time() - begin, "people": matched}))
