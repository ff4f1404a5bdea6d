"""Ask for an introduction, pass it on or keep it back, and tell what came of it."""

from __future__ import annotations

import datetime as dt

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
from alongside.mentoring.mentorships.queries import mentors

from . import rules
from .letters import tell_of_the_introduction, write_to_the_third_person
from .models import Introduction, Outcome, digest_of_address
from .queries import digest_of

LASTS = dt.timedelta(days=14)
MOST_UNDER_WAY = 2
"""For each mentor: a favour asked too often is none."""
MOST_TO_ONE_ADDRESS = 2
"""Letters to one address in 90 days, whoever asks: nobody's mailbox is flooded from here."""
QUIET = dt.timedelta(days=90)
State, Answer = Introduction.State, Introduction.Answer


@transaction.atomic
def ask(
    mentorship: Mentorship, *, by: Person, mentor: Person, wanted: str, purpose: str, blurb: str
) -> Introduction:
    """Ask a mentor to introduce the mentee to somebody."""
    require(rules.can_ask_for_introduction(by, mentorship))
    mentorship.hold()
    if mentor not in mentors(mentorship):
        raise Refused(_("Choose one of your mentors here."))
    Person.objects.select_for_update().get(pk=mentor.pk)  # two questions at once count each other
    if Introduction.objects.under_way().filter(mentor=mentor).count() >= MOST_UNDER_WAY:
        raise Refused(
            _("%(name)s has two introductions under way. Ask again when one of them is through.")
            % {"name": mentor.name}
        )
    introduction = Introduction(mentorship=mentorship, mentee=by, mentor=mentor, expires_at=now() + LASTS)
    introduction.wanted, introduction.purpose, introduction.blurb = wanted, purpose, blurb
    introduction.save()
    record("introduction.asked", by=by, about=introduction)
    return introduction


@transaction.atomic
def pass_on(introduction: Introduction, *, by: Person, name: str, email: str, note: str) -> None:
    """Ask the third person, by a letter with a link; the mentee is not told."""
    require(rules.can_pass_on(by, introduction))
    introduction.mentorship.hold()
    introduction = _waiting(introduction, State.ASKED)
    _refuse_address(introduction, email)
    token = new_token()
    introduction.target_name, introduction.target_email, introduction.note = name, email.lower(), note
    introduction.target_digest, introduction.token_digest = digest_of_address(email), digest_of(token)
    introduction.state, introduction.passed_on_at = State.SENT, now()
    introduction.expires_at = now() + LASTS
    introduction.save()
    write_to_the_third_person(introduction, token)
    record("introduction.passed_on", by=by, about=introduction)


@transaction.atomic
def keep_back(introduction: Introduction, *, by: Person, reason: str) -> None:
    """Do not pass it on; the mentee reads "not now", and the reason stays the mentor's."""
    require(rules.can_keep_back(by, introduction))
    introduction = _waiting(introduction, State.ASKED)
    introduction.reason = reason
    _close(introduction, State.KEPT)
    record("introduction.kept_back", by=by, about=introduction)


@transaction.atomic
def withdraw(introduction: Introduction, *, by: Person) -> None:
    """Take it back; a link that is out already leads nowhere then."""
    require(rules.can_withdraw(by, introduction))
    _close(_waiting(introduction, State.ASKED, State.SENT), State.WITHDRAWN)
    record("introduction.withdrawn", by=by, about=introduction)


@transaction.atomic
def answer(introduction: Introduction, said: str, *, by: Person | None) -> None:
    """The third person's answer, once. After a yes the two learn each other's addresses."""
    require(rules.can_answer(by, introduction))
    introduction.mentorship.hold_from_outside()
    introduction = _waiting(introduction, State.SENT)
    introduction.answer = Answer(said)
    if introduction.answer != Answer.YES:
        _close(introduction, State.REFUSED)
        record("introduction.refused", by=by, about=introduction)
        return
    _close(introduction, State.MADE)
    tell_of_the_introduction(introduction)
    record("introduction.made", by=by, about=introduction)


@transaction.atomic
def tell_outcome(introduction: Introduction, *, by: Person, kind: str, text: str) -> Outcome:
    """Tell what came of it so far; more than once, as time goes on."""
    require(rules.can_tell_outcome(by, introduction))
    introduction.mentorship.hold(after_the_end=True)
    _refuse_unless_made(introduction)
    outcome = Outcome(introduction=introduction, kind=Outcome.Kind(kind))
    outcome.text = text
    outcome.save()
    record("introduction.outcome_told", by=by, about=introduction, kind=kind)
    return outcome


@transaction.atomic
def thank(introduction: Introduction, *, by: Person, text: str) -> None:
    """Thank the mentor who opened the door."""
    require(rules.can_thank(by, introduction))
    introduction.mentorship.hold(after_the_end=True)
    _refuse_unless_made(introduction)
    introduction.thanks, introduction.thanked_at = text, now()
    introduction.save(update_fields=["thanks", "thanked_at"])
    record("introduction.thanked", by=by, about=introduction)


def _waiting(introduction: Introduction, *states: str) -> Introduction:
    """The introduction as it stands now, locked; refused when it waits for nobody any more."""
    related = Introduction.objects.select_related("mentorship", "mentee", "mentor")
    current = related.select_for_update(of=("self",)).get(pk=introduction.pk)
    if current.state not in states or current.expires_at <= now():
        raise Refused(_("This introduction is no longer open."))
    return current


def _close(introduction: Introduction, state: str) -> None:
    introduction.state, introduction.closed_at = State(state), now()
    introduction.save()


def _refuse_unless_made(introduction: Introduction) -> None:
    if not introduction.is_made:
        raise Refused(_("You have not been introduced yet."))


def _refuse_address(introduction: Introduction, email: str) -> None:
    if mailbox_of(email) in mailboxes_of(introduction.mentee, introduction.mentor):
        raise Refused(_("This is the address of one of you. Enter the address of the third person."))
    lately = Introduction.objects.filter(passed_on_at__gt=now() - QUIET)
    if lately.filter(target_digest=digest_of_address(email)).count() >= MOST_TO_ONE_ADDRESS:
        raise Refused(_("This person has been asked twice in three months. Ask somebody else this time."))
