"""SciPy, loaded when a round is first solved: whoever only asks for fit and reasons need not hold it."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any


def optimize() -> Any:  # Any: SciPy ships no types
    """``scipy.optimize``."""
    return import_module("scipy.optimize")


def sparse() -> Any:  # Any: as above
    """``scipy.sparse``."""
    return import_module("scipy.sparse")


def is_sparse(table: object) -> bool:
    """Whether this is a sparse table; nobody holds one who has not loaded SciPy."""
    return "scipy.sparse" in sys.modules and bool(sparse().issparse(table))
