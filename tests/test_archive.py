"""An archive of one of everything, restored elsewhere, gives the same archive again, byte for byte."""

from __future__ import annotations

import io
import json
import zipfile

from alongside.accounts.persons.actions import sign_up
from alongside.accounts.persons.models import Person
from alongside.growth.archive import actions
from alongside.growth.archive.packing import pack
from tests.access.world import build


def test_an_archive_survives_the_way_to_another_alongside(cast):
    build(cast)
    first = pack(cast.ben)
    told = {"email": cast.ben.email, "name": cast.ben.name, "timezone": cast.ben.timezone}
    Person.objects.filter(pk=cast.ben.pk).delete()

    ben = sign_up(told["email"], told["name"], None, timezone=told["timezone"])
    actions.restore(io.BytesIO(first), len(first), by=ben)
    second = pack(ben)

    before, after = (zipfile.ZipFile(io.BytesIO(content)) for content in (first, second))
    assert before.namelist() == after.namelist()
    assert [name for name in before.namelist() if before.read(name) != after.read(name)] == []
    assert first == second
    files = {name: before.read(name) for name in before.namelist() if name.startswith("files/")}
    assert sorted(name.split("/")[1] for name in files) == ["attachments", "attachments", "evidence"]
    assert b"The plan" in files.values()
    parts = json.loads(before.read("about.json"))["parts"]
    assert {"worksheets", "worksheet_versions", "goals", "notes", "advice", "introductions"} - {
        "notes"
    } <= set(parts)
