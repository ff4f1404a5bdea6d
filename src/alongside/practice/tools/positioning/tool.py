"""The positioning statement as a tool: seven parts to answer, and the sentences that come of them."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from alongside.kit.charts.bars import Bar, bars
from alongside.kit.charts.drawing import Chart
from alongside.practice.tools.tool import Caution, Column, Family, Kind, Result, Row, Sheet, Tool, names, said

from .computing import hollow, seconds

LONGEST = 30
COLUMNS = (
    Column("part", lazy("Part"), needed=True),
    Column("answer", lazy("Your answer"), Kind.TEXT),
    Column("proof", lazy("Proof"), Kind.TEXT, lazy("Something that happened, with its number, and who can confirm it")),
)  # fmt: skip
SETTINGS = (
    Column("role", lazy("The post you want"), help=lazy("One, and in which kind of company")),
    Column("statement", lazy("In three sentences"), Kind.TEXT, lazy("As you would say it to somebody in a lift. Write it last.")),
    Column("written", lazy("The line under your name"), Kind.LINE, lazy("For a profile or the head of a CV")),
)  # fmt: skip
PARTS = (
    ("whom", lazy("For whom: who should think of me?")),
    ("need", lazy("What keeps them awake")),
    ("am", lazy("What I am, in four words")),
    ("bring", lazy("What they get with me")),
    ("otherwise", lazy("What most others bring, and I do not")),
    ("weak", lazy("What I am not, and say first")),
    ("next", lazy("What I want to become with it")),
)
TO_PROVE = ("am", "bring")


def compute(sheet: Sheet) -> Result:
    """How much of it is answered, and how long the statement takes to say."""
    answered = [row for row in sheet.rows if row.text("answer")]
    figures = (
        (lazy("Parts answered"), f"{len(answered)} / {len(sheet.rows)}"),
        (lazy("With proof"), str(sum(bool(row.text("proof")) for row in answered))),
        (lazy("Seconds to say"), said(seconds(sheet.text("statement")), 0)),
    )
    return Result((lazy("Proven"),), {row.key: ("✓" if row.text("proof") else "–",) for row in sheet.rows}, (), figures)  # fmt: skip


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What somebody who hires would ask."""
    statement = sheet.text("statement")
    if not sheet.text("role"):
        yield Caution(
            "no_role", _("Which post is it for? One statement for every post says nothing to any of them.")
        )
    empty = [row.key for row in sheet.rows if not row.text("answer")]
    if empty and statement:
        yield Caution("empty", _("The statement is written, and these are open: %(rows)s") % {"rows": names(sheet, "part", empty)})  # fmt: skip
    bare = [
        row.key for row in sheet.rows if row.key in TO_PROVE and row.text("answer") and not row.text("proof")
    ]
    if bare:
        yield Caution("no_proof", _("On what does it rest? %(rows)s") % {"rows": names(sheet, "part", bare)})
    if seconds(statement) > LONGEST:
        yield Caution("too_long", _("It takes %(seconds)s seconds to say. After thirty nobody repeats it to somebody else.") % {"seconds": said(seconds(statement), 0)})  # fmt: skip
    found = hollow(f"{statement} {sheet.text('written')}")
    if found:
        yield Caution("hollow", _("Nobody says the opposite of themself: %(words)s. What did you do that shows it?") % {"words": ", ".join(found)})  # fmt: skip


def picture(sheet: Sheet, result: Result) -> Chart | None:  # noqa: ARG001  the shape of every tool's picture
    """How much is said in each part; what has no proof is grey."""
    rows = [
        Bar(row.text("part"), [float(count)], str(count), strong=bool(row.text("proof")))
        for row in sheet.rows
        if (count := len(row.text("answer").split()))
    ]
    title = _("Words in each part; grey without proof")
    return bars(title, rows, head=[_("Part"), _("Words")]) if rows else None


TOOL = Tool(
    key="positioning",
    name=lazy("Positioning statement"),
    family=Family.CAREER,
    purpose=lazy("Say in three sentences who should think of you, for what, and on what that rests."),
    when=lazy("Before you look for a post or ask for a promotion; again when a mentor cannot repeat what you said. One sheet for each kind of post."),
    method=lazy("Answer the seven parts, with proof for what you are and what they get. Then write the three sentences: for whom and what they need; what you are and what they get; the proof. Seconds to say = words ÷ 140 × 60. Say it to somebody, and let them say it back."),
    source=lazy("Positioning as products do it, in our own words"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    blank=Sheet(tuple(Row(key, {"part": str(name)}) for key, name in PARTS)),
    rubric=((lazy("Repeatable"), lazy("Somebody who heard it once says it back without its best word missing.")), (lazy("Proof"), lazy("Each claim has something that happened, and somebody who was there.")), (lazy("Not for all"), lazy("It is plain who should not hire this person."))),
    example=Sheet(
        (
            Row("whom", {"part": "For whom: who should think of me?", "answer": "Heads of product in freight and field service, with software that is older than its users", "proof": ""}),
            Row("need", {"part": "What keeps them awake", "answer": "Releases that dispatch and drivers do not trust", "proof": "Three of five I talked to named a release that was rolled back"}),
            Row("am", {"part": "What I am, in four words", "answer": "Product manager who can read code", "proof": "Six years an engineer at Paylark, two in product"}),
            Row("bring", {"part": "What they get with me", "answer": "Small releases that the people in the yard asked for", "proof": "Calls to dispatch fell from 12 to 6 an hour; the head of operations confirms it"}),
            Row("otherwise", {"part": "What most others bring, and I do not", "answer": "A playbook from consumer apps", "proof": ""}),
            Row("weak", {"part": "What I am not, and say first", "answer": "I have not led product managers yet", "proof": ""}),
            Row("next", {"part": "What I want to become with it", "answer": "The one who owns a product line, in three years", "proof": ""}),
        ),
        {
            "role": "Senior product manager in a mid-size freight company",
            "statement": "I work for people who drive and dispatch, in companies whose software is older than they are. I am a product manager who can read code, and I cut releases until the yard trusts them. At Northwind that halved the calls to dispatch in one winter.",
            "written": "Product manager for freight: small releases that the yard trusts",
        },
    ),
    skills=("F4", "D2"),
)  # fmt: skip
