"""A file that means harm is answered with a sentence, soon, and in little memory."""

from __future__ import annotations

import io
import time
import zipfile

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from .payloads import PAYLOADS
from .reading import planted
from .sweeping import seat

SECONDS = 4.0
SHEET = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
FAR = '<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>email</t></is></c><c r="XFD{n}"><v>1</v></c></row>'
LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>'


def zipped(entries: dict[str, bytes | str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return packed.getvalue()


def workbook(sheet: str) -> bytes:
    """A workbook with this as its only sheet."""
    plain = io.BytesIO()
    openpyxl.Workbook().save(plain)
    with zipfile.ZipFile(plain) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    return zipped(entries | {"xl/worksheets/sheet1.xml": sheet.encode()})


WORKBOOKS = {
    "a cell at the far end of every row": SHEET.format(
        "<sheetData>" + "".join(FAR.format(n=n) for n in range(1, 20_000)) + "</sheetData>"
    ),
    "a sheet that says it is endless": SHEET.format(
        f'<dimension ref="A1:XFD1048576"/><sheetData>{FAR.format(n=1)}{FAR.format(n=1048576)}</sheetData>'
    ),
    "entities": SHEET.replace("<worksheet", LAUGHS + "<worksheet").format(
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&c;&d;</t></is></c></row></sheetData>'
    ),
    "no xml": "email",
}
ARCHIVES = {
    "a bomb": {"Positions.csv": b"0" * 30_000_000},
    "a thousand small bombs": {f"{n}/Positions.csv": b"0" * 90_000 for n in range(900)},
    "a way out": {
        "../../../../etc/cron.d/haxed": "* * * * * root haxed",
        "..\\..\\Positions.csv": "Title\nhaxed",
    },
    "a path from the root": {"/etc/passwd": "haxed", "/Positions.csv": "Company Name\nhaxed"},
    "an archive in it": {"Positions.csv.zip": zipped({"Positions.csv": b"0" * 30_000_000})},
}


def sent(person, page: str, name: str, content: bytes, **more: str):
    """Upload a file; the answer, and how long the processor worked."""
    began = time.process_time()
    answer = seat(person).post(reverse(page), {"file": SimpleUploadedFile(name, content), **more})
    return answer, time.process_time() - began


@pytest.mark.parametrize("kind", WORKBOOKS)
def test_no_workbook_takes_the_machine(cast, kind):
    answer, seconds = sent(cast.cleo, "imports.roster", "team.xlsx", workbook(WORKBOOKS[kind]))

    assert answer.status_code in {302, 422}
    assert seconds < SECONDS
    assert b"root:" not in answer.content


@pytest.mark.parametrize("kind", ARCHIVES)
def test_no_archive_takes_the_machine_or_leaves_its_place(cast, kind, settings):
    before = set(settings.MEDIA_ROOT.rglob("*")) if settings.MEDIA_ROOT.exists() else set()
    answer, seconds = sent(cast.ben, "imports.index", "me.zip", zipped(ARCHIVES[kind]), kind="linkedin")

    assert answer.status_code in {302, 422}
    assert seconds < SECONDS
    assert (set(settings.MEDIA_ROOT.rglob("*")) if settings.MEDIA_ROOT.exists() else set()) == before


def test_what_a_file_says_stays_words(cast):
    """Hostile texts in the name of a file, in its columns and in its cells, as far as the page that shows them."""
    rows = [f'"{text.replace(chr(34), chr(34) * 2)}",x{n}@example.net' for n, text in enumerate(PAYLOADS)]
    table = "\n".join(['"Name<script>haxed(1)</script>",Email', *rows])
    answer, _seconds = sent(cast.cleo, "imports.roster", '"><img src=x onerror=haxed(0)>.csv', table.encode())
    page = seat(cast.cleo).get(answer.headers["Location"])

    assert (page.status_code, planted(page.content.decode())) == (200, [])
    assert page.content.count(b"haxed") > 3


@pytest.mark.parametrize("size", ["27000000", "99999999999999999999", "-1", "1e9", "x"])
def test_a_body_that_says_it_is_huge_is_not_read(cast, client, size):
    answer = client.generic("POST", "/accounts/login/", b"login=a", CONTENT_LENGTH=size)

    assert answer.status_code == 413


OUTSIDE = [
    "../settings.py",
    "%2e%2e/%2e%2e/alongside/config/settings.py",
    "/etc/passwd",
    "kit/css/../../../kit/logs.py",
]


@pytest.mark.parametrize("path", OUTSIDE)
def test_static_files_are_those_of_the_folder(db, client, path):
    answer = client.get(f"/static/{path}")

    assert answer.status_code in {302, 404}
