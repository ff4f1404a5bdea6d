"""NumPy and faiss over the same people as vectors: ``vectors.py numpy|faiss|faiss-filtered FOLDER``; prints JSON."""

import json
import resource
import statistics
import sys
import time
from pathlib import Path

import faiss
import numpy as np

TOP, RUNS = 10, 30


def main(kind: str, folder: Path) -> None:
    """Ask the same questions; recall is the share of the ten whose true fit reaches the true tenth."""
    vectors = np.load(folder / "vectors.npy")
    asked, masks, fits = (np.load(folder / f"{name}.npy") for name in ("asked", "masks", "fits"))
    start = time.perf_counter()
    search = {"numpy": with_numpy, "faiss": with_faiss, "faiss-filtered": with_faiss_filtered}[kind](vectors)
    built, took, right = time.perf_counter() - start, [], []
    for number in range(min(RUNS, len(asked))):
        flags = np.unpackbits(masks[number], bitorder="little")[: len(vectors)].astype(bool)
        start = time.perf_counter()
        rows = search(asked[number], flags, masks[number])
        took.append(1000 * (time.perf_counter() - start))
        bar = np.sort(fits[number][flags])[-TOP:][0]
        right.append(
            sum(bool(flags[row] and fits[number][row] >= bar) for row in rows[:TOP] if row >= 0) / TOP
        )
    print(json.dumps({
        "p50_ms": statistics.median(took), "p95_ms": statistics.quantiles(took, n=20)[-1], "build_s": built,
        "recall": float(np.mean(right)), "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }))  # fmt: skip


def with_numpy(vectors):
    """One product with everybody, then the filters, then the ten best."""

    def search(asked, flags, _mask):
        fits = vectors @ asked
        fits[~flags] = -1
        return np.argpartition(-fits, TOP)[:TOP]

    return search


def with_faiss(vectors):
    """A flat index asked for a thousand, which are filtered afterwards: it knows no rules."""
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)

    def search(asked, flags, _mask):
        rows = index.search(asked[None], 1000)[1][0]
        return rows[flags[rows]]

    return search


def with_faiss_filtered(vectors):
    """A flat index with a bitmap of whom it may return."""
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)

    def search(asked, _flags, mask):
        chosen = faiss.IDSelectorBitmap(mask)
        return index.search(asked[None], TOP, params=faiss.SearchParameters(sel=chosen))[1][0]

    return search


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
