"""A framework in and out as a file: previewed, every mistake by its line, nothing kept when wrong."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.growth.frameworks import actions, reading, writing
from alongside.growth.skills.models import Framework, Skill
from alongside.growth.skills.queries import skills_of
from alongside.kit.errors import Forbidden, Refused

HEAD = {"name": "Ladder", "version": "2", "licence": "CC0"}
CSV = """area_key,area,key,skill,tools,level 1: Low,level 2: High,target: PM,target: Lead
A,Craft,A1,Sums,rice moscow,Adds,"Multi,
plies",1,2
B,People,B1,Words,,'=Reads,Writes,,2
A,Craft,A2,Maps,,Draws,Leads,2,2
"""


def problems(text, **head):
    return [(one.line, one.text) for one in reading.read(text, **(HEAD | head)).problems]


def test_a_framework_goes_out_and_comes_back_the_same(db):
    for framework in Framework.objects.all():
        skills = skills_of(framework)
        back = reading.read(writing.as_json(framework, skills))
        table = reading.read(writing.as_csv(framework, skills), **HEAD)

        kept = [{name: getattr(one, name) for name in back.rows()[0]} for one in skills]
        assert (back.problems, table.problems) == ([], [])
        assert back.rows() == table.rows() == kept
        assert (back.levels, back.roles, back.licence) == (
            framework.levels,
            framework.roles,
            framework.licence,
        )
        assert [one["name"] for one in table.levels] == [one["name"] for one in framework.levels]


def test_a_table_is_read_row_by_row_with_its_areas_together():
    draft = reading.read("\ufeff" + CSV, **HEAD)

    assert draft.problems == []
    assert [row["key"] for row in draft.rows()] == ["A1", "A2", "B1"]
    assert draft.rows()[0] | {"place": 0} == {
        "key": "A1", "area_key": "A", "area": "Craft", "name": "Sums", "descriptors": ["Adds", "Multi, plies"],
        "role_targets": {"PM": 1, "Lead": 2}, "tools": ["rice", "moscow"], "place": 0, "maps_to": {},
    }  # fmt: skip
    assert draft.rows()[2]["descriptors"] == ["=Reads", "Writes"]
    assert draft.rows()[2]["role_targets"] == {"Lead": 2}


@pytest.mark.parametrize(
    ("old", "new", "line", "text"),
    [
        ("B,People,B1", "B,People,A1", 4, "There is a skill “A1” already"),
        ("B,People,B1", ",People,B1", 4, "“area_key” is missing"),
        ("B,People,B1", "B,People,B 1/", 4, "is made of letters"),
        ("B,People,B1", "B,People,B12345678", 4, "must be 8 characters or less"),
        ("A,Craft,A2", "A,Crafts,A2", 5, "is called “Craft” above"),
        ("Draws,Leads,2,2", "Draws,Leads,3,2", 5, "level from 1 to 2, not “3”"),
        ("Draws,Leads,2,2", "Draws,Leads,²,2", 5, "level from 1 to 2, not"),
        ("Draws,Leads,2,2", "Draws", 5, "Describe each level"),
        (",rice moscow,", "," + " t" * 13 + ",", 2, "at most 12 tools"),
        ("level 2: High,", "note,", 1, "2 to 9 levels"),
        ("level 2: High", "level 2:", 1, "Name each level"),
        ("target: Lead", "target: " + "x" * 41, 1, "40 characters"),
        ("area_key,area", "areakey,area", 1, "no column “area_key”"),
        ('"Multi,\nplies"', '"Multi"plies', 2, "not CSV"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_table_is_told_with_its_line(old, new, line, text):
    found = problems(CSV.replace(old, new))

    assert [at for at, said in found if text in said] == [line], found


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ({"name": ""}, "Enter the name"),
        ({"version": ""}, "Enter its version"),
        ({"licence": ""}, "Enter its licence"),
        ({"version": "1" * 21}, "version is too long"),
        ({"attribution": "x" * 501}, "500 characters"),
    ],
)
def test_a_framework_has_a_name_a_version_and_a_licence(head, text):
    assert [text in said for _line, said in problems(CSV, **head)] == [True]


def _json(change):
    document = {
        "levels": [{"name": "Low"}, {"name": "High"}], "roles": ["PM"],
        "areas": [{"id": "A", "name": "Craft", "skills": [
            {"id": "A1", "name": "Sums", "levels": ["Adds", "Multiplies"], "role_targets": {"PM": 1}},
            {"id": "A2", "name": "Maps", "levels": ["Draws", "Leads"], "role_targets": {"PM": 2}}]}],
    }  # fmt: skip
    change(document, document["areas"][0]["skills"][1])
    return json.dumps(document, indent=1)


@pytest.mark.parametrize(
    ("change", "where", "text"),
    [
        (lambda _all, one: one.update(levels=["Draws"]), '"A2"', "Describe 2 levels; there are 1"),
        (lambda _all, one: one.update(role_targets={"King": 2}), '"A2"', "“King” is not one of the roles"),
        (lambda _all, one: one.update(role_targets={"PM": True}), '"A2"', "level from 1 to 2"),
        (lambda _all, one: one.update(role_targets=[1], name=7, tools=3), '"A2"', "“skill” is missing"),
        (lambda _all, one: one.update(id=None), "{", "“key” is missing"),
        (lambda all, _one: all.update(areas={"id": "A"}), "{", "1 to 120 skills"),
        (lambda all, _one: all.update(levels=[1, 2]), "{", "2 to 9 levels"),
        (lambda all, _one: all.update(roles=["PM", "PM"]), "{", "Name each role once"),
    ],
)  # fmt: skip
def test_a_mistake_in_json_is_told_with_its_line(change, where, text):
    document = _json(change)
    line = document[: document.index(where)].count("\n") + 1

    found = problems(document)

    assert [at for at, said in found if text in said] == [line], found


@pytest.mark.parametrize(
    "text", ["{", '{"a": 1,\n]', "{" * 9, '{"a": ' + "[" * 100_000, '{"a": ' + "1" * 5000 + "}"]
)
def test_what_is_no_json_says_so(text):
    assert "This is not JSON" in problems(text)[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "area_key,area,key,skill\n" + "A,Area,A1,Skill\n" * 9000,
        json.dumps({"areas": [{"skills": [{"id": f"s{number}"} for number in range(9000)]}]}),
    ],
    ids=["csv", "json"],
)
def test_of_a_file_of_thousands_only_so_much_is_read_as_shows_that_it_is_too_long(text):
    draft = reading.read(text)

    assert len(draft.lines) == reading.ENOUGH
    assert "A framework has 1 to 120 skills" in [one.text for one in draft.problems]


def test_an_empty_file_is_no_framework():
    assert len(problems("")) == 4


def test_characters_that_no_database_keeps_are_left_out(cast):
    text = _json(lambda _all, one: one.update(name="Ma\x00ps\ud800")).replace(
        "Sums", "<script>alert(1)</script>"
    )
    made = actions.take_in(reading.read(text, **HEAD), cast.northwind, by=cast.cleo)

    assert set(made.skills.values_list("name", flat=True)) == {"<script>alert(1)</script>", "Maps"}


def test_a_coordinator_looks_at_a_file_and_then_takes_it(as_, cast):
    browser = as_(cast.cleo)
    file = SimpleUploadedFile("ladder.csv", CSV.encode())

    looked = browser.post(reverse("frameworks.bring"), HEAD | {"file": file})
    assert (looked.status_code, Framework.objects.count()) == (200, 2)
    assert "3 skills, 2 levels, 2 roles" in looked.text

    answer = browser.post(reverse("frameworks.take_in"), {"document": looked.context["document"]})

    made = Framework.objects.get(name="Ladder")
    assert answer.url == reverse("frameworks.show", args=[made.code])
    assert (made.organisation, made.is_default, made.skills.count()) == (cast.northwind, False, 3)
    assert Event.objects.get(verb="framework.taken_in").details["skills"] == 3
    for way, kind in (("json", "application/json"), ("csv", "text/csv")):
        out = as_(cast.ben).get(reverse("frameworks.export", args=[made.code, way]))
        assert out.headers["Content-Type"].startswith(kind)
        assert "Multi, plies" in out.text
    assert browser.get(reverse("frameworks.export", args=[made.code, "xml"])).status_code == 404

    again = browser.post(reverse("frameworks.take_in"), {"document": looked.context["document"]})
    assert (again.status_code, "another version" in again.text) == (422, True)


def test_a_wrong_file_keeps_nothing_and_says_which_lines(as_, cast):
    browser = as_(cast.cleo)
    wrong = SimpleUploadedFile("ladder.csv", CSV.replace("Draws,Leads,2,2", "Draws,Leads,9,9").encode())

    answer = browser.post(reverse("frameworks.bring"), HEAD | {"file": wrong})

    assert answer.status_code == 422
    assert "Line 5: The target of PM is a level from 1 to 2" in answer.text
    assert 'value="Ladder"' in answer.text, "what was typed is kept"
    for content, text in ((b"\xff\xfe\x00", "UTF-8"), (b"x" * 300_001, "300 kB"), (b"", "no column")):
        file = SimpleUploadedFile("ladder.csv", content)
        assert text in browser.post(reverse("frameworks.bring"), HEAD | {"file": file}).text
    assert browser.post(reverse("frameworks.take_in"), {}).status_code == 422
    assert browser.post(reverse("frameworks.take_in"), {"document": "{}"}).status_code == 422
    assert (Framework.objects.count(), Skill.objects.count()) == (2, 33)


def test_only_who_runs_the_organisation_brings_a_framework(as_, cast):
    draft = reading.read(CSV, **HEAD)

    assert as_(cast.ben).get(reverse("frameworks.bring")).status_code == 404
    assert as_(cast.ben).post(reverse("frameworks.take_in"), {"document": "{}"}).status_code == 404
    with pytest.raises(Forbidden):
        actions.take_in(draft, cast.northwind, by=cast.ben)
    with pytest.raises(Forbidden):
        actions.take_in(draft, None, by=cast.ben)
    with pytest.raises(Refused, match="Mend"):
        actions.take_in(reading.read("{}"), cast.northwind, by=cast.cleo)


def test_the_names_in_other_frameworks_go_out_and_come_back(db):
    framework = Framework.objects.get(is_default=True)
    skills = skills_of(framework)

    assert skills[0].maps_to["uk_government_capability"] == "User focus"
    for text in (writing.as_json(framework, skills), writing.as_csv(framework, skills)):
        assert "User focus" in text
        assert [row["maps_to"] for row in reading.read(text, **HEAD).rows()] == [
            one.maps_to for one in skills
        ]


@pytest.mark.parametrize("wrong", [{"UK": "x" * 121}, {"": "x"}, {str(at): "x" for at in range(13)}])
def test_a_name_in_another_framework_has_its_bounds(wrong):
    text = _json(lambda _all, one: one.update(maps_to=wrong))

    assert [said for _at, said in problems(text) if "120 characters" in said]
    assert problems(_json(lambda _all, one: one.update(maps_to=["no object"]))) == []
