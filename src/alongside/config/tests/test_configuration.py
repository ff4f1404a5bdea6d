"""The page about configuration and the code name the same settings."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from alongside.config import env

SOURCE = Path(__file__).resolve().parents[2]
PAGE = SOURCE.parents[1] / "docs" / "configuration.md"
READERS = {"text", "flag", "number", "words"}
NOT_OURS = {"PATH"}


def names_in_code() -> set[str]:
    found = set()
    for path in SOURCE.rglob("*.py"):
        if "tests" not in path.parts:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found |= {name for node in ast.walk(tree) for name in _read_by(node)}
    return found - NOT_OURS


def _read_by(node: ast.AST) -> list[str]:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="env"), attr=reader), args=[first, *_]) if (
            reader in READERS
        ):
            return [first.value if isinstance(first, ast.Constant) else "ALONGSIDE_PARENT"]
    return []


def test_every_setting_is_documented_and_every_documented_setting_exists():
    page = set(re.findall(r"`([A-Z][A-Z0-9_]+)`", PAGE.read_text(encoding="utf-8")))
    assert page == names_in_code()


def test_the_environment_is_read_in_one_place():
    reads = re.compile(r"os\.environ(\.get|\[[^]]+\](?! *=))|os\.getenv")
    found = [
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if "tests" not in path.parts
        and reads.search(re.sub(r"del os\.environ\[\w+\]", "", path.read_text("utf-8")))
    ]
    assert found == ["config/env.py"]


def test_a_secret_can_be_a_file(monkeypatch, tmp_path):
    (tmp_path / "secret").write_text("from the file\n")
    monkeypatch.setenv("ALONGSIDE_SMTP_PASSWORD_FILE", str(tmp_path / "secret"))
    assert env.text("ALONGSIDE_SMTP_PASSWORD") == "from the file"
