"""The job worker."""

from __future__ import annotations

from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

FINISH_WITHIN = 15.0


def work(jobs: int, until_idle: bool = False) -> None:
    """Run jobs until stopped (or until none is left); those under way are finished first."""
    connector = app.connector
    if not isinstance(connector, DjangoConnector):
        raise TypeError("the worker starts from Django's own connection")
    with app.replace_connector(connector.get_worker_connector()) as worker:
        worker.run_worker(
            concurrency=jobs,
            wait=not until_idle,
            install_signal_handlers=not until_idle,
            listen_notify=not until_idle,
            delete_jobs="successful",
            shutdown_graceful_timeout=FINISH_WITHIN,
        )
