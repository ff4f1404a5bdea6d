"""Dump the database and bring a dump back, all or nothing, with PostgreSQL's own programs."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import IO

from django.db import connection

from alongside.config import env
from alongside.config.postgres import binaries

EMPTY = """
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL client_min_messages = warning;
DO $$
DECLARE it record;
BEGIN
    FOR it IN SELECT oid::regclass AS name FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') LOOP
        EXECUTE format('DROP TABLE IF EXISTS %s CASCADE', it.name);
    END LOOP;
    FOR it IN SELECT oid::regprocedure AS name FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
        EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', it.name);
    END LOOP;
    FOR it IN SELECT oid::regtype AS name FROM pg_type t
        WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'c', 'd')
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e') LOOP
        EXECUTE format('DROP TYPE IF EXISTS %s CASCADE', it.name);
    END LOOP;
END $$;
"""
"""Everything of ours goes, in the same transaction in which the backup comes; what an extension owns stays."""

DUMP = ("--format=custom", "--no-owner", "--no-privileges", "--exclude-table-data=cache")


class Failed(Exception):
    """PostgreSQL's program refused; the message is its own."""


def dump(target: Path) -> None:
    """Write the whole database, as of one moment, while people go on working."""
    with target.open("wb") as out:
        _run("pg_dump", *DUMP, stdout=out)


def replace(source: IO[bytes]) -> None:
    """Put the dump in the place of what is there; if anything fails, what was there stays."""
    with tempfile.TemporaryFile() as script:
        script.write(EMPTY.encode())
        script.flush()
        _run("pg_restore", "--no-owner", "--no-privileges", "--file=-", stdin=source, stdout=script)
        script.seek(0, 2)
        script.write(b"\nCOMMIT;\n")
        script.seek(0)
        _run("psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--output=/dev/null", stdin=script)


def holds_people() -> bool:
    """Return whether anybody is in this database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('public.accounts_person') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return False
        cursor.execute("SELECT EXISTS (SELECT 1 FROM accounts_person)")
        return bool(cursor.fetchone()[0])


def _run(name: str, *arguments: str, stdin: IO[bytes] | None = None, stdout: IO[bytes] | None = None) -> None:
    program = [str(binaries.find().program(name)), *arguments]
    done = subprocess.run(  # noqa: S603 - the wheel's own programs with our own arguments
        program, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE, env=_environment(), check=False
    )
    if done.returncode:
        raise Failed(f"{name}: {done.stderr.decode(errors='replace').strip()}")


def _environment() -> dict[str, str]:
    """Tell libpq where the database is, without showing the password to who lists processes."""
    parameters = connection.get_connection_params()
    names = {"host": "HOST", "port": "PORT", "dbname": "DATABASE", "user": "USER", "password": "PASSWORD"}
    names |= {name: name.upper() for name in ("sslmode", "sslrootcert", "sslcert", "sslkey", "options")}
    given = {f"PG{names[key]}": str(value) for key, value in parameters.items() if key in names and value}
    return {"PATH": env.text("PATH"), "LC_ALL": "C.UTF-8", **given}
