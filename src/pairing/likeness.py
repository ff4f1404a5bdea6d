"""Likeness of free texts, on this machine and with no download: each text becomes 64 marks that can be compared.

The marks are the signs of fixed projections of a text's vector (Charikar 2002): two texts agree in about half of
them by chance, and in more the closer their vectors are. So likeness is an inner product of small whole numbers
like every other part of the fit. Any model will do that says where a text lies; the packaged one is the mean of
its words' vectors (``wordllama``, the extra ``text``), read from the package's own files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

MARKS = 64
LONGEST = 4000
"""Letters of a text that are read."""
WEIGHTS, TOKENS = "weights/l2_supercat_256.safetensors", "tokenizers/l2_supercat_tokenizer_config.json"


class Likeness(Protocol):
    """Something that tells texts apart."""

    def __call__(self, texts: Iterable[str]) -> list[int | None]:
        """The marks of each text as a whole number, None for one that says nothing."""


def packaged() -> Likeness | None:
    """The packaged model; None when it is not installed, and then nothing else is missing."""
    home = find_spec("wordllama")
    if home is None or home.origin is None:
        return None
    return marker(_means(Path(home.origin).parent))


def marker(vectors: Callable[[list[str]], NDArray[np.float32]]) -> Likeness:
    """Marks by any model that gives each text a vector: (k,) texts in, (k, d) numbers out."""

    def marks(texts: Iterable[str]) -> list[int | None]:
        given = [text[:LONGEST] for text in texts]
        where = vectors(given)
        signs = where @ _directions(where.shape[1]) > 0
        numbers = np.packbits(signs, axis=1, bitorder="little").view("<u8")[:, 0].tolist()
        return [int(number) if row.any() else None for number, row in zip(numbers, where, strict=True)]

    return marks


@cache
def _directions(width: int) -> NDArray[np.float32]:
    """The same random signs everywhere and always (raw bits of PCG64, whose stream NumPy keeps)."""
    bits = np.random.PCG64(64).random_raw(width)
    flags = np.unpackbits(bits.astype("<u8").view(np.uint8), bitorder="little").reshape(width, MARKS)
    return flags.astype(np.float32) * 2 - 1


@cache
def _means(home: Path) -> Callable[[list[str]], NDArray[np.float32]]:
    """The mean of the vectors of a text's tokens."""
    table = read_table((home / WEIGHTS).read_bytes())
    tokens: Any = import_module("tokenizers").Tokenizer.from_file(
        str(home / TOKENS)
    )  # Any: it ships no types

    def vectors(texts: list[str]) -> NDArray[np.float32]:
        found = np.zeros((len(texts), table.shape[1]), dtype=np.float32)
        for place, text in enumerate(tokens.encode_batch_fast(texts, add_special_tokens=False)):
            if text.ids:
                found[place] = table[text.ids].mean(axis=0, dtype=np.float32)
        return found

    return vectors


def read_table(raw: bytes) -> NDArray[np.float16]:
    """The one table of a safetensors file: a length, a description in JSON, the numbers."""
    size = int.from_bytes(raw[:8], "little")
    described = json.loads(raw[8 : 8 + size])
    described.pop("__metadata__", None)
    ((_, about),) = described.items()
    begin, end = about["data_offsets"]
    rows, width = about["shape"]
    return np.frombuffer(raw[8 + size + begin : 8 + size + end], dtype="<f2").reshape(rows, width)
