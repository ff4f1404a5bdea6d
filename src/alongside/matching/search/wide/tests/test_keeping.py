"""The file is whole or not there: written beside the old one, changed at once, read by every process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from types import SimpleNamespace

import pytest
from django.db import DatabaseError
from django.http import QueryDict
from procrastinate.contrib.django.models import ProcrastinateJob

from alongside.activity.mail.tests.test_killing import address
from alongside.kit.clock import now
from alongside.matching.conftest import as_mentor
from alongside.matching.search import columns, store
from alongside.matching.search.finding import find
from alongside.matching.search.params import read
from alongside.matching.search.wide import building, file, view
from alongside.people.offers import actions as offers
from alongside.people.offers.models import Offer

TODAY = now().date
ALL = read(QueryDict(""))


def aside() -> None:
    thread = threading.Thread(target=view._open_aside, args=(TODAY(), file.stamp()))
    thread.start()
    thread.join()


def waiting_builds() -> int:
    return ProcrastinateJob.objects.filter(task_name="search.build", status="todo").count()


HARMS = [
    lambda data: data[:40],
    lambda data: data[: len(data) // 2],
    lambda data: b"x" + data[1:],
    lambda data: data[:30] + b"x" + data[31:],
    lambda data: data[:-200] + bytes([data[-200] ^ 1]) + data[-199:],
]


def test_a_torn_file_is_passed_over_for_the_one_before_it(crowd):
    for harm in HARMS:
        for _ in range(2):
            building.build(TODAY())
        view.forget()
        path, before = file.folder() / file.NAME, file.folder() / file.BEFORE
        path.write_bytes(harm(path.read_bytes()))
        found = find(ALL, crowd[0], None)
        assert isinstance(found.kept, view.View)

        before.write_bytes(harm(before.read_bytes()))
        view.forget()
        again = find(ALL, crowd[0], None)
        assert (isinstance(again.kept, view.View), again.total, waiting_builds()) == (False, found.total, 1)
        assert find(ALL, crowd[0], None).total == found.total
    building.build_soon()
    assert waiting_builds() == 1


def test_a_file_of_another_version_is_not_read(crowd, monkeypatch):
    monkeypatch.setattr(file, "VERSION", 0)
    building.build(TODAY())
    monkeypatch.setattr(file, "VERSION", 1)

    assert file.read() is None


def test_a_new_file_takes_the_place_of_the_old_one_without_a_pause(crowd):
    building.build(TODAY())
    old = find(ALL, crowd[0], None)
    building.keep_columns.func(timestamp=0)
    aside()
    new = find(ALL, crowd[0], None)

    assert (old.kept is new.kept, new.total) == (False, old.total)
    assert old.kept.key(old.order[0]) in old.kept.rows  # who has the old one open keeps it
    view._lock.acquire()
    aside()  # somebody is at it
    view._lock.release()
    assert find(ALL, crowd[0], None).kept is new.kept


def test_the_change_is_made_beside_the_searches(crowd, monkeypatch):
    building.build(TODAY())
    old, begun = find(ALL, crowd[0], None), []
    monkeypatch.setattr(
        view, "threading", SimpleNamespace(Thread=lambda **g: begun.append(g["target"]) or Held())
    )
    building.build(TODAY())

    assert find(ALL, crowd[0], None).kept is old.kept
    assert begun == [view._open_aside]


class Held:
    def start(self):
        """Not yet."""


def test_a_new_process_opens_the_columns_before_anybody_searches(crowd, monkeypatch, caplog):
    monkeypatch.setattr(store, "connections", SimpleNamespace(close_all=lambda: None))
    store._warm()
    assert (waiting_builds(), view._kept) == (1, {})

    building.build(TODAY())
    monkeypatch.setattr(store.threading, "Thread", lambda target, **_: SimpleNamespace(start=target))
    store.warm()
    assert isinstance(view._kept["view"], view.View)

    def gone(_on):
        raise DatabaseError("not there")

    monkeypatch.setattr(store, "store", gone)
    store._warm()
    assert "opened later: not there" in caplog.text


def test_few_mentors_need_no_file(crowd, monkeypatch):
    building.build(TODAY())
    monkeypatch.setattr(building, "LARGE", 10_000)

    assert (building.build(TODAY()), file.stamp(), file.read()) == (False, None, None)
    assert not isinstance(store.store(TODAY()), view.View)


def test_much_change_has_the_file_written_anew(crowd, monkeypatch):
    building.build(TODAY())
    monkeypatch.setattr(view, "MOST_CHANGED", 1)
    find(ALL, crowd[0], None)
    for offer in Offer.objects.select_related("person")[:3]:
        offers.change(offer, by=offer.person, open=False)
    kept = find(ALL, crowd[0], None).kept

    assert (len(kept.changed) >= 3, waiting_builds()) == (True, 1)


def test_two_who_notice_a_change_at_once_take_it_in_once(crowd):
    building.build(TODAY())
    kept = find(ALL, crowd[0], None).kept
    kept.watch.changed = {crowd[1].pk}
    taken = view._taken_in(kept)

    assert (taken is kept, view._taken_in(kept) is kept) == (False, True)
    kept.watch.changed = {crowd[1].pk}
    view._kept["view"] = taken
    assert view._renewed(kept) is taken


BUILD = """
import os, sys, django
django.setup()
from django.conf import settings
from pathlib import Path
settings.MEDIA_ROOT = Path(sys.argv[1])
from alongside.kit.clock import now
from alongside.matching.search.wide import building, file
building.LARGE = 1
write = os.fsync
def stop(number):
    print("written", flush=True)
    sys.stdin.readline()
os.fsync = stop
building.build(now().date())
"""

SEARCH = """
import sys, django
django.setup()
from django.conf import settings
from pathlib import Path
settings.MEDIA_ROOT = Path(sys.argv[1])
from alongside.kit.clock import now
from alongside.matching.search.wide import view
for line in sys.stdin:
    segment = view.current(now().date()).segments
    print(sum(int(one.crowd.size) - int(gone.view("u1").any() and __import__("numpy").bitwise_count(gone).sum())
              for one, gone, _ in segment), flush=True)
"""


def another(code: str, folder) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "alongside.config.settings", "DATABASE_URL": address()},
    )  # fmt: skip


def said(process) -> str:
    process.stdin.write("go\n")
    process.stdin.flush()
    return process.stdout.readline().strip()


@pytest.mark.django_db(transaction=True)
def test_other_processes_see_a_change_within_a_second_and_a_killed_build_leaves_the_old_file(cast, settings):
    folder = settings.MEDIA_ROOT
    for person in (cast.ada, cast.cleo, cast.eve):
        as_mentor(person)
    building.build(TODAY())
    before = file.stamp()
    with another(SEARCH, folder) as reader, another(BUILD, folder) as builder:
        assert builder.stdout.readline().strip() == "written"
        builder.send_signal(signal.SIGKILL)
        builder.wait()
        seen, start = said(reader), time.monotonic()
        offers.change(Offer.objects.get(person=cast.ada), by=cast.ada, open=False)
        assert (seen, said(reader)) == ("3", "2")
        assert time.monotonic() - start < 1
        reader.stdin.close()
    assert (file.stamp(), len(list(file.folder().glob("*.part")))) == (before, 1)
    building.build(TODAY())
    assert list(file.folder().glob("*.part")) == []
    assert len(columns.read(TODAY())) == 2
