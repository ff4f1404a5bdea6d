"""Who may bring a framework, set its targets, and choose a role in it."""

from __future__ import annotations

from alongside.accounts.organisations.rules import COORDINATES, roles_in
from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import Framework
from alongside.kit.rules import rule

from .models import Aim, InUse, Target


@rule(Framework)
def can_take_in(person: Person, framework: Framework) -> bool:
    """Coordinators and administrators bring frameworks for their organisation."""
    return framework.organisation is not None and not COORDINATES.isdisjoint(
        roles_in(person, framework.organisation)
    )


@rule(Framework)
def can_withdraw(person: Person, framework: Framework) -> bool:
    """Those who bring frameworks withdraw them, and bring them back; what ships with the product stays."""
    return can_take_in(person, framework)


@rule(Framework)
def can_carry_over(person: Person, framework: Framework) -> bool:
    """Whoever sees a framework takes their own levels over into it, unless it was withdrawn."""
    return (
        framework.withdrawn_at is None
        and Framework.objects.visible_to(person).filter(pk=framework.pk).exists()
    )


@rule(InUse)
def can_use(person: Person, use: InUse) -> bool:
    """Coordinators and administrators say which framework their organisation works with; one that they see."""
    return not COORDINATES.isdisjoint(roles_in(person, use.organisation)) and can_carry_over(
        person, use.framework
    )


@rule(Target)
def can_set_target(person: Person, target: Target) -> bool:
    """Coordinators and administrators say what their organisation expects of a role."""
    return not COORDINATES.isdisjoint(roles_in(person, target.organisation))


@rule(Aim)
def can_aim(person: Person, aim: Aim) -> bool:
    """One chooses one's own role, in a framework that one sees."""
    return aim.person_id == person.pk and can_carry_over(person, aim.framework)
