"""The PostgreSQL programs that the wheel brings."""

from __future__ import annotations

import subprocess

import pytest

from alongside.config.postgres import binaries
from alongside.config.postgres.errors import NotStarted


def test_a_system_without_the_wheel_is_told_what_to_do(monkeypatch):
    monkeypatch.setattr(binaries, "WHEEL", "no_such_package")

    with pytest.raises(NotStarted, match="Set DATABASE_URL"):
        binaries.find()


def test_programs_in_a_closed_folder_are_copied_and_the_copies_run(monkeypatch, tmp_path):
    monkeypatch.setattr(binaries, "SYSTEM_STATE", tmp_path)
    monkeypatch.setattr(binaries, "hosts_everyone", {}.get)  # nothing is

    copy = binaries.reachable(binaries.find())

    for name in ("postgres", "initdb", "psql"):
        said = subprocess.run([copy.program(name), "--version"], capture_output=True, text=True, check=True)
        assert said.stdout.split()[2].startswith("18.")
    assert binaries.reachable(binaries.find()) == copy
