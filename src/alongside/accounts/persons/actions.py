"""Sign up, set up the instance, agree to the code of conduct, change and close an account."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import rules
from .conduct import VERSION
from .models import Person
from .names import clean_name, clean_zone
from .queries import anybody_here

FIRST_RUN_LOCK = 7_103_055_1


@transaction.atomic
def sign_up(
    email: str, name: str, password: str | None, *, by: Person | None = None, timezone: str = ""
) -> Person:
    """Make a person whose address is known to be theirs."""
    require(rules.can_sign_up(by))
    if Person.objects.filter(email__iexact=email).exists():
        raise Refused(_("Somebody has signed up with this address already."))
    person = Person.objects.create_user(email, password, name=clean_name(name))
    if timezone:
        person.timezone = clean_zone(timezone)
        person.save(update_fields=["timezone"])
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    record("person.signed_up", by=by or person, about=person)
    return person


@transaction.atomic
def set_up(email: str, name: str, password: str, *, by: None = None, timezone: str = "") -> Person:
    """Make the very first person, who runs the instance. Of two at once, one is first."""
    require(rules.can_sign_up(by))
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [FIRST_RUN_LOCK])
    if anybody_here():
        raise Refused(_("Somebody has set up this Alongside already. Sign in, or ask them to invite you."))
    person = sign_up(email, name, password, timezone=timezone)
    person.runs_instance = True
    person.save(update_fields=["runs_instance"])
    record("instance.set_up", by=person, about=person)
    return person


@transaction.atomic
def agree_to_conduct(*, by: Person) -> None:
    """Agree to the present version; agreeing again changes nothing."""
    require(rules.can_agree_to_conduct(by, by))
    if by.agreed_conduct_at and by.agreed_conduct_version == VERSION:
        return
    by.agreed_conduct_at = now()
    by.agreed_conduct_version = VERSION
    by.save(update_fields=["agreed_conduct_at", "agreed_conduct_version"])
    record("person.agreed", by=by, about=by, version=VERSION)


@transaction.atomic
def change(person: Person, *, by: Person, name: str, timezone: str, language: str, theme: str) -> None:
    """Change how a person is called, where they are and how pages look to them."""
    require(rules.can_change(by, person))
    person.name = clean_name(name)
    person.timezone = clean_zone(timezone)
    person.language = language
    person.theme = theme
    person.save(update_fields=["name", "timezone", "language", "theme"])
    record("person.changed", by=by, about=person)


@transaction.atomic
def end_sessions(person: Person, *, by: Person) -> None:
    """End every session of the person; who asks keeps their own by signing in anew in the same breath."""
    require(rules.can_end_sessions(by, person))
    person.sessions_ended_at = now()
    person.save(update_fields=["sessions_ended_at"])
    record("person.sessions_ended", by=by, about=person)


@transaction.atomic
def deactivate(person: Person, *, by: Person) -> None:
    """Close an account: every session ends for good, and nobody finds the person any more."""
    require(rules.can_deactivate(by, person))
    person = Person.objects.select_for_update().get(pk=person.pk)
    if not person.is_active:
        raise Refused(_("This account is closed already."))
    _leave_nothing_headless(person)
    person.is_active = False
    person.deactivated_at = person.sessions_ended_at = now()
    person.save(update_fields=["is_active", "deactivated_at", "sessions_ended_at"])
    record("person.deactivated", by=by, about=person)


@transaction.atomic
def reactivate(person: Person, *, by: Person) -> None:
    """Open a closed account again."""
    require(rules.can_reactivate(by, person))
    if person.is_active:
        raise Refused(_("This account is open already."))
    person.is_active = True
    person.deactivated_at = None
    person.save(update_fields=["is_active", "deactivated_at"])
    record("person.reactivated", by=by, about=person)


def _leave_nothing_headless(person: Person) -> None:
    """Refuse when the instance or an organisation with other members would be left without anybody in charge."""
    others = Person.objects.select_for_update().filter(runs_instance=True, is_active=True)
    if person.runs_instance and not [one for one in others if one.pk != person.pk]:
        raise Refused(
            _(
                "You are the only one who runs this Alongside. Let somebody else run it before you close your account."
            )
        )
    for membership in person.memberships.current().select_related("organisation"):
        if membership.leaves_it_headless():
            raise Refused(
                _(
                    "You are the only administrator of %(organisation)s. Make another member an administrator first."
                )
                % {"organisation": membership.organisation.name}
            )
