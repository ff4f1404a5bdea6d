"""Which files can be kept: known by what they hold, not by what they are called."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from alongside.kit.text import one_line

LARGEST = 10 * 1024 * 1024
LONGEST_NAME = 120
SIGNS = [
    (b"%PDF-", 0, "pdf"),
    (b"\x89PNG\r\n\x1a\n", 0, "png"),
    (b"\xff\xd8\xff", 0, "jpeg"),
    (b"GIF8", 0, "gif"),
    (b"WEBP", 8, "webp"),
]
"""The first bytes of a format, where they stand, and its name."""
OFFICE = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
PLAIN = {"txt", "md", "csv"}
SERVED = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "plain": "text/plain; charset=utf-8",
}
"""Under which name each kind is served: always as a download, never shown in the page."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that can be attached."""

    name: str
    kind: str
    content: bytes


def take(upload: UploadedFile[bytes]) -> Taken:
    """Read an upload, or say what is wrong with it."""
    name = _plain_name(upload.name or "")
    if (upload.size or 0) > LARGEST:
        raise ValidationError(_("%(name)s must be smaller than 10 MB") % {"name": name}, code="large")
    content = upload.read()
    if not content:
        raise ValidationError(_("%(name)s is empty. Choose another file") % {"name": name}, code="empty")
    kind, ending = _kind_of(content), _ending(name)
    if kind != ("plain" if ending in PLAIN else ending):
        raise ValidationError(
            _(
                "%(name)s cannot be attached. Choose a PDF, a picture (PNG, JPEG, GIF, WebP), a text (TXT, MD, "
                "CSV) or an office document (DOCX, XLSX, PPTX)"
            )
            % {"name": name},
            code="kind",
        )
    return Taken(name, kind, content)


def _plain_name(name: str) -> str:
    """The name without a path, on one line, with its ending kept when it is cut."""
    plain = one_line(name.replace("\\", "/").rpartition("/")[2].replace("\x00", "")) or "file"
    ending = PurePosixPath(plain).suffix[:12]
    return plain if len(plain) <= LONGEST_NAME else plain[: LONGEST_NAME - len(ending)] + ending


def _ending(name: str) -> str:
    ending = PurePosixPath(name).suffix.lower().removeprefix(".")
    return {"jpg": "jpeg"}.get(ending, ending)


def _kind_of(content: bytes) -> str:
    for sign, place, kind in SIGNS:
        if content[place : place + len(sign)] == sign:
            return kind
    return _office(content) if content.startswith(b"PK\x03\x04") else _text(content)


def _office(content: bytes) -> str:
    """Which office document it is; one that carries programs is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return ""
    if "[Content_Types].xml" not in names or any("vbaproject" in name.lower() for name in names):
        return ""
    return next(
        (kind for folder, kind in OFFICE.items() if any(name.startswith(folder) for name in names)), ""
    )


def _text(content: bytes) -> str:
    try:
        return "" if "\x00" in content.decode() else "plain"
    except UnicodeDecodeError:
        return ""
