"""A million people with profiles, offers, levels and weeks into PostgreSQL by COPY: always the same, in minutes."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection, models

from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import SkillLevel
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now
from alongside.matching.imprints.models import Imprint
from alongside.people.availability.models import Window
from alongside.people.careers.models import Position, Transition
from alongside.people.careers.words import Industry, Move, ProductType, Size, Stage
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile
from alongside.vault.keys.keyring import make_key

COMPANIES, LEVELS = 500, 4
FINDABLE = ("{companies}", "{companies,communities}", "{everyone}", "{everyone}")
WORDS = (
    "pricing", "discovery", "onboarding", "platform", "payments", "growth", "retention", "roadmap", "strategy",
    "analytics", "research", "hiring", "launch", "mobile", "marketplace", "logistics", "insurance", "education",
    "climate", "robotics", "accessibility", "privacy",
)  # fmt: skip
Given = dict[str, Callable[[int], object]]


def load(size: int) -> None:
    """Fill the tables; ids go from 1 to ``size`` in every table but the levels."""
    dice, key = random.Random(1), make_key()  # noqa: S311 - the same crowd each time
    companies = [
        Organisation.objects.create(name=f"Company {n}", kind="company").pk for n in range(COMPANIES)
    ]
    skills = [skill.pk for skill in default_skills()]
    moment = now()
    person = Person(key=key, agreed_conduct_at=moment, agreed_conduct_version="1", password="!")  # noqa: S106 - nobody signs in
    _trust_what_refers()
    _copy(person, size, {"email": lambda n: f"p{n}@example.org", "name": lambda n: f"Person {n}"})
    _copy(Membership(), size, {"person_id": int, "organisation_id": lambda n: companies[n % COMPANIES]})
    _copy(Profile(channels=["video", "mail"], topics=["discovery"]), size, _profile(dice))
    _copy(Offer(formats=["long", "flash"], helps=["listen", "ask", "review"], cadences=[14, 28]), size,
          {"person_id": int, "capacity": lambda _: 4, "taken": lambda _: dice.randint(0, 4)})  # fmt: skip
    _copy(Position(title="Product manager", started=dt.date(2018, 3, 1)), size, _position(dice))
    _copy(Transition(stated=True, year=2019), size, {"person_id": int, "move": _one_of(Move, dice)})
    _copy(SkillLevel(changed_at=moment), size * LEVELS, {
        "person_id": lambda n: (n - 1) // LEVELS + 1, "level": lambda _: dice.randint(1, 5),
        "skill_id": lambda n: skills[(n * 7 + (n - 1) // LEVELS * 3) % len(skills)],
    })  # fmt: skip
    _copy(Window(starts=dt.time(9), ends=dt.time(12)), size,
          {"person_id": int, "weekday": lambda _: dice.randrange(5)})  # fmt: skip
    _copy(Imprint(), size, {"person_id": int, "marks": lambda _: dice.getrandbits(63)})
    with connection.cursor() as cursor:
        cursor.execute("analyze")


def _trust_what_refers() -> None:
    """Take the foreign keys away: this instance is thrown away, and every row is there."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select conrelid::regclass, conname from pg_constraint where contype = 'f' and conrelid::regclass::text "
            "~ '^(accounts_(person|membership)|people_|growth_skilllevel|matching_imprint)'"
        )
        for table, name in cursor.fetchall():
            cursor.execute(f'alter table {table} drop constraint "{name}"')


def _profile(dice: random.Random) -> Given:
    def words(number: int) -> str:
        return f"Person {number} {' '.join(dice.sample(WORDS, 3))}"

    return {
        "person_id": int, "findable_by": lambda _: dice.choice(FINDABLE), "words": words,
        "languages": lambda _: "{" + ",".join(dice.sample(["en", "de", "fr", "es", "it"], 2)) + "}",
        "values": lambda _: "{" + ",".join(str(dice.randint(-2, 2)) for _ in range(8)) + "}",
    }  # fmt: skip


def _position(dice: random.Random) -> Given:
    kinds = {"industry": Industry, "stage": Stage, "product_type": ProductType, "size": Size}
    chosen: Given = {name: _one_of(kind, dice) for name, kind in kinds.items()}
    return {"person_id": int, "company": lambda n: f"Maker {n % 400}", **chosen}


def _one_of(kind: Any, dice: random.Random) -> Callable[[int], object]:  # Any: choices of some column
    values = [value for value in kind.values if value]
    return lambda _: dice.choice(values)


def _copy(one: models.Model, size: int, given: Given) -> None:
    """Rows like ``one`` but for what is given; codes tell the table and the row."""
    fields = [field for field in one._meta.concrete_fields if not field.generated]
    letter = one._meta.model_name[:1] if one._meta.model_name else "x"
    own: Given = {"id": int, "code": lambda n: f"{letter}{n:015d}", **given}
    plain = [None if field.attname in own else _text(field, one) for field in fields]
    makers = [own.get(field.attname) for field in fields]
    names = ", ".join(f'"{field.column}"' for field in fields)
    table = one._meta.db_table

    def rows() -> Iterable[str]:
        for number in range(1, size + 1):
            yield (
                "\t".join(
                    str(make(number)) if make else text or ""
                    for make, text in zip(makers, plain, strict=True)
                )
                + "\n"
            )

    connection.ensure_connection()
    with connection.connection.cursor() as cursor, cursor.copy(f"copy {table} ({names}) from stdin") as copy:
        chunk: list[str] = []
        for row in rows():
            chunk.append(row)
            if len(chunk) == 10_000:
                copy.write("".join(chunk))
                chunk.clear()
        copy.write("".join(chunk))
    with connection.cursor() as cursor:
        cursor.execute(f"select setval(pg_get_serial_sequence('{table}', 'id'), {size + 1})")


def _text(field: Any, one: models.Model) -> str:  # Any: a column of any kind
    value = field.get_db_prep_save(getattr(one, field.attname), connection)
    if value is None:
        return "\\N"
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, list):
        return "{" + ",".join(str(item) for item in value) + "}"
    return str(getattr(value, "obj", value))
