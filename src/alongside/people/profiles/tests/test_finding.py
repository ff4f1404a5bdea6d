"""Who finds whom."""

from __future__ import annotations

import pytest

from alongside.accounts.blocks.models import Block
from alongside.accounts.memberships.models import Membership
from alongside.kit.clock import now
from alongside.people.profiles import actions, queries
from alongside.people.profiles.models import Findable, Profile


@pytest.fixture
def ada(cast):
    return actions.begin(cast.ada).person


def let(person, *choices):
    actions.change(person.profile, by=person, findable_by=list(choices))


def found_by(person):
    return set(queries.findable_by(person))


@pytest.mark.parametrize(
    ("choices", "finders"),
    [
        ([], set()),
        ([Findable.COMPANIES], {"ben", "cleo", "dev"}),
        ([Findable.COMMUNITIES], {"eve"}),
        ([Findable.COMPANIES, Findable.COMMUNITIES], {"ben", "cleo", "dev", "eve"}),
        ([Findable.EVERYONE], {"ben", "cleo", "dev", "eve"}),
    ],
)
def test_people_are_found_by_whom_they_chose_and_by_nobody_else(cast, ada, choices, finders):
    let(ada, *choices)

    assert {name for name in ("ada", "ben", "cleo", "dev", "eve") if found_by(getattr(cast, name))} == finders


def test_whoever_left_the_company_is_not_found_in_it_any_more(cast, ada):
    let(ada, Findable.COMPANIES)

    Membership.objects.filter(person=cast.ada, organisation=cast.northwind).update(left_at=now())

    assert found_by(cast.ben) == set()


@pytest.mark.parametrize(("blocker", "blocked"), [("ada", "ben"), ("ben", "ada")])
def test_a_block_hides_both_from_each_other(cast, ada, blocker, blocked):
    let(ada, Findable.EVERYONE)
    Block.objects.create(person=getattr(cast, blocker), other=getattr(cast, blocked))

    assert found_by(cast.ben) == set()
    assert found_by(cast.cleo) == {cast.ada}


@pytest.mark.parametrize("change", [{"is_active": False}, {"agreed_conduct_at": None}])
def test_whoever_is_not_here_is_not_found(cast, ada, change):
    let(ada, Findable.EVERYONE)
    type(ada).objects.filter(pk=ada.pk).update(**change)

    assert found_by(cast.ben) == set()


def test_finding_is_one_query(cast, ada, django_assert_num_queries):
    with django_assert_num_queries(1):
        list(queries.findable_by(cast.ben))


def test_a_profile_is_seen_by_its_owner_and_its_finders(cast, ada):
    let(ada, Findable.COMMUNITIES)

    assert Profile.objects.visible_to(cast.ada).get() == ada.profile
    assert Profile.objects.visible_to(cast.eve).get() == ada.profile
    assert not Profile.objects.visible_to(cast.ben).exists()
