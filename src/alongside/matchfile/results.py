"""What is written: the pairs as CSV, the audit as JSON. Everything or nothing."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from alongside.kit.cells import harmless

from .matched import Matched


def pairs(found: Matched) -> str:
    """A CSV that no spreadsheet takes for formulas."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in (found.header, *found.rows):
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue()


def as_json(found: Matched, made_with: Mapping[str, Any]) -> str:
    """Every figure of the audit, and what is needed to come to the same again."""
    audited = asdict(found.audit)
    audited["groups"] = {str(name): group for name, group in audited["groups"].items()}
    answer = found.assignment
    proof = {"bound": answer.bound, "gap": answer.gap, "no_more_people_possible": answer.certain}
    content = {"made_with": made_with, "audit": audited, "unit": found.unit, "proof": proof,
               "price_of_fairness": answer.price_of_fairness}  # fmt: skip
    return json.dumps(content, indent=2, ensure_ascii=False, default=str) + "\n"


def write(files: Mapping[Path, str]) -> None:
    """First everything beside its place, then everything into it, so that no half of a result is left."""
    parts = {path: path.with_name(f".{path.name}.part") for path in files}
    try:
        for path, text in files.items():
            parts[path].write_text(text, encoding="utf-8")
        for path, part in parts.items():
            os.replace(part, path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
