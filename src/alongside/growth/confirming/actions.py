"""Ask for a word about one item of evidence, take the question back, and answer it."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.accounts.persons.queries import mailbox_of, mailboxes_of
from alongside.activity.events.record import record
from alongside.activity.mail.send import post
from alongside.growth.evidence.models import Evidence
from alongside.growth.evidence.settling import settle
from alongside.kit.clock import now
from alongside.kit.codes import new_token
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import rules
from .models import Confirmation
from .queries import digest_of

LASTS = dt.timedelta(days=30)
MOST_OPEN = 5
MOST_A_DAY = 10
MOST_TO_ONE_ADDRESS = 3
"""Letters to one address in 30 days, whoever asks: nobody's mailbox is flooded from here."""


@transaction.atomic
def ask_a_mentor(evidence: Evidence, mentor: Person, *, by: Person) -> Confirmation:
    """Ask somebody who mentors one now; they read this item and nothing else."""
    confirmation = Confirmation(evidence=evidence, mentor=mentor, expires_at=now() + LASTS)
    require(rules.can_ask(by, confirmation))
    _alone(by)
    if _waits_or_stands(evidence, mentor=mentor):
        raise Refused(_("You have asked %(name)s about it already.") % {"name": mentor.name})
    confirmation.save()
    record("confirmation.asked", by=by, about=confirmation)
    return confirmation


@transaction.atomic
def ask_a_colleague(evidence: Evidence, name: str, email: str, *, by: Person) -> Confirmation:
    """Send a colleague a link on which they confirm it or not, without an account."""
    token, address = new_token(), email.lower()
    confirmation = Confirmation(evidence=evidence, colleague_name=name, colleague_email=address)
    require(rules.can_ask(by, confirmation))
    _alone(by)
    _refuse_abuse(confirmation, by)
    confirmation.expires_at, confirmation.token_digest = now() + LASTS, digest_of(token)
    confirmation.save()
    _write(confirmation, token)
    record("confirmation.mailed", by=by, about=confirmation)
    return confirmation


@transaction.atomic
def withdraw(confirmation: Confirmation, *, by: Person) -> None:
    """Take a question back; nobody who was asked reads the item any longer."""
    require(rules.can_withdraw(by, confirmation))
    if not Confirmation.objects.open().filter(pk=confirmation.pk).update(withdrawn_at=now()):
        raise Refused(_("This question has been answered, or its time is over."))
    record("confirmation.withdrawn", by=by, about=confirmation)


@transaction.atomic
def answer(
    confirmation: Confirmation, *, by: Person | None, confirm: bool, seen: str, why: str, relation: str = ""
) -> None:
    """Confirm it or not, once. ``seen`` is the digest of what was on the page: nothing else is confirmed."""
    require(rules.can_answer(by, confirmation))
    if Confirmation.objects.open().select_for_update().filter(pk=confirmation.pk).first() is None:
        raise Refused(_("This question has been answered, or its time is over."))
    rows = Evidence.objects.select_for_update(of=("self",)).select_related("person", "skill")
    evidence = rows.get(pk=confirmation.evidence_id)
    if seen != evidence.facts:
        raise Refused(_("What you were shown has changed in the meantime. Open it again and look once more."))
    given = Confirmation.Answer.YES if confirm else Confirmation.Answer.NO
    confirmation.answer, confirmation.answered_at = given, now()
    confirmation.why, confirmation.relation = why, relation
    confirmation.save(update_fields=["answer", "answered_at", "why", "relation"])
    if confirm:
        Evidence.objects.filter(pk=evidence.pk).update(confirmed_at=now())
        settle(evidence.person, evidence.skill)
    record("confirmation.given" if confirm else "confirmation.refused", by=by, about=confirmation)


def _alone(person: Person) -> None:
    """Two questions at once count each other."""
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)


def _refuse_abuse(asked: Confirmation, person: Person) -> None:
    mailed = Confirmation.objects.filter(evidence__person=person, mentor=None)
    if mailbox_of(asked.colleague_email) in mailboxes_of(person):
        raise Refused(_("This is your own address. Enter the address of somebody who worked with you."))
    if mailed.open().count() >= MOST_OPEN:
        raise Refused(
            _("Five colleagues have not answered yet. Wait for one of them, or take one question back.")
        )
    if mailed.filter(created_at__gt=now() - dt.timedelta(days=1)).count() >= MOST_A_DAY:
        raise Refused(_("You have asked ten times today. Go on tomorrow."))
    there = Confirmation.objects.filter(colleague_email=asked.colleague_email)
    if there.filter(created_at__gt=now() - LASTS).count() >= MOST_TO_ONE_ADDRESS:
        raise Refused(_("This address has been asked three times this month. Ask somebody else."))
    if _waits_or_stands(asked.evidence, colleague_email=asked.colleague_email):
        raise Refused(_("You have asked this colleague about it already."))


def _waits_or_stands(evidence: Evidence, **who: object) -> bool:
    """Whether the same question waits, or was answered about what the item says now."""
    rows = Confirmation.objects.filter(evidence=evidence, withdrawn_at=None, **who)
    changed = evidence.changed_at
    answered = [one.answered_at for one in rows.exclude(answered_at=None)]
    current = any(changed is None or (said and said >= changed) for said in answered)
    return current or rows.open().exists()


def _write(confirmation: Confirmation, token: str) -> None:
    person = confirmation.evidence.person
    link = settings.BASE_URL + reverse("confirming.answer", args=[token])
    subject = _("Can you confirm what %(name)s did?") % {"name": person.name}
    context = {"confirmation": confirmation, "person": person, "link": link}
    post(
        to=confirmation.colleague_email,
        subject=subject,
        template="growth/confirming/mail/ask",
        context=context,
    )
