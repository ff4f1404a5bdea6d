"""Choose a role, set what an organisation expects, bring a framework, take one's levels over."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.growth.skills.actions import rate
from alongside.growth.skills.counting import settle_counting
from alongside.growth.skills.models import Framework, Skill
from alongside.growth.skills.queries import skills_of
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import queries, rules
from .draft import Draft
from .models import Aim, InUse, Target


@transaction.atomic
def aim(framework: Framework, role: str, *, by: Person) -> None:
    """Look to a role of the framework; an empty one takes that back. The event does not say which."""
    chosen = Aim(person=by, framework=framework, role=role)
    require(rules.can_aim(by, chosen))
    if role and role not in framework.roles:
        raise Refused(_("Choose one of the roles of this framework."))
    if role == queries.role_of(by, framework):
        return
    if role:
        Aim.objects.update_or_create(person=by, framework=framework, defaults={"role": role})
    else:
        Aim.objects.filter(person=by, framework=framework).delete()
    record("framework.role_chosen", by=by, about=framework)


@transaction.atomic
def set_targets(
    framework: Framework, organisation: Organisation, role: str, levels: dict[str, int | None], *, by: Person
) -> None:
    """Say what the organisation expects of a role, by the skill's key; None is what the framework says."""
    require(rules.can_set_target(by, Target(organisation=organisation)))
    if role not in framework.roles:
        raise Refused(_("Choose one of the roles of this framework."))
    if any(level is not None and level not in framework.scale for level in levels.values()):
        raise Refused(_("Choose levels from 1 to %(best)d.") % {"best": framework.best})
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    skills = Skill.objects.filter(framework=framework, key__in=levels)
    changed = [_set(skill, organisation, role, levels[skill.key]) for skill in skills]
    if words := ", ".join(one for one in changed if one):
        record("framework.targets_set", by=by, about=framework, organisation=organisation.code,
               role=role, changed=words)  # fmt: skip


def _set(skill: Skill, organisation: Organisation, role: str, level: int | None) -> str:
    """Keep one target; return what changed, such as "B3: 3 → 4", or nothing."""
    usual = skill.role_targets.get(role)
    row = Target.objects.filter(organisation=organisation, skill=skill, role=role).first()
    before = row.level if row else usual
    own = None if level == usual else level
    Target.objects.filter(organisation=organisation, skill=skill, role=role).delete()
    if own:
        Target.objects.create(organisation=organisation, skill=skill, role=role, level=own)
    after = own or usual
    return f"{skill.key}: {before or '–'} → {after or '–'}" if before != after else ""


@transaction.atomic
def take_in(draft: Draft, organisation: Organisation, *, by: Person) -> Framework:
    """Bring a framework, or a new version of one, for the members of the organisation. Nothing is overwritten."""
    facts = {
        name: getattr(draft, name)
        for name in ("name", "version", "licence", "attribution", "levels", "roles")
    }
    framework = Framework(organisation=organisation, **facts)
    require(rules.can_take_in(by, framework))
    if draft.problems:
        raise Refused(_("Mend the file first: nothing was taken."))
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    if Framework.objects.filter(organisation=organisation, name=draft.name, version=draft.version).exists():
        raise Refused(
            _(
                "There is this version already. Give the new one another version: levels in the old one stay readable."
            )
        )
    framework.save()
    Skill.objects.bulk_create(Skill(framework=framework, **row) for row in draft.rows())
    settle_counting()
    record(
        "framework.taken_in", by=by, about=framework, organisation=organisation.code, skills=len(draft.lines)
    )
    return framework


@transaction.atomic
def use(framework: Framework, organisation: Organisation, *, by: Person) -> None:
    """Let the members of the organisation pick skills of this framework; what they picked before stays."""
    require(rules.can_use(by, InUse(organisation=organisation, framework=framework)))
    if framework.organisation_id not in {None, organisation.pk}:
        raise Refused(_("This framework is another organisation's. Bring it to this one first."))
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    if queries.framework_here(organisation) == (None if framework.is_default else framework):
        return
    InUse.objects.filter(organisation=organisation).delete()
    if not framework.is_default:
        InUse.objects.create(organisation=organisation, framework=framework)
    record("framework.used", by=by, about=framework, organisation=organisation.code)


@transaction.atomic
def withdraw(framework: Framework, *, by: Person) -> None:
    """Let nobody begin with it any more; what was said in it stays with those who said it."""
    require(rules.can_withdraw(by, framework))
    if framework.withdrawn_at is None:
        framework.withdrawn_at = now()
        framework.save(update_fields=["withdrawn_at"])
        record("framework.withdrawn", by=by, about=framework)


@transaction.atomic
def bring_back(framework: Framework, *, by: Person) -> None:
    """Let the members use it again."""
    require(rules.can_withdraw(by, framework))
    if framework.withdrawn_at is not None:
        framework.withdrawn_at = None
        framework.save(update_fields=["withdrawn_at"])
        record("framework.brought_back", by=by, about=framework)


@transaction.atomic
def carry_over(framework: Framework, *, by: Person) -> int:
    """Take over what one said in other versions of a framework, skill by skill, as self-rated; return how many."""
    require(rules.can_carry_over(by, framework))
    skills = skills_of(framework)
    levels = queries.left_behind(by, skills)
    for skill in skills:
        if skill.key in levels:
            rate(skill, levels[skill.key], by=by)
    record("framework.carried_over", by=by, about=framework)
    return len(levels)
