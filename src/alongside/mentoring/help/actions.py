"""Turn to a named person; take it, freeze a mentorship, let it go on, say what was done; name whom to turn to."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship
from alongside.vault.keys.keyring import make_key

from . import rules
from .models import Concern, Contact
from .queries import helpers, member_by_address

State = Mentorship.State


@transaction.atomic
def tell_concern(
    helper: Person, *, by: Person, text: str, kind: str, mentorship: Mentorship | None = None
) -> Concern:
    """Turn to a named person. The others of the mentorship hear nothing of it."""
    concern = Concern(asker=by, helper=helper, mentorship=mentorship, kind=Concern.Kind(kind))
    require(rules.can_tell_concern(by, concern))
    if helper not in helpers(by):
        raise Refused(_("Choose one of the people who are named here."))
    concern.key = make_key()
    concern.text = text
    concern.save()
    record("concern.told", by=by, about=concern)
    return concern


@transaction.atomic
def take(concern: Concern, *, by: Person) -> None:
    """Say that it was read and that somebody sees to it; pressing again changes nothing."""
    require(rules.can_take(by, concern))
    _hold(concern)
    if concern.taken_at is None:
        concern.taken_at = now()
        concern.save(update_fields=["taken_at"])
        record("concern.taken", by=by, about=concern)


@transaction.atomic
def close(concern: Concern, answer: str, *, by: Person) -> None:
    """Say what was done; the one who asked reads it."""
    require(rules.can_close(by, concern))
    _hold(concern)
    if not concern.is_open:
        raise Refused(_("You have closed this already."))
    concern.answer, concern.closed_at = answer, now()
    concern.taken_at = concern.taken_at or concern.closed_at
    concern.save(update_fields=["answer", "closed_at", "taken_at"])
    record("concern.closed", by=by, about=concern)


@transaction.atomic
def freeze(concern: Concern, *, by: Person) -> None:
    """Stop the mentorship for now: nothing is sent or booked, and what was booked is cancelled."""
    require(rules.can_freeze(by, concern))
    mentorship = _locked(concern)
    _hold(concern)
    if mentorship.state not in (State.ACTIVE, State.PAUSED):
        raise Refused(_("This mentorship is frozen or has ended already."))
    concern.was_paused = mentorship.state == State.PAUSED
    _move(mentorship, State.FROZEN)
    concern.froze_at = now()
    concern.save(update_fields=["froze_at", "was_paused"])
    record("mentorship.frozen", by=by, about=mentorship)


@transaction.atomic
def thaw(concern: Concern, *, by: Person) -> None:
    """Let the mentorship go on, or rest as it did before."""
    require(rules.can_thaw(by, concern))
    mentorship = _locked(concern)
    _hold(concern)
    if mentorship.state != State.FROZEN or concern.froze_at is None:
        raise Refused(_("You have not frozen this mentorship, or it has ended."))
    _move(mentorship, State.PAUSED if concern.was_paused else State.ACTIVE)
    concern.froze_at = None
    concern.save(update_fields=["froze_at"])
    record("mentorship.thawed", by=by, about=mentorship)


@transaction.atomic
def name(organisation: Organisation, email: str, *, by: Person) -> Contact:
    """Name a member to whom the others may turn."""
    require(rules.can_name_contact(by, organisation))
    person = member_by_address(organisation, email)
    if person is None:
        raise Refused(_("Nobody here has this address. Enter the address of a member."))
    contact, is_new = Contact.objects.get_or_create(organisation=organisation, person=person)
    if is_new:
        record("contact.named", by=by, about=contact)
    return contact


@transaction.atomic
def unname(contact: Contact, *, by: Person) -> None:
    """Name them no longer; what they were told stays with them."""
    require(rules.can_name_contact(by, contact.organisation))
    record("contact.unnamed", by=by, about=contact)
    contact.delete()


def _hold(concern: Concern) -> None:
    """Lock it and read its course anew, so that of two who act at once the second sees the first."""
    course = ["taken_at", "froze_at", "was_paused", "closed_at"]
    concern.refresh_from_db(fields=course, from_queryset=Concern.objects.select_for_update())


def _locked(concern: Concern) -> Mentorship:
    if concern.mentorship_id is None:
        raise Refused(_("This is not about a mentorship."))
    return Mentorship.objects.select_for_update(no_key=True).get(pk=concern.mentorship_id)


def _move(mentorship: Mentorship, state: State) -> None:
    mentorship.state = state
    mentorship.save(update_fields=["state"])
