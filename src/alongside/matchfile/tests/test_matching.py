"""``alongside match``: two spreadsheets in, pairs and a report out; or every fault with its line, and nothing."""

import csv
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from alongside.config import cli
from alongside.matchfile import main
from alongside.matchfile.cells import sliders
from alongside.matchfile.tables import decoded, read

MENTEES = """\
E-mail,Goal skills,Values,Transition,Availability,Time zone,Language,Company,Not with
ben@x,B3:2>4; A1,1 0 -2 2 0 1 -1 ?,engineer_to_pm,Tue 17:00-19:00,Europe/Berlin,en,Acme,
=zoe@x,A1:1,,,Mon 09:00-12:00,UTC,en,Guild,
eve@x,C2:4,,,,,fr,Guild,ada@x
"""
MENTORS = """\
name;id;skills;values;transition;free;tz;languages;places;organisation;trained;replies
Ada;ada@x;B3:4,A1:5;1 0 -1 2 0 0 -1 1;engineer_to_pm (2015);Tue 16:00-18:00;Europe/London;en,de;1;Acme;yes;often
Dan;dan@x;A1:3;;;;;en;2;Guild;no;
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("mentees.csv").write_text(MENTEES, encoding="utf-8")
    Path("mentors.csv").write_text(MENTORS, encoding="utf-8")
    return tmp_path


def run(*words):
    return main([*map(str, words)])


def pairs(path="pairs.csv"):
    with Path(path).open(encoding="utf-8") as file:
        return list(csv.reader(file))


def test_two_files_become_pairs_with_reasons_a_report_and_an_audit(folder, capsys):
    done = run("mentees.csv", "mentors.csv", "--out", "pairs.csv", "--report", "r.html", "--json", "a.json",
               "--week", "2026-11-23", "--seed", 3)  # fmt: skip

    header, *rows = pairs()
    assert done == 0
    assert [row[:2] for row in rows] == [["ben@x", "ada@x"], ["'=zoe@x", "dan@x"], ["eve@x", ""]]
    ben = dict(zip(header, rows[0], strict=True))
    parts = ("goals", "values", "context", "logistics", "preferences", "readiness")
    assert round(sum(float(ben[part]) for part in parts), 2) == float(ben["fit"])
    assert "transition engineer to pm (2015)" in ben["reasons"]
    assert "2 mentors: no language in common" in rows[2][-1]
    report = Path("r.html").read_text(encoding="utf-8")
    assert report.count("<svg") >= 3
    assert "http" not in report.replace("http-equiv", "")
    audited = json.loads(Path("a.json").read_text(encoding="utf-8"))
    assert (audited["audit"]["matched"], audited["made_with"]["seed"], audited["made_with"]["week"]) == (
        2, 3, "2026-11-23")  # fmt: skip
    assert capsys.readouterr().out.startswith("2 of 3 mentees have a mentor")


def test_what_people_wrote_counts_when_a_column_holds_it_and_can_be_left_out(folder):
    Path("mentees.csv").write_text("id,about\nben,Learn to price software\n", encoding="utf-8")
    Path("mentors.csv").write_text(
        "id,bio\ndan,Cooks pasta\nada,I set prices of B2B software\n", encoding="utf-8"
    )
    context = {}
    for more in ((), ("--no-text",)):
        assert run("mentees.csv", "mentors.csv", "--out", "p.csv", "--json", "a.json", *more) == 0
        header, row = pairs("p.csv")
        context[more] = float(dict(zip(header, row, strict=True))["context"])
        assert json.loads(Path("a.json").read_text())["made_with"]["text"] == ("no" if more else "yes")
        assert more or row[1] == "ada"

    assert context[()] < context["--no-text",] == 15


def test_the_template_can_be_matched_at_once(folder, capsys):
    assert run("--template", "new") == run("new/mentees.csv", "new/mentors.csv", "--out", "p.csv") == 0
    assert pairs("p.csv")[1][:2] == ["ben@example.org", "ada@example.org"]
    assert run("--template", "new") == 2
    assert "is there already" in capsys.readouterr().err


def test_the_command_line_hands_its_words_on(folder):
    assert cli.main(["match", "--template", "there"]) == 0
    assert Path("there/mentees.csv").exists()


@pytest.mark.parametrize("aim", ["total", "worst-off", "stable"])
def test_every_aim_is_decided(folder, aim):
    assert run("mentees.csv", "mentors.csv", "--out", "pairs.csv", "--report", "r.html", "--aim", aim) == 0
    assert [row[1] for row in pairs()[1:]] == ["ada@x", "dan@x", ""]


def test_a_workbook_is_read_like_a_csv(folder):
    book = openpyxl.Workbook()
    for line in csv.reader(MENTEES.replace("=zoe", "zoe").splitlines()):
        book.active.append([float(cell) if cell.isdigit() else cell for cell in line])
    book.save("mentees.xlsx")

    assert run("mentees.xlsx", "mentors.csv", "--out", "pairs.csv") == 0
    assert len(pairs()) == 4


def test_weights_rules_and_mapped_columns_are_followed(folder):
    Path("w.toml").write_text("[weights]\ngoals = 60\nvalues = 0\n", encoding="utf-8")
    Path("r.csv").write_text(
        "rule,mentee,mentor,value\nnever,ben@x,ada@x\nmust,ben@x,dan@x\nwaive,,,not ahead\ninside at least,,,0\n"
        "inside at most,,,1\nseniority at least,,,-5\nfloor,,,1\nown organisation,,,\nwaive,,,other organisation\n"
        "one per team,,,\n",
        encoding="utf-8",
    )
    text = MENTEES.replace("Goal skills", "Wants")
    Path("mentees.csv").write_text(text, encoding="utf-8")
    rules = ("--rules", "r.csv", "--map", "Wants=goals")

    assert run("mentees.csv", "mentors.csv", "--out", "p.csv", "--weights", "w.toml", *rules) == 2
    Path("r.csv").write_text(
        "rule,mentee,mentor,value\nnever,ben@x,ada@x\nwaive,,,no hours\n", encoding="utf-8"
    )
    assert run("mentees.csv", "mentors.csv", "--out", "p.csv", "--weights", "w.toml", *rules) == 0
    assert [row[1] for row in pairs("p.csv")[1:]] == ["dan@x", "dan@x", ""]


WRONG_MENTEES = """\
id,goals,values,availability,time_zone,transition,cadence,reach,complete,mentors
a,B3;9,1 2,Mon 9-12,Mars/Base,,x,everywhere,maybe,-1
a,B3:2>9,1 2 3 4 5 6 7 8,Mon 12:00-09:00,,,,,,
,B3; B3,,Xxx 09:00-10:00,,,,,,
"""


def test_every_fault_is_named_with_its_line_and_nothing_is_written(folder, capsys):
    Path("mentees.csv").write_text(WRONG_MENTEES, encoding="utf-8")
    Path("mentors.csv").write_text("id,skills,replies,capacity\nx,B3,always,-2\n", encoding="utf-8")

    assert run("mentees.csv", "mentors.csv", "--out", "pairs.csv") == 2

    said = capsys.readouterr().err
    for words in ("mentees.csv, line 2: values: “1 2” is not eight", "line 2: availability: “Mon 9-12”",
                  "line 2: time_zone:", "line 2: cadence: “x” is not a whole number.", "line 2: reach: “everywhere”",
                  "line 2: complete: “maybe”", "line 2: A mentee cannot want fewer", "line 3: a is on line 2 already",
                  "line 3: goals: “B3:2>9”", "line 3: availability: “Mon 12:00-09:00” ends before",
                  "line 4: id is empty.", "line 4: The same goal skill", "line 4: availability: “Xxx",
                  "mentors.csv, line 2: skills: “B3” is not a skill", "line 2: replies: “always”",
                  "line 2: Places cannot be fewer", "Nothing was written."):  # fmt: skip
        assert words in said
    assert not Path("pairs.csv").exists()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("mentees.csv", b"", "The file is empty."),
        ("mentees.csv", b"a,b\n1,2\n", "No column says who a person is."),
        ("mentees.csv", b"id\n\x00\x01\n", "This is not a CSV file."),
        ("mentees.xlsx", b"not a workbook", "This is not an XLSX file."),
        ("gone.csv", None, "The file cannot be read"),
        ("mentees.csv", b'id,values\n"a' + b"x" * 200_000, "The line cannot be read"),
    ],
)
def test_a_file_that_is_no_table_is_refused_kindly(folder, capsys, name, content, words):
    if content is not None:
        Path(name).write_bytes(content)

    assert run(name, "mentors.csv", "--out", "pairs.csv") == 2
    assert words in capsys.readouterr().err


def test_a_file_that_is_too_large_is_not_opened(folder, capsys, monkeypatch):
    monkeypatch.setattr("alongside.matchfile.tables.LARGEST", 3)
    assert run("mentees.csv", "mentors.csv", "--out", "pairs.csv") == 2
    monkeypatch.setattr("alongside.matchfile.tables.LARGEST", 10**9)
    monkeypatch.setattr("alongside.matchfile.tables.UNPACKED", 3)
    with zipfile.ZipFile("bomb.xlsx", "w") as bomb:
        bomb.writestr("a", "x" * 10_000)
    assert run("bomb.xlsx", "mentors.csv", "--out", "pairs.csv") == 2
    assert "unpacks to more" in capsys.readouterr().err


def test_fifty_faults_are_shown_and_the_rest_counted(folder, capsys):
    Path("mentees.csv").write_text("id\n" + "a\n" * 60, encoding="utf-8")

    run("mentees.csv", "mentors.csv", "--out", "pairs.csv")

    assert "… and 9 more" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("w.toml", "goals = 99", "goals is 99; it may be 15 to 70"),
        ("w.toml", "luck = 3", "under these names only"),
        ("w.toml", "= =", "This is not TOML"),
        ("gone.toml", None, "The file cannot be read"),
        ("r.csv", "a,b\n1,2", "The columns are rule, mentee, mentor, value."),
        ("r.csv", "rule,mentee,mentor,value\nluck,,,\n", "line 2: “luck” is not a rule."),
        ("r.csv", "rule,mentee,mentor,value\nmust,a,,\n", "line 2: must needs a mentee and a mentor."),
        ("r.csv", "rule,mentee,mentor,value\nwaive,,,rain\n", "“rain” is not a gate."),
        ("r.csv", "rule,mentee,mentor,value\nfloor,,,x\n", "floor needs a number"),
        ("r.csv", "rule,mentee,mentor,value\ninside at least,,,2\n", "from 0 to 1"),
        ("r.csv", "rule,mentee,mentor,value\nmust,eve@x,ada@x,\n", "eve@x and ada@x must be a pair, but"),
    ],
)
def test_weights_and_rules_that_cannot_be_are_refused(folder, capsys, file, content, words):
    if content is not None:
        Path(file).write_text(content, encoding="utf-8")
    option = "--weights" if file.endswith("toml") else "--rules"

    assert run("mentees.csv", "mentors.csv", "--out", "pairs.csv", option, file) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("rule", "aim"),
    [("one per team,,,", "stable"), ("must,ben@x,ada@x,", "stable"), ("inside at least,,,0.1", "worst-off")],
)
def test_aims_that_do_not_go_with_a_rule_say_so(folder, capsys, rule, aim):
    Path("r.csv").write_text(f"rule,mentee,mentor,value\n{rule}\n", encoding="utf-8")

    assert run("mentees.csv", "mentors.csv", "--out", "p.csv", "--rules", "r.csv", "--aim", aim) == 2
    assert "Nothing was written." in capsys.readouterr().err


@pytest.mark.parametrize(
    "scores",
    [
        "who,ada,dan\nben,9,8\nzoe,9,1\neve,,\n",
        "mentee,mentor,score\nben,ada,9\nben,dan,8\nzoe,ada,9\nzoe,dan,1\neve,ada,-1\n",
    ],
)
def test_any_scores_can_be_matched(folder, scores):
    Path("s.csv").write_text(scores, encoding="utf-8")
    Path("c.csv").write_text("mentor,capacity\nada,1\ndan,2\n", encoding="utf-8")

    words = (
        "--scores",
        "s.csv",
        "--capacity",
        "c.csv",
        "--out",
        "pairs.csv",
        "--floor",
        "0",
        "--report",
        "r.html",
    )
    assert run(*words) == run(*words, "--aim", "worst-off") == 0
    assert pairs()[1:] == [["ben", "dan", "8"], ["zoe", "ada", "9"], ["eve", "", ""]]


@pytest.mark.parametrize(
    ("scores", "capacity", "words"),
    [
        ("w,ada\nben,x\n", "", "line 2: “x” is not a number."),
        ("w,ada\nben,nan\n", "", "is not a number"),
        ("w,ada,ada\nben,1,2\n", "", "ada is there twice."),
        ("w,ada,\nben,1,2\n", "", "A name is missing."),
        ("w,ada\nben,1,2\n", "", "more cells than there are mentors"),
        ("mentee,mentor,score\nben,,1\n", "", "A mentee or a mentor is missing."),
        ("mentee,mentor,score\nb,a,1\nb,a,2\n", "", "line 3: b and a have a score already."),
        ("w,ada\nben,1\n", "m,c\ndan,1\n", "dan is not among the mentors."),
        ("w,ada\nben,1\n", "m,c\nada,-1\n", "Places cannot be fewer"),
        ("w,ada\nben,1\n", "m,c\nada,\n", "is not a whole number"),
    ],
)
def test_scores_that_cannot_be_read_are_refused_by_line(folder, capsys, scores, capacity, words):
    Path("s.csv").write_text(scores, encoding="utf-8")
    Path("c.csv").write_text(capacity, encoding="utf-8")

    assert run("--scores", "s.csv", "--out", "p.csv", *(["--capacity", "c.csv"] if capacity else [])) == 2
    assert words in capsys.readouterr().err
    assert run("--scores", "s.csv", "--out", "p.csv", "--aim", "stable") == 2


def test_ranked_lists_with_ties_make_a_stable_matching(folder, capsys):
    Path("a.csv").write_text("name,1,2\nben,ada = dan,\nzoe,ada,dan\neve,,\n", encoding="utf-8")
    Path("b.csv").write_text("name,places,1,2\nada,1,zoe,ben\ndan,,ben,\n", encoding="utf-8")

    assert (
        run("--rankings", "a.csv", "b.csv", "--out", "pairs.csv", "--report", "r.html", "--json", "a.json")
        == 0
    )
    assert pairs()[1:] == [["ben", "dan", "1", "1"], ["zoe", "ada", "1", "1"], ["eve", "", "", ""]]
    assert "0 pairs would rather" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("mine", "words"),
    [("n,1\nben,eve\n", "eve is not in the other file."), ("n,1,2\nben,ada,ada\n", "Somebody is ranked twice."),
     ("n,places,1\nben,two,ada\n", "“two” is not a number of places."),
     ("n,1\nben,ada\nben,ada\n", "ben is there twice.")],
)  # fmt: skip
def test_ranked_lists_that_cannot_be_meant_are_refused(folder, capsys, mine, words):
    Path("a.csv").write_text(mine, encoding="utf-8")
    Path("b.csv").write_text("n,1\nada,ben\n", encoding="utf-8")

    assert run("--rankings", "a.csv", "b.csv", "--out", "p.csv") == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["a.csv", "b.csv"],
        ["--scores", "s.csv", "a.csv", "--out", "p"],
        ["a", "b", "--out", "p", "--map", "x"],
    ],
)
def test_words_that_do_not_go_together_are_explained(words, capsys):
    with pytest.raises(SystemExit) as stopped:
        run(*words)

    assert stopped.value.code == 2


def test_a_place_that_cannot_be_written_is_said(folder, capsys):
    assert run("mentees.csv", "mentors.csv", "--out", "no/where/pairs.csv") == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_same_input_gives_the_same_files(folder):
    words = ("mentees.csv", "mentors.csv", "--report", "r.html", "--week", "2026-11-23", "--out")
    run(*words, "one.csv")
    first = Path("r.html").read_bytes()
    run(*words, "two.csv")

    assert Path("one.csv").read_bytes() == Path("two.csv").read_bytes()
    assert Path("r.html").read_bytes() == first


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_is_read(encoding):
    assert decoded("Zoë; Ünal".encode(encoding)) == "Zoë; Ünal"


def test_wishes_are_read_as_typed_and_lines_are_counted_in_the_file(tmp_path):
    assert sliders("1,0,-2,2,0,1,-1,?") == (1, 0, -2, 2, 0, 1, -1, None)
    (tmp_path / "quoted.csv").write_text('id\n"a\nb"\nc\n', encoding="utf-8")
    assert [row.line for row in read(tmp_path / "quoted.csv").rows] == [2, 4]
