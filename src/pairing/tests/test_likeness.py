"""Marks of texts: close texts share more of them, on this machine and for any model."""

import json

import numpy as np
import pytest

from pairing import InputError, Mentee, Mentor, Problem, explain_pair, likeness, marker, packaged


def shared(one, other):
    return 64 - (one ^ other).bit_count()


def test_texts_that_are_close_share_more_marks_than_others():
    marks = packaged()
    goal, record, pasta, nothing = marks(
        ["Become a director of product and lead product managers",
         "Grew into a head of product with several product managers", "Cook better pasta", ""])  # fmt: skip

    assert shared(goal, goal) == 64
    assert shared(goal, record) > shared(goal, pasta) == 36
    assert nothing is None
    assert marks(["Cook better pasta"]) == marks(iter(["Cook better pasta"])) == [pasta]


def test_without_the_package_there_is_no_model(monkeypatch):
    monkeypatch.setattr(likeness, "find_spec", lambda _: None)

    assert packaged() is None


def test_any_model_will_do_and_its_marks_stay_the_same_everywhere():
    marks = marker(lambda texts: np.array([[len(text), 0, 1] for text in texts], dtype=np.float32))

    assert marks(["a", "a" * 9000, "a" * 4000])[1:] == marks(["a" * 4000]) * 2
    assert marks(["a"]) == [1189029548101566752]


def test_the_table_of_a_model_is_read_from_its_file():
    numbers = np.arange(6, dtype="<f2").reshape(3, 2)
    about = json.dumps(
        {"__metadata__": {}, "t": {"dtype": "F16", "shape": [3, 2], "data_offsets": [0, 12]}}
    ).encode()

    read = likeness.read_table(len(about).to_bytes(8, "little") + about + numbers.tobytes())

    assert read.tolist() == numbers.tolist()


@pytest.mark.parametrize(
    ("theirs", "points"), [(0, 1500), ((1 << 64) - 1, 1244), (0xFFFF, 1436), (None, 1372)]
)
def test_a_text_decides_a_fifth_of_the_context_at_most(theirs, points):
    mentee, mentor = Mentee(key="a", text=0), Mentor(key="M", text=theirs)
    part = explain_pair(mentee, mentor).parts[2]

    assert part.points == points
    assert sum(gap.missing for gap in part.gaps) == 1500 - points
    assert explain_pair(Mentee(key="a"), mentor).parts[2].points == 1500
    assert Problem([mentee, Mentee(key="b")], [mentor]).parts(np.array([0, 1]), np.array([0, 0]))[2].tolist() == [
        points, 1500]  # fmt: skip


def test_marks_are_64_bits():
    for make in (Mentee, Mentor):
        with pytest.raises(InputError, match="64 bits"):
            make(key="a", text=1 << 64)
