"""A worksheet is started, filled in, set up, warned about, shared and removed."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship
from alongside.practice.comments import actions as comments
from alongside.practice.rows import actions as rows
from alongside.practice.scoring import actions as scoring
from alongside.practice.tools.registry import TOOLS
from alongside.practice.tools.tool import Row, Sheet
from alongside.practice.versions import actions as versions
from alongside.practice.versions.differences import between
from alongside.practice.worksheets import actions
from alongside.practice.worksheets.content import merged
from alongside.practice.worksheets.crossing import seen_of
from alongside.practice.worksheets.models import Version, Worksheet
from alongside.practice.worksheets.writing import content_of

ADDED = {"item": "Offline mode", "effort": "13", "category": "M", "reason": ""}


def text(answer) -> str:
    return answer.content.decode()


def cells(sheet, key="r1"):
    return content_of(Worksheet.objects.get(pk=sheet.pk)).row(key).cells


@pytest.mark.parametrize(("begin", "count"), [("blank", 0), ("example", 9), ("last", 9)])
def test_ben_starts_a_worksheet_in_one_of_four_ways(as_, cast, sheet, begin, count):
    said = {"title": "Summer release", "begin": begin, "mentorship": sheet.mentorship.code}
    answer = as_(cast.ben).post(reverse("tools.start", args=["moscow"]), said)

    made = Worksheet.objects.latest("pk")
    assert (answer.status_code, made.title, made.owner, made.mentorship) == (
        302, "Summer release", cast.ben, sheet.mentorship,
    )  # fmt: skip
    assert len(content_of(made).sheet.rows) == count
    assert Event.objects.filter(verb="worksheet.started", about_code=made.code).count() == 1


def test_starting_says_what_is_missing(as_, cast, db):
    answer = as_(cast.eve).post(reverse("tools.start", args=["moscow"]), {"title": "", "begin": ""})
    nowhere = as_(cast.eve).get(reverse("tools.start", args=["tarot"]))

    assert (answer.status_code, "Enter a title" in text(answer), nowhere.status_code) == (422, True, 404)


def test_a_worksheet_with_a_mentorship_of_others_is_refused(cast, pair):
    with pytest.raises(Forbidden):
        actions.start(TOOLS["moscow"], by=cast.eve, title="Mine", mentorship=pair)


def test_five_hundred_rows_are_enough(cast, sheet):
    many = [{"item": str(number)} for number in range(501)]
    big = Sheet(tuple(Row(f"r{at}", row) for at, row in enumerate(many)))
    with pytest.raises(Refused, match="500 rows"):
        rows.add(sheet, many, by=cast.ben)
    with pytest.raises(Refused, match="500 rows"):
        actions.start(TOOLS["moscow"], by=cast.ben, title="Big", sheet=big)


def test_both_work_on_it_and_the_result_follows(as_, cast, sheet, to):
    page = to("worksheets.show", sheet)
    assert "60 % of the effort" not in text(as_(cast.ada).get(page))
    as_(cast.ada).post(to("rows.add", sheet), ADDED)
    html = text(as_(cast.ben).get(page))

    assert ("Offline mode" in html, "68 % of the effort is Must" in html) == (True, True)
    verbs = Event.objects.filter(about_code=sheet.code).order_by("pk").values_list("verb", "by__name")
    assert list(verbs) == [
        ("worksheet.started", "Ben Okafor"), ("worksheet.rows_added", "Ada Lindqvist"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rows.add", ADDED), ("rows.change", ADDED), ("rows.move", {"to": "S"}), ("rows.lift", {}), ("rows.remove", {}),
        ("worksheets.set_up", {}), ("worksheets.rename", {"title": "Mine"}), ("worksheets.share", {}),
        ("worksheets.unshare", {}), ("worksheets.remove", {}), ("versions.undo", {}),
        ("worksheets.dismiss", {"why": "x"}), ("worksheets.recall", {}), ("versions.show", {"title": "x"}),
        ("versions.restore", {}), ("tables.bring", {}), ("worksheets.show", None), ("worksheets.print", None),
        ("tables.take", None), ("versions.index", None),
    ],
)  # fmt: skip
def test_it_is_hidden_from_everybody_else(as_, cast, sheet, to, name, said):
    more = {"rows": ["r1"], "tables.take": ["csv"], "versions.show": [1], "versions.restore": [1]}
    extra = more.get(name, more.get(name.split(".")[0], [])) if name != "rows.add" else []
    extra = ["must"] if name in ("worksheets.dismiss", "worksheets.recall") else extra
    for outsider in (cast.eve, cast.cleo, cast.dev):
        browser, address = as_(outsider), to(name, sheet, *extra)
        answer = browser.get(address) if said is None else browser.post(address, said)
        assert answer.status_code == 404


@pytest.mark.parametrize("name", ["worksheets.share", "worksheets.unshare", "worksheets.remove"])
def test_only_the_owner_shares_and_removes(as_, cast, sheet, to, name):
    assert as_(cast.ada).post(to(name, sheet), {"mentorship": sheet.mentorship.code}).status_code == 403


def test_after_the_end_of_a_mentorship_the_other_only_reads(as_, cast, sheet, to):
    mentorships.end(sheet.mentorship, by=cast.ben)

    assert as_(cast.ada).get(to("worksheets.show", sheet)).status_code == 200
    for name, more in [
        ("rows.add", []), ("rows.change", ["r1"]), ("rows.move", ["r1"]), ("rows.lift", ["r1"]),
        ("rows.remove", ["r1"]),
        ("versions.undo", []), ("versions.restore", [1]), ("worksheets.recall", ["x"]), ("worksheets.set_up", []),
    ]:  # fmt: skip
        assert as_(cast.ada).post(to(name, sheet, *more), ADDED | {"to": "S"}).status_code == 403
    assert as_(cast.ben).post(to("rows.add", sheet), ADDED).status_code == 302


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"item": "", "effort": "3"}, "Enter something for “Item”"),
        ({"item": "x", "effort": "-1"}, "“Effort” is 0 or more"),
        ({"item": "x", "effort": "many"}, "“Effort” is a number"),
        ({"item": "x", "category": "Z"}, "Choose from the list"),
    ],
)
@pytest.mark.parametrize(("name", "more"), [("rows.add", []), ("rows.change", ["r1"])])
def test_what_is_wrong_in_a_row_is_said_and_kept(as_, cast, sheet, to, typed, told, name, more):
    answer = as_(cast.ben).post(to(name, sheet, *more), {"reason": "Typed with care"} | typed)

    assert (answer.status_code, told in text(answer), "Typed with care" in text(answer)) == (422, True, True)
    assert content_of(sheet).sheet == TOOLS["moscow"].example


def test_a_confidence_of_140_per_cent_and_an_effort_of_nothing_are_refused_kindly(as_, cast, to, db):
    made = actions.start(TOOLS["rice"], by=cast.ben, title="Ideas")
    answer = as_(cast.ben).post(to("rows.add", made), {"idea": "x", "confidence": "140", "effort": "0"})

    assert answer.status_code == 422
    assert "“Confidence” is 100 or less" in text(answer)
    assert "“Effort” is 0.5 or more" in text(answer)


def test_two_who_change_different_cells_both_succeed(as_, cast, sheet, to):
    before = cells(sheet)
    as_(cast.ada).post(to("rows.change", sheet, "r1"), {**before, "effort": "9", "seen": "1"})
    as_(cast.ben).post(to("rows.change", sheet, "r1"), {**before, "category": "S", "seen": "1", "done": "1"})

    assert (cells(sheet)["effort"], cells(sheet)["category"]) == (9.0, "S")


def test_two_who_change_the_same_cell_see_both_texts(as_, cast, sheet, to):
    before = cells(sheet)
    as_(cast.ada).post(to("rows.change", sheet, "r1"), {**before, "reason": "Ada: the contract", "seen": "1"})
    answer = as_(cast.ben).post(
        to("rows.change", sheet, "r1"), {**before, "reason": "Ben: the law", "seen": "1"}
    )
    again = as_(cast.ben).post(to("rows.change", sheet, "r1"), {**before, "reason": "Both", "seen": "2"})

    assert answer.status_code == 422
    assert ("Ada: the contract" in text(answer), "Ben: the law" in text(answer)) == (True, True)
    assert (again.status_code, cells(sheet)["reason"]) == (302, "Both")


def test_the_settings_cross_in_the_same_way(as_, cast, sheet, to):
    as_(cast.ada).post(to("worksheets.set_up", sheet), {"capacity": "40", "level": "increment", "seen": "1"})
    answer = as_(cast.ben).post(
        to("worksheets.set_up", sheet), {"capacity": "44", "level": "increment", "seen": "1"}
    )
    wrong = as_(cast.ben).post(to("worksheets.set_up", sheet), {"capacity": "-1"})
    same = as_(cast.ben).post(to("worksheets.set_up", sheet), {"capacity": "40", "level": "increment"})

    assert (answer.status_code, "Somebody else typed" in text(answer), wrong.status_code) == (422, True, 422)
    assert (content_of(Worksheet.objects.get()).sheet.number("capacity"), same.status_code) == (40, 302)
    assert Event.objects.filter(verb="worksheet.set_up").count() == 1


def test_merging_takes_what_only_one_changed():
    base, now = {"a": 1.0, "b": "x", "c": "y"}, {"a": 2.0, "b": "x", "c": "z"}

    assert merged(base, now, {"a": 1.0, "b": "new", "c": "other"}) == (
        {"a": 2.0, "b": "new", "c": "z"},
        ["c"],
    )


@pytest.mark.parametrize(("said", "number"), [("1", 1), ("7", 3), ("x", 3), ("", 3), ("0", 3)])
def test_the_version_that_was_seen_is_believed_only_if_there_was_one(said, number):
    assert seen_of({"seen": said}, Worksheet(number=3)) == number


def test_a_row_moves_on_the_board_and_up_and_away_and_undo_brings_all_back(as_, cast, sheet, to):
    ben = as_(cast.ben)
    ben.post(to("rows.move", sheet, "r1"), {"to": "C"})
    ben.post(to("rows.lift", sheet, "r2"))
    ben.post(to("rows.lift", sheet, "r2"))
    ben.post(to("rows.remove", sheet, "r3"))
    ben.post(to("rows.remove", sheet, "r3"))
    now = content_of(Worksheet.objects.get()).sheet.rows
    assert ([row.key for row in now[:3]], now[1].text("category")) == (["r2", "r1", "r4"], "C")

    for _time in range(3):
        assert ben.post(to("versions.undo", sheet)).status_code == 302
    again = ben.post(to("versions.undo", sheet))
    assert (again.status_code, "nothing left to undo" in text(again)) == (422, True)
    assert content_of(Worksheet.objects.get()).sheet == TOOLS["moscow"].example
    assert Version.objects.count() == 7


def test_moving_needs_a_board_a_part_and_a_row(cast, sheet):
    with pytest.raises(Refused, match="parts of the board"):
        rows.move(sheet, "r1", "Z", by=cast.ben)
    with pytest.raises(Refused, match="taken away meanwhile"):
        rows.move(sheet, "gone", "S", by=cast.ben)
    rows.move(sheet, "r1", "M", by=cast.ben)
    assert sheet.number == 1


def test_a_warning_is_dismissed_with_a_reason_and_called_back(as_, cast, sheet, to):
    ben = as_(cast.ben)
    ben.post(to("rows.change", sheet, "r1"), {**cells(sheet), "effort": "20"})
    dismiss = to("worksheets.dismiss", sheet, "too_much_must")
    assert "Enter your reason" in text(ben.post(dismiss, {"why": ""}))
    assert "Dismiss it" in text(ben.get(dismiss))
    ben.post(dismiss, {"why": "We have done this four times"})
    html = text(ben.get(to("worksheets.show", sheet)))
    assert ("1 warning dismissed" in html, "We have done this four times" in html) == (True, True)
    assert ben.post(to("worksheets.dismiss", sheet, "made_up"), {"why": "x"}).status_code == 422
    assert "This warning is gone" in text(ben.get(to("worksheets.dismiss", sheet, "made_up")))

    ben.post(to("worksheets.recall", sheet, "too_much_must"))
    ben.post(to("worksheets.recall", sheet, "too_much_must"))
    assert "warning dismissed" not in text(ben.get(to("worksheets.show", sheet)))
    verbs = Event.objects.filter(verb__contains="warning").values_list("verb", flat=True).order_by("pk")
    assert list(verbs) == ["worksheet.warning_dismissed", "worksheet.warning_recalled"]


def test_what_changes_nothing_is_no_version(cast, sheet):
    same = {**cells(sheet), "effort": 20}
    for _time in range(2):
        rows.change(sheet, "r1", same, by=cast.ben, seen=sheet.number)
        actions.dismiss(sheet, "too_much_must", "We know", by=cast.ben)

    assert (sheet.number, Event.objects.filter(verb="worksheet.row_changed").count()) == (3, 1)
    assert Event.objects.filter(verb="worksheet.warning_dismissed").count() == 1


def test_versions_are_named_compared_and_brought_back(as_, cast, sheet, to):
    ben = as_(cast.ben)
    assert ben.post(to("versions.show", sheet, 1), {"title": ""}).status_code == 422
    ben.post(to("versions.show", sheet, 1), {"title": "Before the review"})
    ben.post(to("rows.move", sheet, "r5"), {"to": "W"})
    ben.post(to("rows.remove", sheet, "r8"))
    ben.post(to("rows.add", sheet), ADDED)
    html = text(ben.get(to("versions.show", sheet, 1)))

    assert "Before the review" in text(ben.get(to("versions.index", sheet)))
    assert [
        part in html for part in ("Photo of damaged goods", "Offline mode", "Choose the colour", "What moved")
    ] == [True] * 4
    ben.post(to("versions.restore", sheet, 1))
    assert content_of(Worksheet.objects.get()).sheet == TOOLS["moscow"].example
    assert "Nothing is different" in text(ben.get(to("versions.show", sheet, 1)))
    assert ben.get(to("versions.show", sheet, 99)).status_code == 404


def test_comparing_tells_what_a_setting_changed():
    tool = TOOLS["moscow"]
    other = Sheet(tool.example.rows, {**tool.example.settings, "capacity": 60.0})

    found = between(tool, tool.example, other)
    assert [(one.before, one.after) for one in found.cells] == [("56", "60")]
    assert found.figures == (("Capacity left", "4", "8"),)


def test_it_is_shared_renamed_taken_back_and_removed(as_, cast, pair, to):
    mine = actions.start(TOOLS["rice"], by=cast.ben, title="Ideas")
    ben, ada = as_(cast.ben), as_(cast.ada)
    assert ada.get(to("worksheets.show", mine)).status_code == 404
    assert ben.post(to("worksheets.share", mine), {"mentorship": "none"}).status_code == 422
    assert ben.post(to("worksheets.rename", mine), {"title": ""}).status_code == 422
    ben.post(to("worksheets.share", mine), {"mentorship": pair.code})
    assert ada.get(to("worksheets.show", mine)).status_code == 200
    assert "Ideas" in text(ada.get(reverse("worksheets.index")))
    ada.post(to("worksheets.rename", mine), {"title": "Better ideas"})
    assert "Better ideas" in text(ben.get(to("worksheets.rename", mine)))
    ben.post(to("worksheets.unshare", mine))
    assert ada.get(to("worksheets.show", mine)).status_code == 404
    ben.post(to("worksheets.remove", mine))
    assert (Worksheet.objects.count(), Event.objects.filter(verb="worksheet.removed").count()) == (0, 1)


def test_what_is_written_is_unreadable_at_rest(sheet):
    row = Version.objects.values_list("content", flat=True).get()

    assert b"carrier contract" not in bytes(row)


def test_a_tool_that_is_gone_refuses_with_a_way_out(as_, cast, sheet, to):
    Worksheet.objects.update(tool="tarot")
    answer = as_(cast.ben).get(to("worksheets.show", sheet))

    assert (answer.status_code, "no longer here" in text(answer)) == (422, True)


def test_nothing_is_there_at_first(as_, cast, db):
    html = text(as_(cast.eve).get(reverse("worksheets.index")))

    assert ("No worksheets yet" in html, "Choose a tool" in html) == (True, True)


@pytest.mark.parametrize("key", TOOLS)
def test_every_tool_has_a_page_a_sheet_and_a_print(as_, cast, db, to, key):
    ben, tool = as_(cast.ben), TOOLS[key]
    made = actions.start(tool, by=cast.ben, title="Mine", sheet=tool.example)
    first = f"?row={tool.example.rows[0].key}"
    pages = [
        reverse("tools.show", args=[key]), reverse("tools.start", args=[key]), to("worksheets.show", made),
        to("worksheets.show", made) + first, to("worksheets.show", made) + "?board", to("worksheets.print", made),
    ]  # fmt: skip

    assert [ben.get(page).status_code for page in pages] == [200] * len(pages)
    assert str(tool.name) in text(ben.get(reverse("tools.index")))


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_costs_the_same_however_long(as_, cast, pair, count, django_assert_num_queries):
    for _time in range(count):
        actions.start(TOOLS["ice"], by=cast.ben, title="Mine", mentorship=pair)
    ada = as_(cast.ada)
    ada.get(reverse("worksheets.index"))
    with django_assert_num_queries(2):
        ada.get(reverse("worksheets.index"))


def test_links_follow_when_a_row_gets_another_name_and_nothing_added_is_no_version(cast, db):
    tree = TOOLS["opportunity-tree"]
    made = actions.start(tree, by=cast.ben, title="Tours", sheet=tree.example)
    assert rows.add(made, [], by=cast.ben) == ()
    rows.change(made, "r1", {"name": "Tours end on time"}, by=cast.ben, seen=1)

    assert {row.text("under") for row in content_of(made).sheet.rows[1:3]} == {"Tours end on time"}
    assert made.number == 2


def test_a_shared_sheet_rests_while_it_is_frozen_and_its_owner_takes_it_back(as_, cast, sheet, to):
    Mentorship.objects.update(state="frozen")
    ben, ada, page = as_(cast.ben), as_(cast.ada), to("worksheets.show", sheet)
    his, hers = text(ben.get(page)), text(ada.get(page))

    assert ["rests for now" in his, "Take it back" in his, "Add a row" in his] == [True, True, False]
    assert ["rests for now" in hers, "Take it back" in hers, "Add a row" in hers] == [True, False, False]
    answer = ben.post(to("rows.add", sheet), {"item": "Mine"})
    assert (answer.status_code, "take it back and go on alone" in text(answer)) == (422, True)
    ben.post(to("worksheets.unshare", sheet))
    alone = Worksheet.objects.get()
    rows.add(alone, [ADDED], by=cast.ben)
    assert (ada.get(page).status_code, alone.number) == (404, 2)


def test_who_ends_a_mentorship_ends_what_the_other_one_is_about_to_save(cast, sheet):
    Mentorship.objects.update(state="ended")  # after the page of the other one was asked for
    with pytest.raises(Forbidden):
        rows.add(sheet, [ADDED], by=cast.ada)


def test_while_a_mentorship_is_frozen_nobody_works_on_its_sheets(cast, pair, sheet):
    comment = comments.make(sheet, "Why a must?", by=cast.ada, row="r1")
    Mentorship.objects.update(state="frozen")
    first = sheet.versions.get()
    for press in (
        lambda: rows.add(sheet, [ADDED], by=cast.ben),
        lambda: actions.rename(sheet, "Another", by=cast.ben),
        lambda: comments.answer(comment, "Because", by=cast.ben),
        lambda: comments.resolve(comment, by=cast.ben),
        lambda: scoring.begin(sheet, by=cast.ada),
        lambda: versions.name(first, "First", by=cast.ben),
    ):
        with pytest.raises(Refused, match="frozen"):
            press()
    Mentorship.objects.update(state="ended")
    actions.rename(sheet, "My own again", by=cast.ben)
    alone = actions.start(TOOLS["moscow"], by=cast.ben, title="Alone")
    actions.rename(alone, "Mine", by=cast.ben)


def test_the_sentences_of_a_statement_stand_on_the_sheet_and_on_paper(as_, cast, pair):
    tool = TOOLS["positioning"]
    own = actions.start(tool, by=cast.ben, title="Me", sheet=tool.example, mentorship=pair)
    said = str(tool.example.settings["statement"])

    shown, paper = (
        text(as_(cast.ada).get(reverse(f"worksheets.{view}", args=[own.code]))) for view in ("show", "print")
    )
    assert said in shown.partition("Settings of this sheet")[0]
    assert said in paper


@pytest.fixture
def weighed(cast, pair):
    """A decision whose weights add up to 90."""
    rows = [Row(f"r{at}", {"criterion": f"C{at}", "weight": 30.0, "a": 3.0, "b": 4.0}) for at in (1, 2, 3)]
    return actions.start(
        TOOLS["career-matrix"], by=cast.ben, title="Where", sheet=Sheet(tuple(rows)), mentorship=pair
    )


def test_a_weight_changed_when_the_totals_are_known_stays_told_until_it_is_undone(as_, cast, weighed, to):
    ada, told = as_(cast.ada), "A weight was changed when the totals were known"
    ada.post(to("worksheets.mend", weighed, "not_100"))
    fine = text(ada.get(to("worksheets.show", weighed)))
    ada.post(to("rows.change", weighed, "r1"), {**cells(weighed), "weight": "60"})
    ada.post(to("rows.change", weighed, "r2"), {**cells(weighed, "r2"), "evidence": "Asked three of them"})
    changed = text(ada.get(to("worksheets.show", weighed)))
    for _step in range(2):
        ada.post(to("versions.undo", weighed))

    assert (told in fine, told in changed) == (False, True)
    assert told not in text(ada.get(to("worksheets.show", weighed)))


def test_weights_that_do_not_add_up_to_100_are_shown_and_made_to_only_when_asked(as_, cast, weighed, to):
    ada = as_(cast.ada)
    page, before = text(ada.get(to("worksheets.show", weighed))), content_of(weighed).sheet
    answer = ada.post(to("worksheets.mend", weighed, "not_100"), follow=True)
    after = [cells(weighed, key)["weight"] for key in ("r1", "r2", "r3")]
    ada.post(to("versions.undo", weighed))

    assert ("add up to 90, not to 100" in page, "Make them add up to 100" in page) == (True, True)
    assert (after, "C1: 30 → 33.4; C2: 30 → 33.3" in text(answer)) == ([33.4, 33.3, 33.3], True)
    assert "Make them add up" not in text(answer)
    assert content_of(Worksheet.objects.get(pk=weighed.pk)).sheet == before
    assert Event.objects.filter(verb="worksheet.mended", by=cast.ada).count() == 1


def test_only_who_works_on_it_mends_it_and_only_what_is_warned_of(as_, cast, weighed, to):
    address = to("worksheets.mend", weighed, "not_100")

    assert as_(cast.eve).post(address).status_code == 404
    with pytest.raises(Forbidden):
        actions.mend(weighed, "not_100", by=cast.eve)
    for key in ("tie", "gone"):
        with pytest.raises(Refused, match="gone already"):
            actions.mend(weighed, key, by=cast.ben)
    mentorships.end(weighed.mentorship, by=cast.ben)
    assert as_(cast.ada).post(address).status_code == 403
