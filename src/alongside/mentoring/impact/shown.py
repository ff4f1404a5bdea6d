"""The page of a mentor's impact."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from alongside.accounts.persons.models import Person
from alongside.kit import paper
from alongside.kit.clock import now
from alongside.mentoring.mentorships.models import Participant
from alongside.mentoring.pulse.statements import STATEMENTS

from . import queries, record
from .models import Certificate

NAMES: dict[str, StrOrPromise] = {
    "people": _("People mentored"),
    "meetings": _("Meetings held"),
    "hours": _("Hours together"),
    "advice": _("Pieces of advice"),
    "results": _("Of them with a result told"),
    "goals": _("Goals completed with you"),
    "reached": _("Of them as expected or better"),
    "introductions": _("Introductions made"),
    "adopted": _("Things learned from mentees and adopted"),
    "led": _("Pieces of evidence of leadership"),
}


def page_of(mentor: Person) -> dict[str, Any]:
    """Everything on the page."""
    impact = queries.impact_of(mentor)
    certificates = list(Certificate.objects.visible_to(mentor).order_by("-created_at"))
    return {
        "impact": impact,
        "figures": named(impact.figures),
        "themes": _themes(mentor),
        "certificates": certificates,
        "may_fetch_pdf": bool(certificates) and paper.engine() is not None,  # not loaded for nothing
    }


def named(figures: dict[str, int]) -> list[tuple[StrOrPromise, int]]:
    """The figures with their names, in their order."""
    return [(name, figures[key]) for key, name in NAMES.items() if key in figures]


def recorded(mentor: Person) -> dict[str, Any]:
    """The record in figures and words, for oneself and whomever one gives it to."""
    figures = named(queries.figures_of(mentor))
    return {"mentor": mentor, "figures": figures, "sections": record.sections(mentor), "on": now()}


def checked(certificate: Certificate) -> dict[str, Any]:
    """What whoever has the link sees."""
    address = settings.BASE_URL + reverse("impact.check", args=[certificate.code])
    return {"certificate": certificate, "figures": named(certificate.figures), "address": address}


def _themes(mentor: Person) -> list[tuple[StrOrPromise, float]] | None:
    means = queries.blind_themes(mentor, _quarter_start(now()))
    if means is None:
        return None
    statements = STATEMENTS[Participant.Side.MENTEE]
    return sorted(zip(statements, means, strict=True), key=lambda pair: -pair[1])


def _quarter_start(at: dt.datetime) -> dt.datetime:
    month = 3 * ((at.month - 1) // 3) + 1
    return at.replace(month=month, day=1, hour=0, minute=0, second=0, microsecond=0)
