"""Jobs outlive the workers that die over them."""

from __future__ import annotations

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from alongside.config import jobs
from alongside.config.commands.working import work

pytestmark = pytest.mark.django_db(transaction=True)


def orphaned_job(silent_for: str) -> int:
    """A job whose worker stopped giving signs of life."""
    number = app.configure_task("jobs.forget_sessions").defer(timestamp=0)
    with connection.cursor() as cursor:
        silent = (
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s::interval) RETURNING id"
        )
        cursor.execute(silent, [silent_for])
        taken = "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE id = %s"
        cursor.execute(taken, [cursor.fetchone()[0], number])
    return number


@pytest.mark.parametrize(("silent_for", "left"), [("5 minutes", []), ("5 seconds", ["doing"])])
def test_a_dead_workers_job_is_done_by_another_and_a_living_ones_is_left_alone(silent_for, left):
    number = orphaned_job(silent_for)
    jobs.take_up_stalled.defer(timestamp=0)

    work(jobs=1, until_idle=True)
    work(jobs=1, until_idle=True)

    assert list(ProcrastinateJob.objects.filter(pk=number).values_list("status", flat=True)) == left
