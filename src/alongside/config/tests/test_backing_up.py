"""The drill: save, lose, bring back, and compare every row and every file by checksum."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from alongside.accounts.persons.models import Person
from alongside.config.backups import archive
from alongside.vault.keys.keyring import make_key

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    (settings.MEDIA_ROOT / "a").mkdir(parents=True)
    (settings.MEDIA_ROOT / "a" / "portrait.png").write_bytes(b"\x89PNG" * 1000)
    return settings.MEDIA_ROOT


@pytest.fixture
def saved(media, tmp_path):
    """A backup of one person, a data key and one file."""
    Person.objects.create(name="Ada Lindqvist", email="ada@example.org")
    make_key()
    call_command("backup", str(tmp_path / "it.backup"), stdout=io.StringIO())
    return tmp_path / "it.backup"


def checksums(media: Path) -> dict[str, str]:
    files = {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in media.rglob("*.png")}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(
                f"SELECT md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), '')) FROM {table} t"
            )
            files[table] = cursor.fetchone()[0]
    return files


def restore(path: Path, **options: object) -> str:
    said = io.StringIO()
    call_command("restore", str(path), stdout=said, **options)
    return said.getvalue()


def test_what_comes_back_is_what_was_saved_to_the_last_byte(saved, media):
    before = checksums(media)
    Person.objects.all().delete()
    Person.objects.create(name="Someone Later", email="later@example.org")
    (media / "a" / "portrait.png").write_bytes(b"changed")
    (media / "later.png").write_bytes(b"later")

    restore(saved, replace=True)

    after = checksums(media)
    assert {name: after.get(name) for name in before if name != "cache"} == {
        name: value for name, value in before.items() if name != "cache"
    }
    assert after.keys() == before.keys()
    assert list(Person.objects.values_list("name", flat=True)) == ["Ada Lindqvist"]


def test_a_backup_can_be_read_by_its_owner_only_and_holds_no_key(saved, settings):
    key = next(iter(settings.KEY_ENCRYPTION_KEYS().values()))
    assert saved.stat().st_mode & 0o777 == 0o600
    assert key not in saved.read_bytes()
    assert list(saved.parent.glob("*.partial")) == []


def test_people_are_not_replaced_by_accident(saved):
    with pytest.raises(CommandError, match="--replace"):
        restore(saved)
    assert Person.objects.count() == 1


def test_a_backup_overwrites_nothing(saved):
    with pytest.raises(CommandError, match="exists already"):
        call_command("backup", str(saved))


def rewrite(path: Path, change) -> None:
    """Change the list of contents of a backup."""
    with tarfile.open(path) as tar:
        members = [(member, tar.extractfile(member).read()) for member in tar]
    with tarfile.open(path, "w") as tar:
        for member, content in members:
            if member.name == archive.MANIFEST:
                content = json.dumps(change(json.loads(content))).encode()
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))


@pytest.mark.parametrize("name", ["../evil", "a/../../evil", "/etc/evil", ""])
def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path, name):
    with pytest.raises(archive.NotABackup, match="is not a name of an uploaded file"):
        archive._inside(tmp_path, name)


def newer(manifest):
    return manifest | {"alongside": "99.0.0"}


def pointing_out(manifest):
    return manifest | {"members": {**manifest["members"], "files/../../evil": "0"}}


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.write_bytes(b"hello"), "not a whole backup"),
        (lambda path: path.write_bytes(b""), "not a whole backup"),
        (lambda path: path.write_bytes(path.read_bytes()[:-12000]), "not a whole backup"),
        (
            lambda path: path.write_bytes(path.read_bytes().replace(b"\x89PNG\x89", b"\x89PMG\x89", 1)),
            "was damaged",
        ),
        (lambda path: rewrite(path, newer), "Install the newer version"),
        (lambda path: rewrite(path, pointing_out), "not a whole backup"),
        (lambda path: path.unlink(), "No such file"),
    ],
    ids=["not a tar", "empty", "cut off", "one byte changed", "of a newer version", "a wrong name", "gone"],
)
def test_a_spoiled_backup_changes_nothing(saved, media, spoil, words):
    before = checksums(media)
    spoil(saved)

    with pytest.raises(CommandError, match=words) as refused:
        restore(saved, replace=True)

    assert str(refused.value).startswith("nothing was changed")
    assert checksums(media) == before


def test_another_key_is_noticed_at_once(saved, settings):
    settings.KEY_ENCRYPTION_KEYS = lambda: {"test": b"x" * 32}
    from alongside.vault.keys import keyring  # noqa: PLC0415 - its memory of opened keys must go

    keyring._unwrapped.clear()
    with pytest.raises(CommandError, match="the backup is back, but the key-encryption key is not the one"):
        restore(saved, replace=True)
