"""What topics of meetings came from: the agenda lies below what fills it."""

from __future__ import annotations

from alongside.mentoring.agenda.marks import MARKS
from alongside.practice.comments.joining import marks_of

MARKS.append(marks_of)
