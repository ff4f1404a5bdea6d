"""A career is brought along from LinkedIn's archive or a JSON Resume, and updated by a second import."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.people.careers.models import Position, Transition
from alongside.people.imports.models import Import
from alongside.people.profiles.models import Profile

POSITIONS = """Company Name,Title,Description,Location,Started On,Finished On
Paylark,Senior Product Manager,Led payouts,London,Mar 2021,
Klarbank,Software Engineer,"Built, and rebuilt",Berlin,Jan 2016,Feb 2021
"""
PROFILE = """First Name,Last Name,Birth Date,Headline,Summary
Ben,Okafor,May 5,Product manager for payouts,I like hard problems.
"""
SKILLS = "Name\nRoadmaps\nSQL\n"
LANGUAGES = "Name,Proficiency\nEnglish,Native\nGerman,Working\nKlingon,Some\n"


def archive(tables: dict[str, bytes | str], **more: object) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in tables.items():
            zipped.writestr(name, content)
    return packed.getvalue()


def linkedin(positions: str | bytes = POSITIONS) -> bytes:
    tables = {"Positions.csv": positions, "Profile.csv": PROFILE, "Skills.csv": SKILLS}
    return archive({**tables, "data/Languages.csv": LANGUAGES, "photo.jpg": b"\xff\xd8"})


def upload(browser, content: bytes, *, kind: str = "linkedin", name: str = "data.zip"):
    return browser.post(reverse("imports.index"), {"kind": kind, "file": SimpleUploadedFile(name, content)})


def apply_all(browser) -> None:
    brought = Import.objects.latest("pk")
    page = browser.get(reverse("imports.show", args=[brought.code])).content.decode()
    keys = [part.split('"')[0] for part in page.split('name="job" value="')[1:]]
    browser.post(reverse("imports.apply", args=[brought.code]), {"job": keys})


def test_an_archive_becomes_a_career_with_its_moves(as_, cast):
    browser = as_(cast.ben)
    upload(browser, linkedin())
    apply_all(browser)

    told = list(
        Position.objects.order_by("started").values_list("title", "company", "function", "level", "started")
    )
    profile = Profile.objects.get(person=cast.ben)
    assert told == [
        ("Software Engineer", "Klarbank", "engineering", None, dt.date(2016, 1, 1)),
        ("Senior Product Manager", "Paylark", "product", 3, dt.date(2021, 3, 1)),
    ]
    assert (profile.headline, profile.topics, profile.languages) == (
        "Product manager for payouts",
        ["Roadmaps", "SQL"],
        ["en", "de"],
    )
    assert ("engineer_to_pm", 2021) in set(Transition.objects.values_list("move", "year"))
    assert Event.objects.filter(verb="import.applied").count() == 1


def test_nothing_changes_before_it_is_applied(as_, cast):
    upload(as_(cast.ben), linkedin())

    assert (Position.objects.count(), Import.objects.count()) == (0, 1)


def test_a_second_import_updates_instead_of_doubling(as_, cast):
    browser = as_(cast.ben)
    upload(browser, linkedin())
    apply_all(browser)
    Position.objects.filter(company="Klarbank").update(function="data")
    upload(browser, linkedin(POSITIONS.replace("Led payouts", "Led payouts and refunds")))
    apply_all(browser)

    abouts = set(Position.objects.values_list("about", "function"))
    assert abouts == {("Led payouts and refunds", "product"), ("Built, and rebuilt", "data")}


def test_what_the_person_wrote_themself_stays(as_, cast):
    Profile.objects.create(person=cast.ben, headline="My own words", topics=["Pricing"])
    browser = as_(cast.ben)
    upload(browser, linkedin())
    apply_all(browser)

    profile = Profile.objects.get(person=cast.ben)
    assert (profile.headline, profile.topics) == ("My own words", ["Pricing", "Roadmaps", "SQL"])


def test_only_what_is_chosen_is_brought(as_, cast):
    browser = as_(cast.ben)
    upload(browser, linkedin())
    browser.post(reverse("imports.apply", args=[Import.objects.get().code]), {"job": []})

    assert Position.objects.count() == 0


def test_a_json_resume_becomes_a_career(as_, cast):
    resume = {
        "basics": {"label": "PM", "summary": "Curious"},
        "work": [
            {
                "name": "Paylark",
                "position": "Product Manager",
                "startDate": "2020-02-03",
                "highlights": ["One", "Two"],
            },
            {"company": "No title"},
            "nonsense",
        ],
        "languages": [{"language": "Deutsch"}],
        "skills": [{"name": "Discovery"}],
    }
    browser = as_(cast.ben)
    upload(browser, json.dumps(resume).encode(), kind="json_resume", name="resume.json")
    apply_all(browser)

    told = list(Position.objects.values_list("title", "company", "started", "about"))
    assert told == [("Product Manager", "Paylark", dt.date(2020, 2, 3), "• One\n• Two")]
    assert Profile.objects.get(person=cast.ben).languages == ["de"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_common_encoding_is_read(as_, cast, encoding):
    positions = POSITIONS.replace("Paylark", "Crédit Élysée")
    browser = as_(cast.ben)
    upload(browser, linkedin(positions.encode(encoding)))
    apply_all(browser)

    assert Position.objects.filter(company="Crédit Élysée").count() == 1


def bomb() -> bytes:
    return archive({"Positions.csv": b"Company Name,Title\n" + b"a" * 6_000_000})


def damaged() -> bytes:
    """An archive of which some bytes were lost on the way."""
    whole = archive({"Positions.csv": "Title,Company Name\n" + "Engineer,Paylark\n" * 50})
    return whole[:43] + b"\xff" * 12 + whole[55:]


def many_files() -> bytes:
    return archive({f"{n}.csv": "x" for n in range(2001)})


@pytest.mark.parametrize(
    ("content", "kind", "told"),
    [
        (b"", "linkedin", "The file is empty"),
        (b"not a zip at all", "linkedin", "not a zip archive that can be read"),
        (archive({"Other.csv": "a,b"}), "linkedin", "There is no Positions.csv"),
        (bomb(), "linkedin", "too large to be part of a career"),
        (many_files(), "linkedin", "too many files"),
        (b"x" * (20 * 1024 * 1024 + 1), "linkedin", "larger than 20 MB"),
        (b"{", "json_resume", "not a JSON file that can be read"),
        (b"[1, 2]", "json_resume", "it is no JSON Resume"),
        (b"[" * 100_000, "json_resume", "not a JSON file that can be read"),
        (linkedin(), "json_resume", "not a JSON file that can be read"),
        (b'{"basics":' + b"9" * 5000 + b"}", "json_resume", "not a JSON file that can be read"),
        (damaged(), "linkedin", "not a zip archive that can be read"),
    ],
    ids=[
        "empty",
        "no zip",
        "other zip",
        "bomb",
        "many",
        "huge",
        "broken",
        "list",
        "deep",
        "zip as json",
        "digits",
        "damaged",
    ],
)
def test_a_wrong_file_gets_a_clear_error(as_, cast, content, kind, told):
    answer = upload(as_(cast.ben), content, kind=kind)

    assert (answer.status_code, told in answer.content.decode(), Import.objects.count()) == (422, True, 0)


def test_formulas_and_scripts_stay_words(as_, cast):
    evil = POSITIONS.replace("Paylark", "=cmd|' /C calc'!A0").replace(
        "Led payouts", "<script>alert(1)</script>"
    )
    browser = as_(cast.ben)
    upload(browser, linkedin(evil))
    page = browser.get(reverse("imports.show", args=[Import.objects.get().code])).content.decode()

    assert ("=cmd|" in page, "<script>alert" in page) == (True, False)


def test_an_import_is_hidden_from_everybody_else(as_, cast):
    upload(as_(cast.ben), linkedin())
    code = Import.objects.get().code

    for name in ("show", "apply", "drop", "columns", "problems"):
        address = reverse(f"imports.{name}", args=[code])
        assert {as_(cast.eve).get(address).status_code, as_(cast.eve).post(address).status_code} <= {404, 405}


def test_an_import_is_applied_once(as_, cast):
    browser = as_(cast.ben)
    upload(browser, linkedin())
    apply_all(browser)
    again = browser.post(reverse("imports.apply", args=[Import.objects.get().code]), {"job": []})

    assert (again.status_code, "applied already" in again.content.decode()) == (422, True)


def test_an_import_can_be_thrown_away(as_, cast):
    browser = as_(cast.ben)
    upload(browser, linkedin())
    browser.post(reverse("imports.drop", args=[Import.objects.get().code]))

    assert (Import.objects.count(), Event.objects.filter(verb="import.dropped").count()) == (0, 1)
