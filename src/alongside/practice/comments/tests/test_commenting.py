"""Comments on a cell, a row or the sheet; suggestions taken; what is open comes up at the meeting."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.errors import Refused
from alongside.mentoring.mentorships import actions as mentorships
from alongside.practice.comments import actions, beside
from alongside.practice.comments.models import Comment
from alongside.practice.rows import actions as rows
from alongside.practice.tools.registry import TOOLS
from alongside.practice.tools.tool import Sheet
from alongside.practice.worksheets import actions as worksheets
from alongside.practice.worksheets.content import new_row
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of


@pytest.fixture
def comment(cast, sheet):
    return actions.make(
        sheet, "Is this really one?", by=cast.ada, row="r2", column="category", suggestion="S"
    )


def text(answer) -> str:
    return answer.content.decode()


def test_ada_questions_a_must_and_ben_takes_her_suggestion(as_, cast, sheet, to):
    said = {"row": "r2", "column": "category", "text": "Is this really one?", "suggestion": "should"}
    as_(cast.ada).post(to("comments.index", sheet), said)
    comment, ben = Comment.objects.get(), as_(cast.ben)
    open_now = reverse("comments.unresolved", args=[sheet.mentorship.code])
    assert "Is this really one?" in text(ben.get(open_now))
    assert "Sign for a delivery · Category" in text(ben.get(to("comments.index", sheet)))
    ben.post(to("comments.answer", comment), {"text": "The contract says so"})
    assert "The contract says so" in text(as_(cast.ada).get(to("comments.index", sheet)))
    ben.post(to("comments.take", comment))

    assert content_of(Worksheet.objects.get()).row("r2").text("category") == "S"
    assert "Is this really one?" not in text(ben.get(open_now))
    verbs = Event.objects.filter(verb__startswith="comment.").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["comment.made", "comment.answered", "comment.taken"]


def test_a_comment_is_resolved_once(as_, cast, sheet, comment, to):
    for _time in range(2):
        as_(cast.ben).post(to("comments.resolve", comment))
    assert Event.objects.filter(verb="comment.resolved").count() == 1
    assert "Resolved" in text(as_(cast.ben).get(to("comments.index", sheet)))


@pytest.mark.parametrize("name", ["answer", "resolve", "take"])
def test_comments_are_hidden_from_others_and_rest_after_the_end(as_, cast, sheet, comment, to, name):
    for outsider in (cast.eve, cast.cleo, cast.dev):
        assert as_(outsider).post(to(f"comments.{name}", comment), {"text": "x"}).status_code == 404
        assert as_(outsider).get(to("comments.index", sheet)).status_code == 404
    mentorships.end(sheet.mentorship, by=cast.ben)
    assert as_(cast.ada).post(to(f"comments.{name}", comment), {"text": "x"}).status_code == 403
    assert as_(cast.ada).post(to("comments.index", sheet), {"text": "x"}).status_code == 403


def test_what_is_missing_is_said(as_, cast, sheet, comment, to):
    ben = as_(cast.ben)
    assert "Enter your comment" in text(ben.post(to("comments.index", sheet), {"text": ""}))
    assert ben.post(to("comments.answer", comment), {"text": ""}).status_code == 422
    assert ben.get(to("comments.answer", comment)).status_code == 200
    answer = ben.post(to("comments.index", sheet), {"text": "x", "suggestion": "S"})
    assert (answer.status_code, "for one cell" in text(answer)) == (422, True)


@pytest.mark.parametrize(("row", "column"), [("gone", ""), ("r1", "gone")])
def test_what_is_gone_is_not_commented_on(cast, sheet, row, column):
    with pytest.raises(Refused, match="is gone"):
        actions.make(sheet, "x", by=cast.ben, row=row, column=column)


def test_a_suggestion_that_is_gone_or_does_not_fit_is_refused(cast, sheet, comment):
    odd = actions.make(sheet, "x", by=cast.ada, row="r2", column="effort", suggestion="many")
    with pytest.raises(Refused, match="does not fit"):
        actions.take(odd, by=cast.ben)
    answer = actions.answer(comment, "No", by=cast.ben)
    with pytest.raises(Refused, match="no suggestion"):
        actions.take(answer, by=cast.ben)
    rows.remove(sheet, "r2", by=cast.ben)
    with pytest.raises(Refused, match="no suggestion"):
        actions.take(comment, by=cast.ben)


def test_who_it_is_shared_with_next_does_not_read_what_the_last_mentor_said(as_, cast, sheet, comment, to):
    ben, cleo = as_(cast.ben), as_(cast.cleo)
    ben.post(to("comments.answer", comment), {"text": "She doubts it"})
    other = mentorships.begin(cast.cleo, cast.ben, by=cast.cleo, purpose="Something else")
    ben.post(to("worksheets.unshare", sheet))
    ben.post(to("worksheets.share", sheet), {"mentorship": other.code})
    ben.post(to("comments.index", sheet), {"text": "What do you think?"})

    hers, his = text(cleo.get(to("comments.index", sheet))), text(ben.get(to("comments.index", sheet)))

    assert ("What do you think?" in hers, "really one?" in hers, "She doubts it" in hers) == (
        True,
        False,
        False,
    )
    assert ("What do you think?" in his, "really one?" in his, "She doubts it" in his) == (True, True, True)
    assert cleo.post(to("comments.take", comment)).status_code == 404


def test_the_meeting_shows_the_worksheet_under_discussion_to_read(as_, cast, sheet):
    address = reverse("comments.unresolved", args=[sheet.mentorship.code])
    ada = as_(cast.ada)
    page = text(ada.get(address, headers={"HX-Request": "true"}))

    for shown in (sheet.title, "Sign for a delivery", "<svg", reverse("worksheets.show", args=[sheet.code])):
        assert shown in page
    assert ["<form" in page, "<html" in page] == [False, False]
    other = worksheets.start(TOOLS["rice"], by=cast.ada, title="Bets", mentorship=sheet.mentorship)
    assert f"?sheet={sheet.code}" in text(
        ada.get(address)
    )  # the newest stands there, the others lead to theirs
    assert "Sign for a delivery" in text(ada.get(address, {"sheet": sheet.code}))
    assert "Nothing on it yet" in text(ada.get(address, {"sheet": other.code}))
    assert "Nothing on it yet" in text(ada.get(address, {"sheet": "nothing"}))
    assert as_(cast.eve).get(address).status_code == 404


def test_a_long_worksheet_says_how_many_rows_stand_elsewhere(cast, sheet):
    row = {"title": "A bet"}
    rows = Sheet(tuple(new_row(row) for _number in range(beside.ROWS + 2)))
    long = worksheets.start(TOOLS["rice"], by=cast.ada, title="Bets", sheet=rows, mentorship=sheet.mentorship)
    seen = beside.read_only([long, sheet], "")

    assert (seen["sheet"], len(seen["lines"]), seen["more"]) == (long, beside.ROWS, 2)
    assert beside.read_only([], "") == {}


def test_a_worksheet_of_a_tool_that_is_gone_is_only_listed(as_, cast, sheet):
    Worksheet.objects.update(tool="gone")
    answer = as_(cast.ben).get(reverse("comments.unresolved", args=[sheet.mentorship.code]))

    assert (answer.status_code, sheet.title in text(answer), "Work on it" in text(answer)) == (
        200,
        True,
        False,
    )
