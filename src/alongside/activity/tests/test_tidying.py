"""What has done its work is forgotten."""

from __future__ import annotations

import datetime as dt

from alongside.activity.mail.models import Letter
from alongside.activity.mail.send import write
from alongside.activity.once.models import Once
from alongside.activity.tidying import tidy, tidy_nightly
from alongside.kit.clock import now


def test_letters_stay_a_month_and_marks_two_days(db):
    write("ben@example.org", "Hello", "Hello")
    Once.objects.create(token="one", path="/")

    tidy_nightly(0)
    assert (Letter.objects.count(), Once.objects.count()) == (1, 1)
    tidy(at=now() + dt.timedelta(days=3))
    assert (Letter.objects.count(), Once.objects.count()) == (1, 0)
    tidy(at=now() + dt.timedelta(days=31))
    assert Letter.objects.count() == 0
