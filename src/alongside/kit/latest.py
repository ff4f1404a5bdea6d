"""The answers that were asked for last, kept in the process."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Latest(Generic[T]):
    """Keeps up to ``most`` answers; the one that was not asked for the longest gives way."""

    def __init__(self, most: int) -> None:
        self.most, self.lock = most, Lock()
        self.answers: OrderedDict[Hashable, T] = OrderedDict()

    def get(self, key: Hashable, work: Callable[[], T]) -> T:
        """The kept answer, or a new one. Two who ask at once may both work it out; they find the same."""
        with self.lock:
            if key in self.answers:
                self.answers.move_to_end(key)
                return self.answers[key]
        answer = work()
        with self.lock:
            self.answers[key] = answer
            while len(self.answers) > self.most:
                self.answers.popitem(last=False)
        return answer

    def drop(self, key: Hashable) -> None:
        """Forget one answer."""
        with self.lock:
            self.answers.pop(key, None)
