"""Everything of a person in one file, and a person's record out of it."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import io
import json
import zipfile
from itertools import pairwise

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice, Preference
from alongside.growth.archive import actions, making, pieces
from alongside.growth.archive.models import Archive, Keepsake, KeptFile, Piece
from alongside.growth.archive.packing import pack
from alongside.growth.archive.parts import PARTS, STAYS
from alongside.growth.evidence import actions as evidence
from alongside.growth.evidence.models import Evidence
from alongside.growth.habits import actions as habits
from alongside.growth.habits.models import Habit
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now, travel
from alongside.kit.errors import Refused
from alongside.kit.uploads import Taken
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.messages import actions as messages
from alongside.people.availability.models import Window
from alongside.people.careers import actions as careers
from alongside.people.careers.models import Position, Story
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile
from alongside.vault.keys.keyring import destroy
from alongside.vault.models import DataKey

INDEX, MAKE, RESTORE = (reverse(f"archive.{view}") for view in ("index", "make", "restore"))
OURS = [model for model in apps.get_models() if model.__module__.startswith("alongside.")]
TOLD = {"kind": "failure", "title": "=Late", "happened": "We were", "learned": "Cut early"}


def changed(content: bytes, **files: object) -> bytes:
    """The archive with other files in it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        kept = {name: old.read(name) for name in old.namelist()}
        for name, value in (kept | {name.replace("__", "."): value for name, value in files.items()}).items():
            new.writestr(name, value if isinstance(value, bytes) else json.dumps(value))
    return target.getvalue()


def about(content: bytes) -> dict:
    return json.loads(zipfile.ZipFile(io.BytesIO(content)).read("about.json"))


@pytest.fixture
def habit(cast):
    careers.add(Story, cast.ben, by=cast.ben, **TOLD)
    return habits.choose("listening", "Say back what I heard", by=cast.ben)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_table_leaves_with_a_person_or_stays_for_a_reason(model):
    """A new table needs its line in config/leaving.py."""
    leaves = any(part.model is model for part in PARTS.values())

    assert leaves or STAYS.get(model), (
        f"{model._meta.label} stands neither among the parts nor among what stays"
    )


def test_parents_come_before_what_hangs_on_them():
    live = [part.model for part in PARTS.values() if part.lives]
    hanging = [(model, field.related_model) for model in live for field in model._meta.concrete_fields]

    assert [pair for pair in hanging if pair[1] in live and live.index(pair[1]) > live.index(pair[0])] == []


def test_ben_takes_everything_along(as_, cast, habit, tell_everyone):
    ben = as_(cast.ben)
    assert "Take your record with you" in ben.get(INDEX).text
    ben.post(MAKE)
    ben.post(MAKE)
    archive = Archive.objects.get()
    assert "being made" in ben.get(INDEX).text
    making.work_on(archive.pk)
    making.work_on(archive.pk)
    tell_everyone()

    part = ben.get(INDEX, headers={"HX-Request": "true"})
    fetched = ben.get(reverse("archive.fetch", args=[archive.code]))
    packed = zipfile.ZipFile(io.BytesIO(fetched.getvalue()))
    assert (fetched["Content-Type"], part["HX-Refresh"], "no-store" in fetched["Cache-Control"]) == (
        "application/zip", "true", True,
    )  # fmt: skip
    assert {"data/stories.json", "tables/stories.csv", "read/habits.md", "about.json"} <= set(
        packed.namelist()
    )
    read = packed.read
    assert "Say back what I heard" in read("read/habits.md").decode()
    assert ",'=Late," in read("tables/stories.csv").decode()
    told = Event.objects.filter(verb__startswith="archive").values_list("verb", flat=True)
    assert list(told) == ["archive.asked", "archive.made"]
    assert [notice.url for notice in Notice.objects.filter(person=cast.ben, kind="archive")] == [INDEX]


def test_it_waits_unreadable_and_only_for_its_person(as_, cast, habit):
    archive = actions.make(by=cast.ben)
    making.work_on(archive.pk)
    row = Piece.objects.values_list("content", flat=True).get(archive=archive)
    fetch, remove = (reverse(f"archive.{view}", args=[archive.code]) for view in ("fetch", "remove"))

    assert b"PK\x03\x04" not in bytes(row)
    assert {as_(other).get(fetch).status_code for other in (cast.ada, cast.cleo, cast.dev, cast.eve)} == {404}
    assert as_(cast.eve).post(remove).status_code == 404
    assert as_(cast.ben).post(remove).status_code == 302
    making.work_on(archive.pk)
    assert Archive.objects.count() == 0


