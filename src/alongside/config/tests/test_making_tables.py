"""An empty database gets its tables from the models: the very ones that all the migrations would have made."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from alongside.config import tables
from alongside.config.backups import database
from alongside.config.postgres import binaries

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def another_database() -> Iterator[None]:
    """An empty database in the place of ours."""
    ours = connection.settings_dict["NAME"]
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{ours}_empty"')
    connection.settings_dict["NAME"] = f"{ours}_empty"
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = ours
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{ours}_empty" WITH (FORCE)')


@pytest.fixture
def empty() -> Iterator[None]:
    with another_database():
        yield


def schema() -> list[str]:
    """Every line that describes the tables, whatever the order of their columns."""
    program = [binaries.find().program("pg_dump"), "--schema-only", "--no-owner"]
    dump = subprocess.run(program, env=database._environment(), capture_output=True, text=True, check=True)
    lines = (line.rstrip(",") for line in dump.stdout.splitlines())
    return sorted(line for line in lines if line and not line.startswith(("--", "\\")))


def migrated() -> set[tuple[str, str]]:
    return set(MigrationExecutor(connection).loader.applied_migrations)


def rows() -> dict[str, int]:
    with connection.cursor() as cursor:
        counts = {}
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            counts[table] = cursor.fetchone()[0]
    return {table: count for table, count in counts.items() if count}


def made() -> tuple[list[str], set[tuple[str, str]], dict[str, int]]:
    return schema(), migrated(), rows()


def test_the_tables_are_those_that_all_the_migrations_make():
    with another_database():
        executor = MigrationExecutor(connection)
        executor.migrate(executor.loader.graph.leaf_nodes())
        by_migrations = made()
    with another_database():
        tables.make_if_empty()
        at_once = made()

    assert len(at_once[0]) > 1000
    assert at_once == by_migrations


def test_a_database_that_holds_anything_is_left_to_the_migrations(empty):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE something (id integer)")

    tables.make_if_empty()

    assert connection.introspection.table_names() == ["something"]


def test_one_area_alone_is_left_to_its_migrations(empty):
    call_command("migrate", "contenttypes", verbosity=0)

    assert not [table for table in connection.introspection.table_names() if table.startswith("mentoring")]
