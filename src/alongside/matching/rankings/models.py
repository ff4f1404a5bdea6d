"""Whom people would like to be with, in their own order."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.matching.rounds.models import Round
from alongside.programmes.participations.models import Side

RANKED_AT_MOST = 5
RANKABLE = [Round.State.COLLECTING, Round.State.FROZEN]
"""Steps of a round in which people say whom they would like: until it is proposed."""


class RankingQuerySet(models.QuerySet["Ranking"]):
    """Who sees which ranking."""

    def visible_to(self, person: Person) -> RankingQuerySet:
        """One's own only: nobody learns how they were ranked."""
        return self.filter(person=person)


class Ranking(Row):
    """One of up to five people whom somebody ranked in a round; place 1 is the most wanted."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="rankings")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="rankings")
    side = models.CharField(max_length=8, choices=Side)
    """The side of the one who ranks."""
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()

    objects = RankingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "person", "side", "place"], name="one_person_a_place"),
            models.UniqueConstraint(fields=["round", "person", "side", "other"], name="ranked_once"),
            models.CheckConstraint(condition=Q(place__range=(1, RANKED_AT_MOST)), name="five_places"),
            models.CheckConstraint(condition=~Q(person=F("other")), name="nobody_ranks_themself"),
        ]
