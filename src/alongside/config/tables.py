"""The tables of an empty database, made from the models of today instead of by every migration in turn."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

OTHERS = {"procrastinate", "auth", "contenttypes"}
"""Their tables hold what only their migrations know: functions in SQL, and a key of another width."""


def make_if_empty() -> None:
    """Make every table and note the migrations as done; any other database is left alone."""
    if connection.introspection.table_names():
        return
    executor = MigrationExecutor(connection)
    executor.migrate([node for node in executor.loader.graph.leaf_nodes() if node[0] in OTHERS])
    with transaction.atomic():
        _make_tables()
        _note_as_done(node for node in executor.loader.disk_migrations if node[0] not in OTHERS)


def _make_tables() -> None:
    with connection.schema_editor() as editor:
        for model in _models():
            editor.create_model(model)


def _models() -> list[type[Model]]:
    """Return what needs a table; those that only tie two models together come with one of them."""
    ours = (config for config in apps.get_app_configs() if config.label not in OTHERS)
    return [model for config in ours for model in config.get_models() if model._meta.can_migrate(connection)]


def _note_as_done(nodes: Iterable[tuple[str, str]]) -> None:
    recorder = MigrationRecorder(connection)
    for app, name in nodes:
        recorder.record_applied(app, name)
