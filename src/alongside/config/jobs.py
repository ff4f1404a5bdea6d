"""Jobs that look after the jobs themselves: none is lost with the worker that died over it."""

from __future__ import annotations

from django.core.management import call_command
from procrastinate import JobContext
from procrastinate.contrib.django import app

KEEP_FAILED_HOURS = 30 * 24


@app.periodic(cron="* * * * *")
@app.task(name="jobs.take_up_stalled", queueing_lock="jobs.take_up_stalled", pass_context=True)
async def take_up_stalled(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - which minute it is for
    """Give the jobs of workers that have been silent for half a minute to the others."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        await manager.retry_job(job)


@app.periodic(cron="17 3 * * *")
@app.task(name="jobs.tidy", queueing_lock="jobs.tidy", pass_context=True)
async def tidy(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - which night it is for
    """Forget failed jobs after thirty days."""
    await context.app.job_manager.delete_old_jobs(KEEP_FAILED_HOURS, include_failed=True)


@app.periodic(cron="23 3 * * *")
@app.task(name="jobs.forget_sessions", queueing_lock="jobs.forget_sessions")
def forget_sessions(timestamp: int) -> None:  # noqa: ARG001 - which night it is for
    """Remove sign-ins that have run out."""
    call_command("clearsessions")
