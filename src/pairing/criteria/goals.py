"""Goal skills against expertise: a mentor two or three levels ahead helps most.

Each goal skill holds a share of the part by its priority. A mentor one level ahead earns 70 % of the share,
two or three levels 100 %, four levels 80 %, and nobody earns anything by standing level or below. A skill
that a mentor does not state earns nothing: otherwise silence would beat an honest low level. A brief with no
goal skill gives every mentor half.
"""

from __future__ import annotations

import numpy as np

from ..columns import MenteeColumns, MentorColumns
from ..problem import LEVELS, Mentee, Mentor
from ..shares import portion, split, split_once
from ..vocabulary import PAD
from .parts import Part, Side, Tally, half

BY_GAP = (0, 70, 100, 100, 80, 80)
"""Per cent of the share, by how many levels the mentor is ahead."""


def mentor_side(mentors: MentorColumns) -> Side:
    """For each skill five columns "stands exactly at level L", then a column of ones."""
    exactly = mentors.levels[:, :, None] == np.arange(1, LEVELS + 1)
    columns = exactly.reshape(len(mentors), len(mentors.words.skills) * LEVELS)
    return np.hstack([columns, np.ones((len(mentors), 1))]).astype(np.float32)


def mentee_side(mentees: MenteeColumns, mentors: MentorColumns, worth: int) -> Side:
    """What a mentor at each level of each skill earns."""
    skills = len(mentors.words.skills)
    side = np.zeros((len(mentees), skills * LEVELS + 1), dtype=np.float32)
    share = split(worth, mentees.goal_priority)
    person, slot = np.nonzero(mentees.goal_skill >= 0)
    skill, own = mentees.goal_skill[person, slot], mentees.goal_own[person, slot]
    for level in range(1, LEVELS + 1):
        per_cent = np.array(BY_GAP)[np.maximum(0, level - own)]
        side[person, skill * LEVELS + level - 1] = portion(share[person, slot], per_cent, 100)
    side[:, -1] = np.where((mentees.goal_skill == PAD).all(axis=1), half(worth), 0)
    return side


def explain(mentee: Mentee, mentor: Mentor, worth: int) -> Part:
    """Every goal skill with both levels."""
    tally = Tally()
    if not mentee.goals:
        tally.unknown(worth, of="goal_skills", who="mentee")
        return tally.part("goals", worth)
    shares = split_once(worth, tuple(goal.priority for goal in mentee.goals))
    for goal, share in zip(mentee.goals, (int(share) for share in shares), strict=True):
        level, own = mentor.levels.get(goal.skill, 0), goal.assumed
        points = int(portion(np.array(share), BY_GAP[max(0, level - own)], 100))
        facts = {"skill": goal.skill, "own": goal.own, "assumed": own, "level": level, "target": goal.target}
        facts["priority"] = goal.priority
        tally.give("skill_ahead", points, **facts)
        kind = "skill_not_stated" if not level else "skill_not_ahead" if level <= own else ""
        tally.miss(
            kind or ("skill_one_ahead" if level == own + 1 else "skill_far_ahead"), share - points, **facts
        )
    return tally.part("goals", worth)