def test_it_goes_after_a_week_and_gives_up_after_three_breaks(cast):
    broken = actions.make(by=cast.ben)
    Archive.objects.update(attempts=3)
    making.work_on(broken.pk)
    assert Archive.objects.get().state == "failed"
    assert actions.make(by=cast.ben).state == "waiting"
    with travel(now() + making.LASTS * 2):
        making.remove_old_daily(0)
    assert Archive.objects.count() == 0


def test_one_that_is_removed_while_it_is_made_stays_away(cast):
    archive = actions.make(by=cast.ben)
    Archive.objects.all().delete()
    making._keep(archive, b"")

    assert Archive.objects.count() == 0


def test_another_alongside_takes_it_in(as_, cast, habit):
    content = pack(cast.ben)
    Habit.objects.all().delete()
    Story.objects.filter(person=cast.ben).update(title="Another one")

    answer = as_(cast.eve).post(RESTORE, {"file": SimpleUploadedFile("a.zip", content)}, follow=True)

    story = Story.objects.get(person=cast.eve)
    assert [(one.text, one.code) for one in Habit.objects.filter(person=cast.eve)] == [
        (habit.text, habit.code)
    ]
    assert (story.title, story.code != Story.objects.get(person=cast.ben).code) == ("=Late", True)
    assert "Restored: 3 entries." in answer.text
    assert Event.objects.filter(verb="archive.restored", by=cast.eve).count() == 1
    kept = as_(cast.eve).get(reverse("archive.brought", args=["memberships"]))
    assert "Northwind" in kept.text
    assert as_(cast.ada).get(reverse("archive.brought", args=["memberships"])).status_code == 404


def test_one_is_restored_into_an_empty_record_only(as_, cast, habit):
    content = pack(cast.ben)
    again = as_(cast.ben).post(RESTORE, {"file": SimpleUploadedFile("a.zip", content)})

    assert (again.status_code, "holds something already" in again.text) == (422, True)
    Keepsake.objects.create(person=cast.eve, part="gone", rows="[]")
    with pytest.raises(Refused, match="already"):
        actions.restore(io.BytesIO(content), 1, by=cast.eve)
    assert as_(cast.eve).get(INDEX).status_code == 200


def test_a_level_in_an_unknown_skill_is_left_out_and_told(as_, cast):
    rows = [{"code": "a" * 16, "created_at": now().isoformat(), "skill": "Other 9: Z9", "level": 2,
             "changed_at": now().isoformat()}]  # fmt: skip
    content = with_rows(pack(cast.ben), "levels", rows)
    answer = as_(cast.eve).post(RESTORE, {"file": SimpleUploadedFile("a.zip", content)}, follow=True)

    assert "1 of them are about skills" in answer.text


def with_rows(content: bytes, part: str, rows: object) -> bytes:
    """An archive that holds these rows, with the digest that goes with them."""
    text = json.dumps(rows).encode()
    said = about(content)
    said["parts"][part] = {"rows": 1, "sha256": hashlib.sha256(text).hexdigest()}
    return changed(content, **{f"data/{part}.json": text, "about__json": said})


HABIT = {"code": "b" * 16, "created_at": "2026-01-01T10:00:00+00:00", "group": "doors", "text": "x",
         "until": "2026-02-01", "result": "", "effect": "", "ended_at": None}  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [HABIT | {"text": 7}],
        [HABIT | {"text": "a\x00b"}],
        [HABIT | {"until": "soon"}],
        [HABIT | {"group": "g" * 21}],
        [HABIT | {"result": "won"}],
        [HABIT, HABIT],
        [{"code": "b"}],
        ["text"],
        {"a": 1},
    ],
    ids=["no text", "nul", "no date", "too long", "no choice", "twice", "half", "no row", "no list"],
)
def test_a_row_that_no_form_would_take_is_refused_with_everything_else(as_, cast, rows):
    content = with_rows(pack(cast.ben), "habits", rows)
    answer = as_(cast.eve).post(RESTORE, {"file": SimpleUploadedFile("a.zip", content)})

    assert (answer.status_code, Keepsake.objects.count(), Habit.objects.count()) == (422, 0, 0)


