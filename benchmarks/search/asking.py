"""The page of Find with a million mentors behind it, changes that it has to see, and the same ranking in SQL."""

from __future__ import annotations

import random
import re
import time
from typing import Any

from django.db import connection
from django.test import Client
from django.urls import reverse

from alongside.accounts.persons.models import Person
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now
from alongside.matching.briefs.models import Brief, BriefSkill
from alongside.matching.search.wide import view
from alongside.people.careers.words import Industry, Stage
from alongside.people.offers import actions as offers
from alongside.people.offers.models import Offer

from .loader import WORDS
from .page import timed

IN_SQL = """
select p.id, coalesce(sum(case when l.level >= 3 then 1000 else 0 end), 0) + 25 * (
    select 100 - sum(abs(a - b)) from unnest(f.values, array[0,1,-1,0,2,0,1,-2]) as v(a, b)) as fit
from accounts_person p join people_profile f on f.person_id = p.id join people_offer o on o.person_id = p.id
join people_position c on c.person_id = p.id
left join growth_skilllevel l on l.person_id = p.id and l.skill_id = any(%s)
where f.findable_by @> '{everyone}' and o.open and o.taken < o.capacity and c.industry = %s and f.languages && '{en}'
group by p.id, f.values order by fit desc limit 10
"""


def ask_pages(people: int) -> dict[str, Any]:
    """Pages with filters, with words, without anything; a change; SQL alone."""
    browser, brief = _reader(people)
    industries, stages = [v for v in Industry.values if v], [v for v in Stage.values if v]

    def get(query: str) -> str:
        answer = browser.get(f"{reverse('search.index')}?brief={brief.code}&{query}")
        assert answer.status_code == 200
        return answer.content.decode()

    def filtered(number: int) -> str:
        dice = random.Random(number)  # noqa: S311
        return get(f"industry={dice.choice(industries)}&stage={dice.choice(stages)}&open=on")

    found = {
        "first_page_ms": _once(lambda: get("")),
        "first_filtered_page_ms": _once(lambda: filtered(0)),
        "page": timed(filtered),
        "page_unfiltered": timed(lambda number: get(f"page={number % 20 + 1}"), 40),
        "page_words": timed(lambda number: get(f"words=person+{number}"), 40),
        "page_common_word": timed(lambda number: get(f"words={WORDS[number % len(WORDS)]}"), 20),
        "page_slip": timed(lambda number: get(f"words={WORDS[number % len(WORDS)][::-1][1:]}x"), 10),
    }
    return found | {"change_seen_ms": _change(get, filtered), "sql_alone": _sql(industries)}


def _reader(people: int) -> tuple[Client, Brief]:
    reader = Person.objects.get(pk=people // 2)
    brief = Brief.objects.create(
        person=reader, kind="skill", goal="Lead a release", languages=["en"], channels=["video"], helps=["ask"],
        values=[0, 1, -1, 0, 2, 0, 1, -2], industry="fintech", finished_at=now(), marks=0x123456789ABCDEF,
    )  # fmt: skip
    for place, skill in enumerate(default_skills()[:3]):
        BriefSkill.objects.create(brief=brief, skill=skill, priority=place + 1, target=4)
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(reader, backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser, brief


def _once(work: Any) -> float:  # Any: whatever is to be done
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def _change(get: Any, _filtered: Any) -> float:
    """Somebody who is shown stops; the next search is timed, and they are not in it."""
    code = re.findall(r"<h2><a href=\"[^\"]*/(\w{16})/", get(""))[0]
    offer = Offer.objects.select_related("person").get(person__code=code)
    offers.change(offer, by=offer.person, open=False)
    took = _once(lambda: get(""))
    kept = view.current(now().date())
    assert code not in get("")
    assert kept is not None
    assert offer.person_id in kept.changed
    return took


def _sql(industries: list[str]) -> dict[str, float]:
    skills = [skill.pk for skill in default_skills()[:3]]

    def ask(number: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute(IN_SQL, [skills, industries[number % len(industries)]])
            cursor.fetchall()

    return timed(ask, 5, warm=1)
