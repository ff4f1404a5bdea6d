"""What can be asked on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

WORDS = "Match mentees and mentors from spreadsheets, with no server."
NOTES = """\
examples:
  alongside match --template
  alongside match mentees.csv mentors.csv --out pairs.csv --report report.html
  alongside match --scores scores.csv --capacity capacity.csv --out pairs.csv
  alongside match --rankings mentees.csv mentors.csv --out pairs.csv

Files are CSV or XLSX. Nothing is written when something in them is wrong.
"""


def parser() -> argparse.ArgumentParser:
    """Describe the options."""
    found = argparse.ArgumentParser(
        prog="alongside match", description=WORDS, epilog=NOTES,
        formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False,
    )  # fmt: skip
    add = found.add_argument
    add("people", nargs="*", type=Path, metavar="FILE", help="the mentees and the mentors")
    add("--out", type=Path, metavar="PAIRS.CSV", help="where the pairs go")
    add("--report", type=Path, metavar="REPORT.HTML", help="a page with pictures that opens offline")
    add("--json", type=Path, metavar="AUDIT.JSON", help="the audit, with everything needed to repeat it")
    add("--weights", type=Path, metavar="WEIGHTS.TOML", help="goals = 35 and so on, 100 points together")
    add("--rules", type=Path, metavar="RULES.CSV", help="columns rule, mentee, mentor, value")
    add("--aim", choices=("total", "worst-off", "stable"), default="total", help="what comes first (total)")
    add("--seed", type=int, default=0, metavar="N", help="breaks ties (0)")
    add("--map", action="append", default=[], metavar="COLUMN=FIELD", help="name an unknown column")
    add(
        "--week",
        type=date.fromisoformat,
        metavar="MONDAY",
        help="the week whose clock changes count (this one)",
    )
    add("--scores", type=Path, metavar="SCORES.CSV", help="any scores instead of people")
    add("--capacity", type=Path, metavar="CAPACITY.CSV", help="columns mentor, capacity (1 each without)")
    add("--floor", type=float, metavar="SCORE", help="no pair below this score")
    add("--no-text", action="store_true", help="leave what people wrote out of the fit")
    add("--rankings", action="store_true", help="the two files hold each side's ranked lists")
    add(
        "--template",
        nargs="?",
        type=Path,
        const=Path(),
        metavar="FOLDER",
        help="write two files to start from",
    )
    return found


def checked(words: Sequence[str] | None) -> argparse.Namespace:
    """The options, once they make sense together."""
    described = parser()
    options = described.parse_args(words)
    if options.template is not None:
        return options
    if options.scores is None and len(options.people) != 2:
        described.error("name two files: the mentees and the mentors (or --scores, or --template)")
    if options.scores is not None and (options.people or options.rankings):
        described.error("--scores is instead of the two files")
    if options.out is None:
        described.error("say with --out where the pairs go")
    if any("=" not in pair for pair in options.map):
        described.error("--map is COLUMN=FIELD")
    return options
