"""Ask a colleague for their word, take the question back, and answer it."""

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
from alongside.kit.clock import now
from alongside.kit.codes import new_token
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.people.careers.models import Launch, Position

from . import facts, rules
from .models import Vouch
from .queries import digest_of

LASTS = dt.timedelta(days=30)
MOST_OPEN = 5
MOST_A_DAY = 10
MOST_TO_ONE_ADDRESS = 3
"""Letters to one address in 30 days, whoever asks: nobody's mailbox is flooded from here."""


@transaction.atomic
def ask(about: Position | Launch, *, by: Person, colleague_name: str, colleague_email: str) -> Vouch:
    """Send a colleague a link on which they confirm or decline, without an account."""
    token, email = new_token(), colleague_email.lower()
    vouch = Vouch(person=by, colleague_name=colleague_name, colleague_email=email)
    vouch.position = about if isinstance(about, Position) else None
    vouch.launch = about if isinstance(about, Launch) else None
    require(rules.can_ask(by, vouch))
    Person.objects.select_for_update().get(pk=by.pk)  # two questions at once count each other
    _refuse_abuse(vouch)
    vouch.expires_at, vouch.token_digest = now() + LASTS, digest_of(token)
    vouch.save()
    _write(vouch, token)
    record("vouch.asked", by=by, about=vouch)
    return vouch


@transaction.atomic
def withdraw(vouch: Vouch, *, by: Person) -> None:
    """Take a question back; its link works no longer."""
    require(rules.can_withdraw(by, vouch))
    if not Vouch.objects.open().filter(pk=vouch.pk).update(withdrawn_at=now()):
        raise Refused(_("This question has been answered, or its time is over."))
    record("vouch.withdrawn", by=by, about=vouch)


@transaction.atomic
def answer(vouch: Vouch, *, by: Person | None, confirm: bool, seen: str, relation: str, comment: str) -> None:
    """Confirm or decline, once. ``seen`` is the digest of what was on the page: nothing else is confirmed."""
    require(rules.can_answer(by, vouch))
    current = facts.digest(vouch.about)
    if confirm and seen != current:
        raise Refused(
            _("What you were shown has changed in the meantime. Open the link again and look once more.")
        )
    given = Vouch.Answer.CONFIRMED if confirm else Vouch.Answer.DECLINED
    kept = {"answer": given, "answered_at": now(), "relation": relation, "comment": comment}
    if (
        not Vouch.objects.open()
        .filter(pk=vouch.pk)
        .update(**kept, confirmed_facts=current if confirm else "")
    ):
        raise Refused(_("This link has been used, or its time is over."))
    record(f"vouch.{given}", by=by, about=vouch)


def _refuse_abuse(vouch: Vouch) -> None:
    mine = Vouch.objects.filter(person=vouch.person)
    if mailbox_of(vouch.colleague_email) in mailboxes_of(vouch.person):
        raise Refused(_("This is your own address. Enter the address of somebody who worked with you."))
    if mine.open().count() >= MOST_OPEN:
        raise Refused(
            _("Five colleagues have not answered yet. Wait for one of them, or take one question back.")
        )
    if mine.filter(created_at__gt=now() - dt.timedelta(days=1)).count() >= MOST_A_DAY:
        raise Refused(_("You have asked ten times today. Go on tomorrow."))
    _refuse_asking_again(vouch)


def _refuse_asking_again(vouch: Vouch) -> None:
    there = Vouch.objects.filter(colleague_email=vouch.colleague_email)
    if there.filter(created_at__gt=now() - LASTS).count() >= MOST_TO_ONE_ADDRESS:
        raise Refused(_("This address has been asked three times this month. Ask somebody else."))
    same = there.filter(position=vouch.position, launch=vouch.launch, withdrawn_at=None)
    if same.filter(changed_at=None).exclude(answer=Vouch.Answer.ASKED, expires_at__lte=now()).exists():
        raise Refused(_("You have asked this colleague about it already."))


def _write(vouch: Vouch, token: str) -> None:
    link = settings.BASE_URL + reverse("vouching.answer", args=[token])
    subject = _("Can you confirm what %(name)s did?") % {"name": vouch.person.name}
    context = {"vouch": vouch, "person": vouch.person, "about": vouch.about, "link": link}
    post(to=vouch.colleague_email, subject=subject, template="people/vouching/mail/ask", context=context)
