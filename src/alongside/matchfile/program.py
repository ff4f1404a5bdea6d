"""The program behind ``alongside match``: read, match, write; every fault at once and nothing half done."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from pairing import InputError, Problem, packaged

from . import matched, matrices, options, people, report, results, settings, template
from .tables import Fault, Faulty, read

MOST_FAULTS = 50


def main(words: Sequence[str] | None = None) -> int:
    """0 when everything was written, 2 when the input cannot be used."""
    asked = options.checked(words)
    say = Progress(asked)
    try:
        if asked.template is not None:
            return _write_template(asked.template)
        found = _found(asked, say)
        made_with = _made_with(asked)
        files = {asked.out: results.pairs(found)}
        if asked.report:
            files[asked.report] = report.page(found, made_with)
        if asked.json:
            files[asked.json] = results.as_json(found, made_with)
        results.write(files)
    except Faulty as wrong:
        return _refused([str(fault) for fault in wrong.faults])
    except InputError as wrong:
        return _refused([str(wrong)])
    except OSError as wrong:
        return _refused([f"{wrong.filename or 'A file'} cannot be written: {wrong.strerror}."])
    print(_summary(found, files))
    return 0


class Progress:
    """Steps with a bar on the error channel, where it does not get into a pipe."""

    def __init__(self, asked: argparse.Namespace) -> None:
        self.steps = 2 if asked.scores or asked.rankings else 4
        self.done = 0

    def __call__(self, words: str) -> None:
        """One step begins."""
        self.done = min(self.done + 1, self.steps)
        bar = "█" * self.done + "░" * (self.steps - self.done)
        print(f"{bar} {words}", file=sys.stderr)


def _found(asked: argparse.Namespace, say: Progress) -> matched.Matched:
    if asked.scores:
        return matrices.of_scores(asked.scores, asked.capacity, asked.aim, asked.floor, asked.seed, say)
    if asked.rankings:
        return matrices.of_rankings(asked.people[0], asked.people[1], asked.seed, say)
    say("Reading")
    return matched.of_problem(_problem(asked), asked.aim, asked.seed, say)


def _problem(asked: argparse.Namespace) -> Problem:
    """Both sheets, with the faults of both together."""
    week = asked.week or _this_monday()
    mapped = dict(pair.split("=", 1) for pair in asked.map)
    marks = None if asked.no_text else packaged()
    faults: list[Fault] = []
    sides: list[Any] = []
    for path, make in zip(asked.people, (people.mentees, people.mentors), strict=True):
        try:
            sheet = people.reader(read(path), mapped, week - timedelta(days=week.weekday()))
            sides.append(make(sheet, marks))
        except Faulty as wrong:
            faults += wrong.faults
    if faults:
        raise Faulty(faults)
    return Problem(sides[0], sides[1], settings.weights(asked.weights), settings.rules(asked.rules))


def _this_monday() -> date:
    today = datetime.now(UTC).date()
    return today - timedelta(days=today.weekday())


def _made_with(asked: argparse.Namespace) -> Mapping[str, Any]:
    """What leads to the same answer again."""
    files = [*asked.people, asked.scores, asked.capacity, asked.weights, asked.rules]
    digests = {path.name: sha256(path.read_bytes()).hexdigest()[:16] for path in files if path}
    try:
        number = version("alongside")
    except PackageNotFoundError:
        number = "from source"
    week = {} if asked.scores or asked.rankings else {"week": str(asked.week or _this_monday())}
    text = "no" if asked.no_text or packaged() is None else "yes"
    return {
        "version": number, "aim": asked.aim, "seed": asked.seed, "text": text, **week, "files": digests,
    }  # fmt: skip


def _write_template(folder: Path) -> int:
    files = {folder / "mentees.csv": template.MENTEES, folder / "mentors.csv": template.MENTORS}
    there = [path for path in files if path.exists()]
    if there:
        return _refused([f"{path} is there already. Move it, or name another folder." for path in there])
    folder.mkdir(parents=True, exist_ok=True)
    results.write({path: template.sheet(example) for path, example in files.items()})
    print(f"Written: {', '.join(str(path) for path in files)}")
    return 0


def _summary(found: matched.Matched, files: Mapping[Path, str]) -> str:
    audit = found.audit
    names = ", ".join(str(path) for path in files)
    return f"{audit.matched:,} of {audit.people:,} mentees have a mentor; total {audit.total:,.2f}. Written: {names}"


def _refused(faults: Sequence[str]) -> int:
    for fault in faults[:MOST_FAULTS]:
        print(fault, file=sys.stderr)
    if len(faults) > MOST_FAULTS:
        print(f"… and {len(faults) - MOST_FAULTS:,} more", file=sys.stderr)
    print("Nothing was written.", file=sys.stderr)
    return 2
