"""How the embedded PostgreSQL is set: reachable by its socket alone, durable, and silent about what people wrote."""

from __future__ import annotations

import os
from pathlib import Path

from .places import Places

MEGABYTE = 1 << 20
USUAL_BUFFERS, MOST_BUFFERS = 128, 2048
"""Megabytes of shared buffers: PostgreSQL's own default, and what a million mentors need."""
LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))
"""Where a container is told how much memory it has (cgroups, second and first version)."""

EVERYWHERE = {
    "listen_addresses": "",
    "port": "5432",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] ",
    "logging_collector": "off",
    "log_destination": "stderr",
    "log_min_error_statement": "panic",  # a failed statement carries people's words
    "log_error_verbosity": "terse",  # and so does the detail of a broken constraint
    "idle_in_transaction_session_timeout": "5min",
    "max_parallel_workers_per_gather": "0",  # shared memory is small in containers
    "random_page_cost": "1.1",
    "jit": "off",
}
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
THROWAWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


def shared_buffers(memory: int) -> str:
    """An eighth of ``memory`` (bytes), within bounds: the web processes need the rest."""
    return f"{min(MOST_BUFFERS, max(USUAL_BUFFERS, memory // 8 // MEGABYTE))}MB"


def memory_here(limits: tuple[Path, ...] = LIMITS) -> int:
    """How many bytes of memory this computer has, or this container may use."""
    told = [path.read_text().strip() for path in limits if path.exists()]
    given = [int(one) for one in told if one.isdigit()]
    return min([os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"), *given])


def arguments(places: Places, throwaway: bool) -> list[str]:
    """Return the command-line arguments for ``postgres``; they win over every file in the cluster."""
    chosen = EVERYWHERE | (THROWAWAY if throwaway else DURABLE)
    chosen["shared_buffers"] = shared_buffers(0 if throwaway else memory_here())
    chosen |= {
        "unix_socket_directories": str(places.socket),
        "hba_file": str(places.run / "hba.conf"),
        "ident_file": str(places.run / "ident.conf"),
    }
    return [word for name, value in chosen.items() for word in ("-c", f"{name}={value}")]
