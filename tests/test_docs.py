"""Documents that cannot lie: what they list is read from the code, and every link in them leads somewhere."""

from __future__ import annotations

import inspect
import os
import re
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from alongside.activity.events.listeners import LISTENERS
from alongside.kit.rules import REGISTRY

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PRODUCT = ROOT / "src" / "alongside"
PERMISSIONS = (
    "# Permissions\n\nWritten from the rules themselves; `tests/test_docs.py` fails when they differ.\n\n"
)
EVENTS = "# Events\n\nWho listens to what; written from `config/wiring.py` and the actions.\n\n"


def permissions() -> str:
    """Every rule with its sentence."""
    for path in sorted(PRODUCT.rglob("rules.py")):
        import_module(".".join(path.relative_to(PRODUCT.parent).with_suffix("").parts))
    rows = sorted((label, verb, inspect.getdoc(rule)) for (label, verb), rule in REGISTRY.items())
    lines = [
        f"| {label.split('.')[1]} | {verb.replace('_', ' ')} | {' '.join(said.split())} |"
        for label, verb, said in rows
    ]
    return PERMISSIONS + "| thing | may they … | the rule |\n| --- | --- | --- |\n" + "\n".join(lines) + "\n"


def events() -> str:
    """Every verb that is recorded, and who listens to it."""
    found = re.compile(r'record\(\s*"([a-z_.]+)"')
    verbs = {
        verb
        for path in PRODUCT.rglob("*.py")
        if "tests" not in path.parts
        for verb in found.findall(path.read_text())
    }
    heard = {verb: [listener for name, listener in LISTENERS if name == verb] for verb, _ in LISTENERS}
    lines = []
    for verb in sorted(verbs | heard.keys()):
        told = "; ".join(" ".join(inspect.getdoc(one).split()) for one in heard.get(verb, []))
        lines.append(f"| `{verb}` | {told} |")
    return EVENTS + "| event | what follows |\n| --- | --- |\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(("name", "write"), [("permissions.md", permissions), ("events.md", events)])
def test_a_written_list_is_the_one_in_the_code(name, write):
    text = write()
    if os.environ.get("ALONGSIDE_WRITE_DOCS"):
        (DOCS / name).write_text(text)

    assert (DOCS / name).read_text() == text


def test_every_rule_says_its_policy_in_a_sentence():
    permissions()

    assert [key for key, rule in REGISTRY.items() if not (inspect.getdoc(rule) or "").endswith(".")] == []


@pytest.mark.parametrize("path", [ROOT / "README.md", *sorted(DOCS.glob("*.md"))], ids=lambda path: path.name)
def test_every_link_leads_somewhere(path):
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", path.read_text())

    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_area_stands_on_the_map():
    text = (DOCS / "map.md").read_text()
    areas = {
        config.name.split(".")[1] for config in apps.get_app_configs() if config.name.startswith("alongside.")
    }

    assert [area for area in sorted(areas) if f"`{area}`" not in text] == []
