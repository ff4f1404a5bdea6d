"""Ask colleagues by a mailed link, answer, close the round, and show it to the others."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.accounts.persons.queries import mailbox_of, mailboxes_of
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.codes import new_token
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship

from . import rules
from .letters import write_to_the_colleague
from .models import FEWEST, Sounding, SoundingLink, Voice, digest_of_address
from .queries import digest_of, of_person

LASTS = dt.timedelta(days=21)
MOST = 8
MOST_TO_ONE_ADDRESS = 4
"""Letters to one address in 90 days, whoever asks: nobody's mailbox is flooded from here."""
QUIET = dt.timedelta(days=90)
Colleagues = Sequence[tuple[str, str]]
"""Names and addresses."""


@transaction.atomic
def ask(mentorship: Mentorship, *, by: Person, colleagues: Colleagues, question: str = "") -> Sounding:
    """Write to three to eight colleagues: the first time before, the second time after."""
    require(rules.can_ask_colleagues(by, mentorship))
    mentorship.hold()
    Person.objects.select_for_update().get(pk=by.pk)  # two rounds at once see each other
    moment = _next_moment(of_person(mentorship, by))
    _refuse_colleagues(mentorship, colleagues)
    sounding = Sounding(mentorship=mentorship, person=by, moment=moment, closes_at=now() + LASTS)
    sounding.question = question
    sounding.save()
    for name, email in colleagues:
        _send(sounding, name, email.lower())
    record("sounding.asked", by=by, about=sounding, moment=moment, colleagues=len(colleagues))
    return sounding


@transaction.atomic
def withdraw(link: SoundingLink, *, by: Person) -> None:
    """Take a link back. It says the same whether it was answered or not: an answer given stays."""
    require(rules.can_withdraw_link(by, link))
    if _locked(link.sounding).is_closed:
        raise Refused(_("This round is over. Its links lead nowhere any more."))
    if not SoundingLink.objects.filter(pk=link.pk, withdrawn_at=None).update(withdrawn_at=now()):
        raise Refused(_("This link has been taken back already."))
    record("sounding.link_withdrawn", by=by, about=link.sounding)


@transaction.atomic
def answer(link: SoundingLink, *, by: Person | None, said: dict[str, Any]) -> None:
    """A colleague's answer, once; when nobody is left to answer, the round is over."""
    require(rules.can_answer_link(by, link))
    link.sounding.mentorship.hold_from_outside()
    sounding = _locked(link.sounding)
    if not SoundingLink.objects.open().filter(pk=link.pk).update(used=True):
        raise Refused(_("This link has been used, or its time is over."))
    voice = Voice(sounding=sounding, created_at=sounding.created_at)
    voice.said = json.dumps(said)
    voice.save()
    record("sounding.answered", by=None, about=sounding)  # not even the log knows who it was
    if not SoundingLink.objects.open().filter(sounding=sounding).exists():
        close(sounding, by=None)


@transaction.atomic
def close(sounding: Sounding, *, by: Person | None) -> None:
    """End the round: its links stop, and what was said can be read."""
    require(rules.can_close_sounding(by, sounding))
    sounding = _locked(sounding)
    if sounding.is_closed:
        raise Refused(_("This round is over already."))
    sounding.closed_at = now()
    sounding.save(update_fields=["closed_at"])
    record("sounding.closed", by=by, about=sounding)


@transaction.atomic
def share(sounding: Sounding, *, by: Person) -> None:
    """Let the others in the mentorship read what colleagues said, from now on."""
    require(rules.can_share_sounding(by, sounding))
    sounding.mentorship.hold()
    if not sounding.is_closed:
        raise Refused(_("This round is not over yet. You can show it when it is."))
    if not Sounding.objects.filter(pk=sounding.pk, shared_at=None).update(shared_at=now()):
        raise Refused(_("You have shown it already."))
    record("sounding.shared", by=by, about=sounding)


def _locked(sounding: Sounding) -> Sounding:
    """As it stands now: of an answer and a closing at once the second sees the first."""
    related = Sounding.objects.select_related("mentorship", "person")
    return related.select_for_update(of=("self",)).get(pk=sounding.pk)


def _send(sounding: Sounding, name: str, email: str) -> None:
    token = new_token()
    link = SoundingLink(sounding=sounding, token_digest=digest_of(token))
    link.address_digest, link.name, link.email = digest_of_address(email), name, email
    link.save()
    write_to_the_colleague(link, token)


def _next_moment(before: list[Sounding]) -> str:
    if not before:
        return Sounding.Moment.BEFORE
    if len(before) > 1:
        return _refuse(_("You have asked before and after. What they said stays here to read."))
    if not before[0].is_closed:
        return _refuse(_("The first round is not over yet. Close it, or wait for the answers."))
    return Sounding.Moment.AFTER


def _refuse_colleagues(mentorship: Mentorship, colleagues: Colleagues) -> None:
    addresses = {mailbox_of(email) for _name, email in colleagues}
    if len(addresses) != len(colleagues):
        _refuse(_("One address stands there twice. Each colleague is asked once."))
    if not FEWEST <= len(addresses) <= MOST:
        _refuse(_("Enter three to eight colleagues: with fewer, each of them could be known."))
    if addresses & mailboxes_of(*(one.person for one in mentorship.participants.all())):
        _refuse(_("One address is that of one of you two. Ask somebody else, and each other directly."))
    lately = SoundingLink.objects.filter(created_at__gt=now() - QUIET)
    for email in addresses:
        if lately.filter(address_digest=digest_of_address(email)).count() >= MOST_TO_ONE_ADDRESS:
            _refuse(_("%(email)s has been asked often lately. Ask somebody else.") % {"email": email})


def _refuse(sentence: str) -> str:
    raise Refused(sentence)
