"""Reads the moves of a career out of its positions, one after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from .words import Function, Level, Move, ProductType, Stage

BREAK = dt.timedelta(days=270)
"""Nine months between two positions are a break, after which one returns."""
INTO_PRODUCT = {
    Function.ENGINEERING: Move.ENGINEER_TO_PM,
    Function.DESIGN: Move.DESIGNER_TO_PM,
    Function.DATA: Move.ANALYST_TO_PM,
    Function.CONSULTING: Move.CONSULTANT_TO_PM,
    Function.MARKETING: Move.MARKETER_TO_PM,
    Function.FOUNDING: Move.FOUNDER_TO_PM,
}
SMALL = {Stage.IDEA, Stage.START_UP}
STEPS = {
    Level.SENIOR: Move.PM_TO_SENIOR,
    Level.PRINCIPAL: Move.SENIOR_TO_PRINCIPAL,
    Level.DIRECTOR: Move.TO_DIRECTOR,
    Level.VICE_PRESIDENT: Move.TO_EXECUTIVE,
    Level.CHIEF: Move.TO_EXECUTIVE,
}


class Job(Protocol):
    """What of a position is read here."""

    @property
    def function(self) -> str: ...
    @property
    def level(self) -> int | None: ...
    @property
    def manages(self) -> bool: ...
    @property
    def stage(self) -> str: ...
    @property
    def industry(self) -> str: ...
    @property
    def product_type(self) -> str: ...
    @property
    def started(self) -> dt.date | None: ...
    @property
    def ended(self) -> dt.date | None: ...


def moves_of(jobs: Iterable[Job]) -> set[tuple[Move, int]]:
    """Return every move and its year; a position without a start tells of none."""
    dated = sorted((job for job in jobs if job.started), key=_start)
    found = {
        (move, _start(after).year) for before, after in pairwise(dated) for move in _between(before, after)
    }
    return found | {(Move.RETURN_TO_WORK, year) for year in _returns(dated)}


def _start(job: Job) -> dt.date:
    return job.started or dt.date.max


def _between(before: Job, after: Job) -> Iterator[Move]:
    for reading in READINGS:
        yield from reading(before, after)


def _function(before: Job, after: Job) -> Iterator[Move]:
    if before.function == after.function:
        return
    if after.function == Function.PRODUCT:
        yield INTO_PRODUCT.get(Function(before.function), Move.OTHER_TO_PM)
    if before.function == Function.PRODUCT and after.function == Function.FOUNDING:
        yield Move.PM_TO_FOUNDER


def _leading(before: Job, after: Job) -> Iterator[Move]:
    if before.manages != after.manages:
        yield Move.IC_TO_MANAGER if after.manages else Move.MANAGER_TO_IC


def _level(before: Job, after: Job) -> Iterator[Move]:
    both_product = before.function == after.function == Function.PRODUCT
    if both_product and before.level and after.level and after.level > before.level:
        step = STEPS.get(Level(after.level))
        if step and step != STEPS.get(Level(before.level)):
            yield step


def _stage(before: Job, after: Job) -> Iterator[Move]:
    if before.stage in SMALL and after.stage == Stage.ENTERPRISE:
        yield Move.START_UP_TO_ENTERPRISE
    if before.stage == Stage.ENTERPRISE and after.stage in SMALL:
        yield Move.ENTERPRISE_TO_START_UP


def _industry(before: Job, after: Job) -> Iterator[Move]:
    if before.industry and after.industry and before.industry != after.industry:
        yield Move.CHANGE_OF_INDUSTRY


def _product_type(before: Job, after: Job) -> Iterator[Move]:
    types = (before.product_type, after.product_type)
    if types == (ProductType.CONSUMER, ProductType.B2B_SAAS):
        yield Move.CONSUMER_TO_B2B
    if types == (ProductType.B2B_SAAS, ProductType.CONSUMER):
        yield Move.B2B_TO_CONSUMER


def _returns(dated: Sequence[Job]) -> Iterator[int]:
    """The years of the positions that began long after every earlier one had ended."""
    busy_until = dt.date.min
    for job in dated:
        start = _start(job)
        if busy_until != dt.date.min and start - busy_until >= BREAK:
            yield start.year
        busy_until = max(busy_until, job.ended or dt.date.max)


READINGS: list[Callable[[Job, Job], Iterator[Move]]] = [
    _function, _leading, _level, _stage, _industry, _product_type,
]  # fmt: skip
