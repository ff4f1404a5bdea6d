"""mentor-match on a synthetic round, run by its own interpreter; prints one line of JSON."""

import json
import operator
import resource
import sys
import time

import numpy as np
from matching import process
from matching.mentee import Mentee
from matching.mentor import Mentor
from matching.rules.rule import Generic, Grade

size, seed = int(sys.argv[1]), 1
rng = np.random.default_rng(seed)


def people(kind: type) -> list:
    """Grade, organisation and profession at random."""
    rows = zip(rng.integers(1, 8, size), rng.integers(0, 20, size), rng.integers(0, 12, size), strict=True)
    return [
        kind(**{"grade": int(grade), "organisation": str(org), "profession": str(job), "email": f"{kind.__name__}{n}",
                "first name": "a", "last name": "b", "role": "c"})
        for n, (grade, org, job) in enumerate(rows)
    ]  # fmt: skip


mentors, mentees = people(Mentor), people(Mentee)
rules = [
    Grade(1, operator.gt, {True: 12, False: 0}),
    Generic({True: 10, False: 0}, lambda match: match.mentor.organisation != match.mentee.organisation),
    Generic({True: 15, False: 0}, lambda match: match.mentor.profession == match.mentee.profession),
]
begin = time.process_time()
matrix = process.generate_match_matrix(mentors, mentees, rules)
process.match_and_assign_participants(matrix)
seconds = time.process_time() - begin
pairs = [(mentor, mentee) for mentor in mentors for mentee in mentor.mentees]
scores = [
    12 * (a.grade - b.grade > 1)
    + 10 * (a.organisation != b.organisation)
    + 15 * (a.profession == b.profession)
    for a, b in pairs
]
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"cpu": seconds, "megabytes": memory, "people": len(scores), "total": sum(scores)}))
