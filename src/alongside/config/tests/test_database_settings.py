"""From an address to Django's settings; and a pool that survives a database that hung up."""

from __future__ import annotations

import psycopg
import pytest
from django.db import connections
from django.db.utils import ConnectionHandler

from alongside.config.postgres import database_settings
from alongside.config.postgres.launcher import ensure_running


def test_an_address_of_a_server_becomes_djangos_settings():
    url = "postgresql://ada:s%40fe@one:5432,two:5433/mentoring?sslmode=verify-full&target_session_attrs=read-write"
    assert database_settings(url) == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "mentoring",
        "USER": "ada",
        "PASSWORD": "s@fe",
        "HOST": "one,two",
        "PORT": "5432,5433",
        "OPTIONS": {"sslmode": "verify-full", "target_session_attrs": "read-write"},
        "CONN_HEALTH_CHECKS": True,
    }


def test_asking_for_the_settings_starts_nothing(monkeypatch, tmp_path):
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path / "instance"))
    settings = database_settings()
    assert (settings["NAME"], settings["USER"]) == ("alongside", "alongside")
    assert not (tmp_path / "instance").exists()


@pytest.fixture
def pooled(monkeypatch):
    server = ensure_running(throwaway=True)
    monkeypatch.delenv("ALONGSIDE_TESTING")
    whole = ConnectionHandler({"default": {}, "pooled": database_settings(server.url)}).settings
    monkeypatch.setitem(connections.settings, "pooled", whole["pooled"])
    yield connections["pooled"], server.dsn
    connections["pooled"].close()
    connections["pooled"].close_pool()
    del connections["pooled"]
    server.stop()


def test_when_the_database_hangs_up_the_next_request_does_not_notice(pooled, django_db_blocker):
    connection, dsn = pooled
    with django_db_blocker.unblock():
        for _ in range(5):
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            connection.close()  # back into the pool, as at the end of a request
            with psycopg.connect(dsn) as other:
                other.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE pid <> pg_backend_pid() AND usename = current_user"
                )
        assert len(connection.pool._pool) >= 1
