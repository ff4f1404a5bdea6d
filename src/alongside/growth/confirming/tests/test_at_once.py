"""A question that is taken back while it is answered: one of the two happens, never both."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from alongside.growth.confirming import actions as confirming
from alongside.growth.confirming.models import Confirmation
from alongside.growth.evidence import actions as evidence
from alongside.growth.evidence.models import Evidence
from alongside.growth.skills.models import Skill
from alongside.kit.clock import now
from alongside.kit.errors import Refused


def waits_for_somebody() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock')")
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_a_question_taken_back_while_it_is_answered_stays_taken_back(cast):
    told = {"level": 3, "title": "Planned", "text": "Said no", "link": "", "day": now().date()}
    item = evidence.keep(Skill.objects.get(key="B3", framework__is_default=True), told, by=cast.ben)
    asked = confirming.ask_a_colleague(item, "Kim", "kim@example.net", by=cast.ben)
    taken_back = threading.Event()

    def take_back() -> None:
        try:
            with transaction.atomic():
                confirming.withdraw(Confirmation.objects.get(), by=cast.ben)
                taken_back.set()
                for _ in range(200):
                    if waits_for_somebody():
                        break
                    time.sleep(0.01)
        finally:
            connection.close()

    def answer() -> bool:
        try:
            taken_back.wait(5)
            confirming.answer(asked, by=None, confirm=True, seen=Evidence.objects.get().facts, why="")
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(take_back)
        assert pool.submit(answer).result(20) is False
        first.result(20)

    kept = Confirmation.objects.get()
    assert (kept.answer, kept.withdrawn_at is None) == ("", False)
