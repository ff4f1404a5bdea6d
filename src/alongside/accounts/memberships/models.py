"""A membership: a person in an organisation, with the roles they have there."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class Membership(Row):
    """Ended memberships stay as a record, with ``left_at``; a person has at most one current one per organisation."""

    class Role(models.TextChoices):
        """What a member may do beyond being one."""

        COORDINATOR = "coordinator", _("Coordinator")
        ADMINISTRATOR = "administrator", _("Administrator")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="memberships")
    roles = ArrayField(models.CharField(max_length=20, choices=Role), default=list, blank=True)
    team = models.CharField(max_length=120, blank=True)
    manager = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="manages"
    )
    """The person's manager in this organisation: never paired with them."""
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation"],
                condition=models.Q(left_at=None),
                name="one_current_membership",
            ),
            models.CheckConstraint(
                condition=~models.Q(manager=models.F("person")), name="nobody_manages_themself"
            ),
        ]

    @property
    def is_coordinator(self) -> bool:
        """Whether they coordinate programmes here."""
        return self.Role.COORDINATOR in self.roles

    @property
    def is_administrator(self) -> bool:
        """Whether they administer the organisation."""
        return self.Role.ADMINISTRATOR in self.roles
