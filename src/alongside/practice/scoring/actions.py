"""What can be done in a round of scoring apart."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.practice.tools.tool import Cell
from alongside.practice.worksheets.content import Content
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of, hold, lock, tool_for, version_of, write

from . import rules
from .gaps import Judged
from .models import Judgement, ScoringRound
from .queries import all_done


@transaction.atomic
def begin(worksheet: Worksheet, *, by: Person) -> ScoringRound:
    """Begin a round over the rows as they stand."""
    require(rules.can_score_apart(by, worksheet))
    hold(worksheet, by)
    if not tool_for(worksheet).judged or not content_of(worksheet).sheet.rows:
        raise Refused(_("There is nothing to score yet. Add the rows first."))
    if worksheet.rounds.filter(settled_at=None).exists():
        raise Refused(_("You are scoring apart already. Settle that first."))
    scoring = ScoringRound.objects.create(worksheet=worksheet, version=worksheet.number)
    record("scoring.begun", by=by, about=scoring, worksheet=worksheet.code)
    return scoring


@transaction.atomic
def judge(scoring: ScoringRound, cells: Judged, *, by: Person, done: bool) -> None:
    """Keep what one thinks of every row; once done, it stays as it is."""
    require(rules.can_judge(by, scoring))
    hold(scoring.worksheet, by)
    judgement = scoring.judgements.filter(person=by).first() or Judgement(round=scoring, person=by)
    if judgement.done_at or scoring.settled_at:
        raise Refused(_("You have finished already. What differs is settled together."))
    judgement.cells = json.dumps({key: dict(row) for key, row in cells.items()})
    judgement.done_at = now() if done else None
    judgement.save()
    record("scoring.judged", by=by, about=scoring, done=done)


@transaction.atomic
def settle(scoring: ScoringRound, agreed: Judged, why: Mapping[str, str], *, by: Person) -> None:
    """Put what was agreed into the sheet as a named version; ``why`` has a reason for each field of a gap."""
    require(rules.can_settle(by, scoring))
    lock(scoring.worksheet, by)
    scoring.refresh_from_db(fields=["settled_at"])  # of two at once the second sees the first
    if scoring.settled_at or not all_done(scoring):
        raise Refused(_("You settle when everybody has finished, and once."))
    worksheet = scoring.worksheet

    def put(content: Content) -> Content:
        rows = (replace(row, cells=_cells(row.cells, agreed.get(row.key, {}))) for row in content.sheet.rows)
        return content.with_rows(tuple(rows))

    write(worksheet, put, by=by)
    version = version_of(worksheet, worksheet.number)
    version.name = _("Settled together")
    version.save(update_fields=["name"])
    scoring.settled = json.dumps(
        {"agreed": {key: dict(row) for key, row in agreed.items()}, "why": dict(why)}
    )
    scoring.settled_at = now()
    scoring.save()
    record("scoring.settled", by=by, about=scoring, version=worksheet.number)


def _cells(now_there: Mapping[str, Cell], agreed: Mapping[str, Cell]) -> dict[str, Cell]:
    return {**now_there, **{key: value for key, value in agreed.items() if value not in (None, "")}}
