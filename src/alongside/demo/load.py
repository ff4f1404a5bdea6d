"""Fills an empty instance: one company, one community, about sixty people, and what happens between them."""

from __future__ import annotations

import datetime as dt
import random

from django.db import transaction

from alongside.accounts.memberships import actions as memberships
from alongside.accounts.organisations import actions as organisations
from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.growth.frameworks import actions as frameworks
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now, travel

from . import programme, relations, together
from .cast import CAST
from .content.people import PEOPLE
from .lives import move_in, tell

SEED = 20261122
MOVED_IN = dt.timedelta(days=150)
Joining = Organisation.Joining


@transaction.atomic
def load(seed: int = SEED) -> dict[str, Person]:
    """Make everything, the same for the same seed; return the people by name."""
    chance = random.Random(seed)  # noqa: S311  a believable demo, no secret
    today = now().date()
    with travel(now() - MOVED_IN):
        people = {life.name: move_in(life, cast=life in CAST) for life in [*CAST, *PEOPLE]}
        dev = people["Dev Raman"]
        Person.objects.filter(pk=dev.pk).update(runs_instance=True)
        _settle(people)
        known = default_skills()
        for life in [*CAST, *PEOPLE]:
            tell(people[life.name], life, chance, today, known)
    _expect(people)
    relations.happen(people)
    together.come_together(people)
    programme.run(people, [*CAST, *PEOPLE])
    return people


def _expect(people: dict[str, Person]) -> None:
    """Cleo says what Northwind expects of a senior product manager, and Ben looks to that role."""
    framework = default_skills()[0].framework
    northwind = Organisation.objects.get(name="Northwind")
    frameworks.set_targets(framework, northwind, "Senior PM", {"B3": 4, "E1": 4}, by=people["Cleo Marchetti"])
    frameworks.aim(framework, "Senior PM", by=people["Ben Okafor"])


def _settle(people: dict[str, Person]) -> None:
    """Found the company and the community, and let everybody join where they belong."""
    dev, leila, cleo = people["Dev Raman"], people["Leila Ahmadi"], people["Cleo Marchetti"]
    northwind = organisations.found("Northwind", "company", by=dev, joining=Joining.OPEN)
    circle = organisations.found("Product Circle", "community", by=leila, joining=Joining.OPEN)
    homes = {"northwind": [northwind], "circle": [circle], "both": [northwind, circle]}
    for life in [*CAST, *PEOPLE]:
        for home in homes[life.home]:
            if people[life.name] not in (dev, leila):
                memberships.join(home, by=people[life.name])
    memberships.give_roles(cleo.memberships.get(organisation=northwind), ["coordinator"], by=dev)
    ben = people["Ben Okafor"].memberships.get(organisation=northwind)
    memberships.place(ben, people["David Osei"], "Dispatch", by=dev)
    about = "Software for people who keep goods moving."
    organisations.change(northwind, by=dev, name="Northwind", about=about, joining=Joining.INVITED)
