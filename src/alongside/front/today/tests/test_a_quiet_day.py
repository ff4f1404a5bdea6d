"""Where nothing waits for anybody, Today says what to begin with."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(("who", "invites"), [("cleo", True), ("dev", True), ("ben", False)])
def test_whoever_runs_the_organisation_may_invite_people_on_a_quiet_day(as_, cast, who, invites):
    html = as_(getattr(cast, who)).get("/today/").text

    assert ("A quiet day" in html, "Invite people" in html) == (True, invites)
