"""Ten years of one person: meetings every week, worksheets in many versions, a full journal; then pack and restore."""

from __future__ import annotations

import datetime as dt
import filecmp
import os
import resource
import tempfile
import time
from pathlib import Path
from typing import Any

from alongside.accounts.persons.actions import agree_to_conduct, sign_up
from alongside.accounts.persons.models import Person
from alongside.growth.archive import actions, pieces
from alongside.growth.archive.models import Archive
from alongside.growth.archive.packing import pack_into
from alongside.growth.evidence.models import Evidence
from alongside.growth.journal.models import Entry
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now
from alongside.mentoring.advice.models import Action, Advice
from alongside.mentoring.meetings.models import AgendaItem, Meeting, Note
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship
from alongside.practice.tools.registry import TOOLS
from alongside.practice.worksheets.content import Content
from alongside.practice.worksheets.models import Version, Worksheet

WEEKS, SHEETS, VERSIONS, ENTRIES = 52, 12, 30, 150
"""A year: meetings, worksheets, changes of each, and entries of the journal."""
FILES, FILE = 10, 2 * 1024 * 1024
"""Files in a year, and the bytes of each."""
SAID = "What was said that day, as somebody writes it down who has five minutes before the next call. " * 4


def measure(years: int) -> dict[str, Any]:
    """Live the years, pack them, go elsewhere, restore, and pack again."""
    ada, ben = (_move_in(name) for name in ("Ada", "Ben"))
    for year in range(years):
        _live(ada, ben, year)
    _files(ben, FILES * years)
    heard: list[int] = []
    began = time.perf_counter()
    path, size = _made(ben, heard)
    took = time.perf_counter() - began
    peak = _peak()
    facts = (ben.email, ben.name)
    Person.objects.filter(pk=ben.pk).delete()
    ben = sign_up(*facts, None, timezone="Europe/London")
    began = time.perf_counter()
    with path.open("rb") as packed:
        rows, _left = actions.restore(packed, size, by=ben)
    restored = time.perf_counter() - began
    again, _size = _made(ben, [])
    return {
        "pack_s": round(took, 1),
        "restore_s": round(restored, 1),
        "restored_rows": rows,
        "files_mb": FILES * years * FILE // 1024**2,
        "zip_bytes": size,
        "steps_told": len(set(heard)),
        "same_bytes_again": filecmp.cmp(path, again, shallow=False),
        "peak_of_packing_mb": peak,
        "peak_mb": _peak(),
    }


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _made(person: Person, heard: list[int]) -> tuple[Path, int]:
    """Make the archive as the job does, and fetch it as the browser does; ``heard`` is how far it was said to be."""
    Archive.objects.filter(person=person).delete()
    archive = Archive.objects.create(person=person)
    target = pieces.Pieces(archive)
    pack_into(target, person, lambda _part, done: heard.append(done))  # type: ignore[arg-type]  # as in the job
    target.finish()
    path = Path(tempfile.mkdtemp()) / "archive.zip"
    with path.open("wb") as file:
        file.writelines(pieces.read(archive))
    return path, target.size


def _files(ben: Person, count: int) -> None:
    """Pictures of evidence, which do not pack any smaller."""
    skill = default_skills()[0]
    for number in range(count):
        item = Evidence(
            person=ben, skill=skill, level=3, day=now().date(), title=f"Picture {number}", text=SAID
        )
        item.keep_file(f"picture-{number}.png", "png", b"\x89PNG\r\n\x1a\n" + os.urandom(FILE))
        item.save()


def _move_in(name: str) -> Person:
    person = sign_up(f"{name.lower()}@example.org", name, None, timezone="Europe/London")
    agree_to_conduct(by=person)
    return person


def _live(ada: Person, ben: Person, year: int) -> None:
    first = now() - dt.timedelta(days=365 * (year + 1))
    pair = mentorships.begin(ada, ben, by=ada, purpose=f"Year {year}")
    meetings = Meeting.objects.bulk_create(_meeting(pair, ben, first, week) for week in range(WEEKS))
    for meeting in meetings:
        meeting.mentorship = pair
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=one, by=ben, topic="A topic", question=SAID[:120], place=at)
        for one in meetings
        for at in range(3)
    )
    Note.objects.bulk_create(
        Note(meeting=one, author=ben, shared=shared, text=SAID)
        for one in meetings
        for shared in (True, False)
    )
    Advice.objects.bulk_create(
        Advice(mentorship=pair, meeting=one, mentor=ada, text=SAID) for one in meetings for _ in range(2)
    )
    Action.objects.bulk_create(
        Action(mentorship=pair, meeting=one, owner=ben, text=SAID[:100], due_on=first.date())
        for one in meetings
    )
    Entry.objects.bulk_create(
        Entry(person=ben, situation="set-back", happened=SAID, made_of_it=SAID, another=SAID, will_try=SAID)
        for _ in range(ENTRIES)
    )
    for _ in range(SHEETS):
        _work(ben, first)
    mentorships.end(pair, by=ben)


def _meeting(pair: Mentorship, ben: Person, first: dt.datetime, week: int) -> Meeting:
    starts = first + dt.timedelta(days=7 * week)
    return Meeting(
        mentorship=pair, organiser=ben, starts_at=starts, minutes=45, zone="Europe/London",
        state=Meeting.State.HELD, uid=f"{pair.code}-{week}",
    )  # fmt: skip


def _work(ben: Person, moment: dt.datetime) -> None:
    tool = TOOLS["moscow"]
    text = Content(tool.example).as_json()
    sheet = Worksheet(owner=ben, tool=tool.key, number=VERSIONS, changed_at=moment, key_id=ben.key_id)
    sheet.title = "A release"
    sheet.save()
    rows = [Version(worksheet=sheet, number=at, by=ben) for at in range(1, VERSIONS + 1)]
    for row in rows:
        row.content = text
    Version.objects.bulk_create(rows)
