"""Write before the first meeting."""

from __future__ import annotations

import json
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship

from . import rules
from .models import CommonGround
from .queries import of_mentorship


@transaction.atomic
def write(mentorship: Mentorship, *, by: Person, texts: dict[str, Any]) -> CommonGround:
    """Write it, or change it until everybody has written; then all read each other."""
    require(rules.can_write_common_ground(by, mentorship))
    mentorship.hold()  # the last two to write see each other
    before = of_mentorship(mentorship)
    if before.is_complete:
        raise Refused(_("Everybody has written, so what you read from each other stays as it is."))
    earlier = before.of(by)
    ground = earlier or CommonGround(mentorship=mentorship, person=by)
    ground.texts = json.dumps(texts)
    ground.save()
    verb = "completed" if of_mentorship(mentorship).is_complete else "written"
    record(f"common_ground.{verb}", by=by, about=mentorship, again=earlier is not None)
    return ground
