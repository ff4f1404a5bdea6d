"""The three walls around private data, and the limits that keep the code small; each reads the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src"
PRODUCT = SOURCE / "alongside"
DOOR = "visible_to"
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
LONGEST_VIEW = 20
BANNED_NAMES = {"utils.py", "helpers.py", "common.py", "services.py", "signals.py"}
ACTION_FREE = {"timed jobs"}


def sources(pattern: str) -> list[Path]:
    """Every file of the product that matches, tests and migrations left out."""
    return [
        path
        for path in sorted(PRODUCT.rglob(pattern))
        if not {"tests", "migrations"} & set(path.parts) and path.name != "conftest.py"
    ]


def parse(text: str) -> ast.Module:
    """Parse a source."""
    return ast.parse(text)


def models_reached_around_the_door(source: str) -> list[str]:
    """Lines of a view that reach ``Model.objects`` by anything but ``visible_to``."""
    found = []
    for node in ast.walk(parse(source)):
        is_manager = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute)
        if is_manager and node.value.attr in {"objects", "_default_manager"} and node.attr != DOOR:
            found.append(f"line {node.lineno}: {ast.unparse(node.value.value)}")
    return found


def public_functions(source: str) -> Iterator[ast.FunctionDef]:
    """The public functions of a module."""
    for node in parse(source).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def calls(function: ast.FunctionDef) -> set[str]:
    """The names that a function calls."""
    return {
        node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
    }


def is_job(function: ast.FunctionDef) -> bool:
    """Whether a function is a job: it fetches and calls an action."""
    return any("task" in ast.unparse(decorator) for decorator in function.decorator_list)


def unguarded_actions(source: str) -> list[str]:
    """Public actions that do not check, do not record, or do not say who acts."""
    found = []
    for function in public_functions(source):
        if is_job(function):
            continue
        keywords = [argument.arg for argument in function.args.kwonlyargs]
        if not {"require", "record"} <= calls(function) or keywords[:1] != ["by"]:
            found.append(f"line {function.lineno}: {function.name}")
    return found


OWN = {"models.py", "queries.py", "actions.py", "rules.py"}
"""A noun's own files, which make the door rather than go through it."""
DOORS = sources("views.py") + [path for path in sources("integrations/**/*.py") if path.name not in OWN]


@pytest.mark.parametrize("path", DOORS, ids=str)
def test_a_view_reaches_rows_only_through_the_door(path: Path) -> None:
    assert models_reached_around_the_door(path.read_text()) == []


def test_a_view_around_the_door_is_caught() -> None:
    broken = "def show(request):\n    return Goal.objects.get(code=request.GET['code'])"

    assert models_reached_around_the_door(broken) == ["line 2: Goal"]


@pytest.mark.parametrize("path", sources("actions.py"), ids=str)
def test_every_action_checks_and_records(path: Path) -> None:
    assert unguarded_actions(path.read_text()) == []


def test_an_action_that_does_not_check_is_caught() -> None:
    broken = "def complete(goal, *, by):\n    goal.save()\n    record('goal.completed', by=by, about=goal)"

    assert unguarded_actions(broken) == ["line 1: complete"]


NEED_NOT_HOLD = {
    "what is taken back, cancelled or declined stays possible at any time": {
        "confidences.take_back", "feedback.take_back", "introductions.keep_back", "introductions.withdraw",
        "meetings.cancel", "meetings.cancel_series", "soundings.close", "soundings.withdraw",
        "suggestions.decline", "suggestions.take_back", "interviews.remove", "interviews.take_back",
        "rehearsals.remove", "rehearsals.take_back", "worksheets.remove", "worksheets.unshare",
    },
    "said by a third person (which rests while it is frozen), or by a button without words": {
        "attendance.answer", "introductions.answer", "meetings.tell_outcome", "messages.mark_read",
        "soundings.answer",
    },
    "one's own, and nobody else in the mentorship reads it": {
        "impact.issue", "impact.withdraw", "leading.keep", "leading.remove", "playbooks.change",
        "playbooks.remove", "playbooks.write", "rehearsals.ask_for_result",
    },
    "moves the mentorship itself, begins it, or helps from outside": {
        "agreements.draft", "circles.leave", "help.close", "help.freeze", "help.name", "help.take", "help.tell_concern",
        "help.thaw", "help.unname", "mentorships.begin", "mentorships.end", "mentorships.pause",
        "mentorships.resume",
    },
    "takes a suggestion by changing a row, which holds": {"comments.take"},
}  # fmt: skip
"""Actions that do not hold the mentorship they are in, by the reason."""


HOLDING = {"mentoring": {"hold"}, "practice": {"hold", "hold_shared", "lock", "write"}}
"""What locks a mentorship, or a worksheet with the mentorship that it is shared in."""


def actions_that_do_not_hold(source: str, area: str = "mentoring") -> set[str]:
    """Public actions that call ``hold`` neither themselves nor by a function beside them."""
    beside = {node.name: calls(node) for node in parse(source).body if isinstance(node, ast.FunctionDef)}
    holding = {name for name, called in beside.items() if called & HOLDING[area]}
    while more := {name for name, called in beside.items() if called & holding} - holding:
        holding |= more
    return {function.name for function in public_functions(source)} - holding


def test_every_action_in_a_mentorship_holds_it() -> None:
    found = {
        f"{path.parent.name}.{name}"
        for area in HOLDING
        for path in sources(f"{area}/*/actions.py")
        for name in actions_that_do_not_hold(path.read_text(), area)
    }

    assert found == set().union(*NEED_NOT_HOLD.values())


def test_an_action_that_writes_without_holding_is_caught() -> None:
    broken = (
        "def send(pair, *, by):\n    pair.save()\n"
        "def edit(row, *, by):\n    _lock(row)\n"
        "def _lock(row):\n    row.mentorship.hold()"
    )

    assert actions_that_do_not_hold(broken) == {"send"}


@pytest.mark.parametrize("path", sources("*.py"), ids=str)
def test_files_and_functions_stay_small(path: Path) -> None:
    source = path.read_text()
    functions = [
        node for node in ast.walk(parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    limit = LONGEST_VIEW if path.name == "views.py" else LONGEST_FUNCTION
    too_long = [f.name for f in functions if (f.end_lineno or 0) - f.body[0].lineno + 1 > limit]

    assert path.name not in BANNED_NAMES
    assert source.count("\n") <= LONGEST_FILE
    assert too_long == []


@pytest.mark.parametrize("path", sources("*.py"), ids=str)
def test_every_module_says_what_is_in_it(path: Path) -> None:
    assert ast.get_docstring(parse(path.read_text()))


@pytest.mark.parametrize("path", sorted(PRODUCT.rglob("*.html")), ids=str)
def test_templates_carry_no_inline_style_or_script(path: Path) -> None:
    text = re.sub(
        r"{%.*?%}", "", path.read_text()
    )  # a tag's own words, such as style="day", are no attributes

    assert " style=" not in text
    assert " onclick=" not in text
    assert "<style" not in text
    assert "http://" not in text.replace("http://www.w3.org", "")
