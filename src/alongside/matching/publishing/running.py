"""The work on a draft: it says how far it is, stops when it is asked to, and can be begun anew."""

from __future__ import annotations

import time

from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.matching.problem import Cancelled
from alongside.matching.proposals.deciding import Question, answer, keep, question_of
from alongside.matching.rounds.models import Round, Run
from alongside.matching.rounds.steps import drop_draft, locked

ATTEMPTS = 3
ASK_EVERY = 0.5
"""Seconds between two looks at whether somebody asked to stop."""
PERCENT = {"read": 10, "solve": 30, "keep": 90, "": 100}
State = Run.State


def work_on(run_id: int) -> None:
    """Work a draft out, from the frozen snapshot alone: begun twice, it finds the same."""
    run = Run.objects.select_related("round__programme", "round__snapshot", "by", "scenario").get(pk=run_id)
    if run.state not in {State.WAITING, State.RUNNING}:
        return
    if run.stop_asked:
        _end(run, State.CANCELLED)
        return
    run.attempts += 1
    if run.attempts > ATTEMPTS:
        _end(
            run,
            State.FAILED,
            _("It was broken off three times. Ask who runs this server to look at its log."),
        )
        return
    _work(run)


def _work(run: Run) -> None:
    try:
        _step(run, "read")
        question = _question(run)
        _step(run, "solve")
        decided = answer(question, _Watch(run))
        _step(run, "keep")
        with transaction.atomic():
            locked(run.round, Round.State.FROZEN)
            if run.round.snapshot_id != question.snapshot.pk:
                raise Refused(_("The round was frozen anew meanwhile. Decide it again."))
            drop_draft(run.round)
            run.round.decision = keep(run.round, question, decided, run.by)
            run.round.save(update_fields=["decision"])
            _end(run, State.DONE)
            record("run.done", by=run.by, about=run, round=run.round.code, pairs=len(decided.pairs))
    except Cancelled:
        _end(run, State.CANCELLED)
    except Refused as no:
        _end(run, State.FAILED, str(no.sentence))


def _question(run: Run) -> Question:
    if run.round.snapshot is None:
        raise Refused(_("The round is not frozen. Freeze it, then decide it."))
    question = question_of(run.round, run.round.snapshot)
    return Question(question.snapshot, question.people, question.asked, scenario_id=run.scenario_id)


def _step(run: Run, step: str) -> None:
    run.state, run.step, run.done, run.beat_at = State.RUNNING, step, PERCENT[step], now()
    run.save(update_fields=["state", "step", "done", "beat_at", "attempts"])
    if _Watch(run)():
        raise Cancelled("asked to stop")


class _Watch:
    """Asks the database now and then whether to stop, and says that the work is alive."""

    def __init__(self, run: Run) -> None:
        self.run, self.asked_at, self.said = run, 0.0, False

    def __call__(self) -> bool:
        if not self.said and time.monotonic() - self.asked_at > ASK_EVERY:
            self.asked_at = time.monotonic()
            rows = Run.objects.filter(pk=self.run.pk)
            rows.update(beat_at=now())
            self.said = rows.values_list("stop_asked", flat=True).get()
        return self.said


def _end(run: Run, state: State, said: str = "") -> None:
    run.state, run.step, run.ended_at, run.said = state, "", now(), said[:400]
    run.done = 100 if state == State.DONE else run.done
    run.save(update_fields=["state", "step", "ended_at", "said", "done", "attempts"])


@app.task(name="rounds.decide", queue="rounds", pass_context=False)
def decide_later(run_id: int) -> None:
    """Work on a run; begun anew by another worker when the first one died over it."""
    work_on(run_id)