@pytest.mark.parametrize("row", [{"created_at": 7}, {"code": ["a"]}, {"file": ["a"]}])
def test_rows_that_could_not_be_put_in_order_are_not_kept(as_, cast, row):
    content = with_rows(pack(cast.ben), "memberships", [row])
    answer = as_(cast.eve).post(RESTORE, {"file": SimpleUploadedFile("a.zip", content)})

    assert (answer.status_code, Keepsake.objects.count()) == (422, 0)


@pytest.mark.parametrize(
    ("part", "row"),
    [
        ("positions", {"company": "a\x00b"}), ("positions", {"company": "\ud800"}), ("positions", {"level": 10**30}),
        ("positions", {"started": "0000-00-00"}), ("positions", {"created_at": "9999-12-31T23:59:59-23:59"}),
        ("positions", {"about": "\ud800"}), ("preferences", {"ways": {"a\x00": "here"}}),
        ("preferences", {"ways": {"a": "\ud800"}}), ("profiles", {"topics": ["a\x00"]}),
        ("profiles", {"headline": "a\x00"}), ("windows", {"weekday": 10**12}),
    ],
)  # fmt: skip
def test_a_value_that_no_database_keeps_is_refused_with_everything_else(as_, cast, part, row):
    Position.objects.create(person=cast.ben, title="Engineer", company="Paylark")
    Preference.objects.create(person=cast.ben, ways={})
    Profile.objects.create(person=cast.ben)
    Window.objects.create(person=cast.ben, weekday=1, starts=dt.time(9), ends=dt.time(10))
    own = pack(cast.ben)
    with zipfile.ZipFile(io.BytesIO(own)) as packed:
        rows = json.loads(packed.read(f"data/{part}.json"))
    answer = as_(cast.eve).post(
        RESTORE, {"file": SimpleUploadedFile("a.zip", with_rows(own, part, [rows[0] | row]))}
    )

    assert (answer.status_code, Keepsake.objects.count()) == (422, 0)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (lambda _own: b"no zip", "not a zip file"),
        (lambda own: changed(own, about__json={"format": "other"}), "not an archive of Alongside"),
        (lambda own: changed(own, about__json=about(own) | {"version": 2}), "newer"),
        (lambda own: changed(own, **{"data/memberships__json": b"[]"}), "damaged"),
        (lambda own: changed(own, about__json=[]), "damaged"),
    ],
    ids=["no zip", "another zip", "newer", "changed", "no table"],
)
def test_a_file_that_is_not_what_it_says_is_refused_kindly(as_, cast, content, sentence):
    upload = SimpleUploadedFile("a.zip", content(pack(cast.ben)))
    answer = as_(cast.eve).post(RESTORE, {"file": upload})

    assert (answer.status_code, sentence in answer.text) == (422, True)
    assert as_(cast.eve).post(RESTORE, {}).status_code == 422


def test_what_is_too_large_is_refused(cast, monkeypatch):
    with pytest.raises(Refused, match=r"1\.1 GB"):
        actions.restore(io.BytesIO(b""), 3 * 1024**3, by=cast.eve)
    monkeypatch.setattr("alongside.growth.archive.unpacking.LARGEST_FILE", 10)
    with pytest.raises(Refused, match="larger than any"):
        actions.restore(io.BytesIO(pack(cast.ben)), 1, by=cast.eve)
    monkeypatch.setattr("alongside.growth.archive.unpacking.MOST_TOGETHER", 10)
    with pytest.raises(Refused, match="larger than any"):
        actions.restore(io.BytesIO(pack(cast.ben)), 1, by=cast.eve)


def test_a_text_whose_key_is_destroyed_does_not_keep_the_rest_back(cast, habit):
    destroy(DataKey.objects.get(pk=cast.ben.key_id))
    packed = zipfile.ZipFile(io.BytesIO(pack(cast.ben)))

    assert [row["text"] for row in json.loads(packed.read("data/habits.json"))] == [None]


def test_the_progress_only_grows(cast):
    heard = []
    pack(cast.ben, lambda _part, done: heard.append(done))

    assert (heard[0], all(one <= two for one, two in pairwise(heard)), heard[-1] < 100) == (0, True, True)


@pytest.fixture
def packed(cast):
    """Ben's archive, with a file of a message and one of an item of evidence."""
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Discovery")
    messages.send(pair, "See", by=cast.ada, files=[Taken("plan.txt", "plain", b"The plan")])
    told = {"level": 3, "day": now().date(), "title": "Re-planned", "text": "Alone", "link": ""}
    shown = Taken("shown.csv", "plain", b"a,b")
    evidence.keep(default_skills()[0], told, by=cast.ben, file=shown)
    return pack(cast.ben)


