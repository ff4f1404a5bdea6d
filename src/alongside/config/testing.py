"""The tests' world: a throwaway database server for each run, a closed network, keys of their own (a pytest plugin)."""

from __future__ import annotations

import base64
import fcntl
import gc
import os
import shutil
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import ScryptPasswordHasher
from django.db import connection, transaction
from django.test import TransactionTestCase
from django.utils.module_loading import import_string

from alongside.config import env, network
from alongside.config.postgres.launcher import ensure_running, throwaway_folder

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

ENVIRONMENT = {
    "ALONGSIDE_TESTING": "1",
    "ALONGSIDE_SECRET_KEY": "only for tests, and long enough that nobody could take it for a real one",
    "ALONGSIDE_KEYS": "test:" + base64.urlsafe_b64encode(b"only for tests, never for people").decode(),
}
KEPT = {"django_migrations", "django_content_type", "auth_permission"}
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first one there is taken; a shell without windows does the journeys with a third less work."""


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests() -> Generator[None, Any, Any]:
    """Set the tests' environment before Django reads its settings, and close the network."""
    if not _is_worker():
        os.environ.update(ENVIRONMENT, ALONGSIDE_DATA=str(throwaway_folder()))
    network.close()
    return (yield)


def pytest_configure(config: pytest.Config) -> None:
    """Start the server that several workers share before the first of them, so that it outlives them all.

    Looking for circles in the garbage takes a tenth of the tests' time and finds none to speak of: do it seldom.
    """
    gc.set_threshold(50_000, 50, 100)
    ScryptPasswordHasher.work_factor = 2  # a person waits a quarter second for it, a test need not
    if config.getoption("numprocesses", None):
        _start_server()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a browser where there is none; under CI it must be there (tools/browser sees to it)."""
    if any(shutil.which(name) for name in BROWSERS) or env.flag("CI"):
        return
    no_browser = pytest.mark.skip(reason="there is no Chromium on this computer")
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(no_browser)


def pytest_unconfigure() -> None:
    """Take everything away that this run has made."""
    if _is_worker():
        return
    if env.text("DATABASE_URL"):
        _drop(_named("template"))
    elif (_data() / "locks").exists():
        _start_server().stop()
    shutil.rmtree(_data(), ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,  # noqa: ARG001 - Django's own preparation comes first
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Give this process a database of its own, copied from one that was migrated once for all."""
    with django_db_blocker.unblock():
        if not env.text("DATABASE_URL"):
            _start_server()
        _copy_template(_named(env.text("PYTEST_XDIST_WORKER", "main")))
    TransactionTestCase._fixture_teardown = _empty  # type: ignore[attr-defined]  # Django offers no other place
    yield
    with django_db_blocker.unblock():
        connection.close()
        _drop(_named(env.text("PYTEST_XDIST_WORKER", "main")))


def _empty(_test: object) -> None:
    """Delete all rows after a test that committed: for a few rows a tenth of the time that TRUNCATE takes.

    The queue is emptied too, which Django would leave alone, and what ships with the product is there again.
    """
    names = set(connection.introspection.table_names()) - KEPT
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("; ".join(f'DELETE FROM "{name}"' for name in names))  # noqa: S608 - our own tables
    import_string("alongside.growth.skills.shipped.ship_frameworks")()  # models are not there at import


def _is_worker() -> bool:
    return bool(env.text("PYTEST_XDIST_WORKER"))


def _data() -> Path:
    return Path(env.text("ALONGSIDE_DATA"))


def _start_server() -> Any:
    return ensure_running(_data(), throwaway=True)


def _named(part: str) -> str:
    return f"test_{_data().name.removeprefix('alongside-')}_{part}"


def _copy_template(name: str) -> None:
    template = _named("template")
    with _one_at_a_time():
        if not _exists(template):
            _migrate_into(_named("unfinished"))
            _execute(f'ALTER DATABASE "{_named("unfinished")}" RENAME TO "{template}"')
    _execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


def _migrate_into(name: str) -> None:
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()


def _exists(name: str) -> bool:
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return cursor.fetchone() is not None


def _drop(name: str) -> None:
    _execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _execute(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    with (_data() / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
