"""PR-FAQ as a tool: its parts, checks, picture, example."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from alongside.kit.charts.bars import Bar, bars
from alongside.kit.charts.drawing import Chart
from alongside.practice.tools.tool import (
    Caution,
    Column,
    Family,
    Kind,
    Result,
    Sheet,
    Tool,
    rows_of,
    said,
)

from .computing import PRAISE, sentence_length, words

ONE_PAGE, LONG_SENTENCE = 450, 25
RELEASE = ("headline", "user", "problem", "solution", "quote", "begin")
COLUMNS = (
    Column("question", lazy("Question"), needed=True),
    Column("answer", lazy("Answer"), Kind.TEXT),
    Column("side", lazy("Asked by"), Kind.CHOICE, choices=(("outside", lazy("Customers and press")), ("inside", lazy("The company")))),
    Column("hard", lazy("The question we fear"), Kind.TICK),
)  # fmt: skip
SETTINGS = (
    Column("headline", lazy("Headline")),
    Column("user", lazy("For whom"), Kind.TEXT),
    Column("problem", lazy("Their problem"), Kind.TEXT),
    Column("solution", lazy("What is different now"), Kind.TEXT),
    Column("quote", lazy("What a customer says"), Kind.TEXT),
    Column("begin", lazy("How to begin"), Kind.TEXT),
    Column("cost", lazy("What it costs"), Kind.TEXT),
    Column("true", lazy("What must be true for it"), Kind.TEXT),
)  # fmt: skip


def compute(sheet: Sheet) -> Result:
    """How long the release is, and how long its sentences are."""
    text = " ".join(sheet.text(key) for key in RELEASE)
    figures = (
        (lazy("Words in the release (a page is 450)"), str(words(text))),
        (lazy("Words to a sentence"), said(sentence_length(text), 0)),
        (lazy("Questions answered"), str(sum(bool(row.text("answer")) for row in sheet.rows))),
    )
    return Result(
        (lazy("Words"),), {row.key: (str(words(row.text("answer"))),) for row in sheet.rows}, (), figures
    )


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What a sober reader would ask."""
    text = " ".join(sheet.text(key) for key in RELEASE)
    missing = [str(column.label) for column in SETTINGS if not sheet.text(column.key)]
    if missing and (sheet.rows or text.strip()):
        yield Caution("missing", _("Still missing: %(parts)s.") % {"parts": ", ".join(missing)})
    praise = sorted({found.lower() for found in PRAISE.findall(text)})
    if praise:
        yield Caution("praise", _("Adjectives instead of facts: %(words)s.") % {"words": ", ".join(praise)})
    if words(text) > ONE_PAGE:
        yield Caution("too_long", _("The release is longer than a page."))
    if sentence_length(text) > LONG_SENTENCE:
        yield Caution(
            "long_sentences",
            _("Sentences of %(count)s words are hard to read.") % {"count": said(sentence_length(text), 0)},
        )
    if sheet.rows and not any(row.ticked("hard") for row in sheet.rows):
        yield Caution("no_hard_question", _("Where is the question that you fear? It will be asked."))


def picture(sheet: Sheet, result: Result) -> Chart | None:  # noqa: ARG001  the shape of every tool's picture
    """How the words are shared between the parts."""
    rows = [
        Bar(str(column.label), [float(words(sheet.text(column.key)))], str(words(sheet.text(column.key))))
        for column in SETTINGS
        if sheet.text(column.key)
    ]
    return bars(_("Words in each part"), rows, head=[_("Part"), _("Words")]) if rows else None


TOOL = Tool(
    key="pr-faq",
    name=lazy("PR-FAQ"),
    family=Family.WRITE,
    purpose=lazy("Write the news of the finished product first, and the questions that it must stand."),
    when=lazy("Before something large is begun. The form alone does nothing: it is to be read and argued about."),
    method=lazy("Counts only: words (one page for the release), words to a sentence, and which parts are missing. Write the release in the settings; the rows are the questions."),
    source=lazy("Common practice, made known by Amazon"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    rubric=((lazy("User"), lazy("One kind of person, with a day that one can picture.")), (lazy("Honesty"), lazy("The feared question is there and its answer costs something.")), (lazy("Proof"), lazy("What must be true can be tested before it is built."))),
    example=Sheet(
        rows_of(
            tuple(column.key for column in COLUMNS),
            ("What happens without a network?", "The last plan stays on the phone. Changes come when it is back.", "outside", False),
            ("Why would drivers trust it?", "At first they will not. We begin with five who asked for it, and publish how often it was right.", "inside", True),
        ),
        {
            "headline": "Drivers learn of a delay before they stand in it",
            "user": "Drivers of vans with more than forty stops a day",
            "problem": "They learn of a jam from inside it, and then call dispatch, who knows no more.",
            "solution": "Ten minutes before a jam the phone says so and offers another order of stops. One press takes it.",
            "quote": "“I was home for dinner three times this week.” Jonas, driver",
            "begin": "It is in the app that drivers have. A depot switches it on.",
            "cost": "Two euro a van and month, for the traffic data",
            "true": "Traffic data must be right in eight of ten cases, ten minutes ahead",
        },
    ),
    skills=("B1", "B2", "C1", "D2", "D3"),
)  # fmt: skip