def test_files_come_along_and_are_fetched_elsewhere(as_, cast, packed):
    places = about(packed)["files"]
    answer = as_(cast.eve).post(RESTORE, {"file": SimpleUploadedFile("a.zip", packed)})
    kept, item = KeptFile.objects.get(), Evidence.objects.get(person=cast.eve)
    page = as_(cast.eve).get(reverse("archive.brought", args=["attachments"]))
    address = reverse("archive.file", args=[kept.code])
    fetched = as_(cast.eve).get(address)

    assert (answer.status_code, len(places)) == (302, 2)
    assert (item.file_name, item.read_file()) == ("shown.csv", b"a,b")
    assert (address in page.text, "files/attachments" in page.text) == (True, False)
    assert (fetched.content, "plan.txt" in fetched["Content-Disposition"]) == (b"The plan", True)
    assert as_(cast.ada).get(address).status_code == 404
    assert b"The plan" not in bytes(KeptFile.objects.values_list("content", flat=True)[0])
    again = zipfile.ZipFile(io.BytesIO(pack(cast.eve)))
    assert sorted(again.read(name) for name in again.namelist() if name.startswith("files/")) == [
        b"The plan", b"a,b",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ending", "content"),
    [("plan.txt", b"PK\x03\x04program"), ("plan.txt", b""), ("shown.csv", b"%PDF-1.7")],
)
def test_a_file_of_an_archive_that_is_not_what_it_says_is_refused(as_, cast, packed, ending, content):
    said = about(packed)
    place = next(place for place in said["files"] if place.endswith(ending))
    said["files"][place] = hashlib.sha256(content).hexdigest()
    for wrong in (
        changed(packed, **{place.replace(".", "__"): content, "about__json": said}),
        changed(packed, **{place.replace(".", "__"): content}),
        changed(packed, about__json=said | {"files": {}}),
    ):
        answer = as_(cast.eve).post(RESTORE, {"file": SimpleUploadedFile("a.zip", wrong)})
        assert (answer.status_code, KeptFile.objects.count()) == (422, 0)


def test_files_that_do_not_fit_are_counted_in_the_readme(cast, packed, monkeypatch):
    monkeypatch.setattr("alongside.growth.archive.packing.MOST_TOGETHER", 4)
    small = zipfile.ZipFile(io.BytesIO(pack(cast.ben)))

    assert "may have 1 GB: 1." in small.read("README.md").decode()
    assert [small.read(name) for name in small.namelist() if name.startswith("files/")] == [b"a,b"]


def test_a_file_whose_key_is_destroyed_is_left_out(cast, packed):
    destroy(DataKey.objects.get(pk=cast.ben.key_id))

    assert [place[-8:] for place in about(pack(cast.ben))["files"]] == ["plan.txt"]


def test_an_archive_lies_in_sealed_pieces_and_is_fetched_whole(as_, cast, packed, monkeypatch):
    monkeypatch.setattr("alongside.growth.archive.pieces.SIZE", 1000)
    archive = actions.make(by=cast.ben)
    making.work_on(archive.pk)
    fetched = as_(cast.ben).get(reverse("archive.fetch", args=[archive.code]))
    content, kept = fetched.getvalue(), list(Piece.objects.values_list("content", flat=True))
    archive.refresh_from_db()

    assert (len(kept) > 2, all(b"The plan" not in bytes(one) for one in kept)) == (True, True)
    assert int(fetched["Content-Length"]) == archive.size == len(content)
    opened = zipfile.ZipFile(io.BytesIO(content))
    assert (opened.testzip(), b"The plan" in map(opened.read, opened.namelist())) == (None, True)
    assert as_(cast.eve).post(RESTORE, {"file": SimpleUploadedFile("a.zip", content)}).status_code == 302


def test_an_attempt_that_was_broken_off_leaves_nothing_in_the_next(cast, packed):
    archive = actions.make(by=cast.ben)
    left = Piece(archive=archive, number=7)
    left.keep(b"half")
    left.save()
    making.work_on(archive.pk)

    assert zipfile.ZipFile(io.BytesIO(b"".join(pieces.read(archive)))).testzip() is None


def test_one_that_was_made_before_there_were_pieces_can_still_be_fetched(cast):
    archive = actions.make(by=cast.ben)
    archive.content = base64.b64encode(b"zip").decode()

    assert list(pieces.read(archive)) == [b"zip"]
