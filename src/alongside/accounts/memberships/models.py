"""A membership: a person in an organisation, with the roles they have there."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Who sees which memberships."""

    def current(self) -> MembershipQuerySet:
        """Memberships that nobody has ended."""
        return self.filter(left_at=None)

    def visible_to(self, person: Person) -> MembershipQuerySet:
        """The members of an organisation see each other, as long as they are members."""
        return self.current().filter(
            models.Q(person=person)
            | models.Q(organisation__in=Organisation.objects.of(person), person__is_active=True)
        )

    def for_list(self) -> MembershipQuerySet:
        """Everything that a list of members shows, in one query, by name."""
        return self.select_related("person", "manager", "organisation").order_by("person__name", "pk")


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

    objects = MembershipQuerySet.as_manager()

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

    def leaves_it_headless(self) -> bool:
        """Whether other members would be left without an active administrator if this membership ended.

        Holds the organisation's row until the end of the transaction, so that of two administrators who
        leave at once, the second sees that the first has gone.
        """
        organisation = Organisation.objects.select_for_update(no_key=True).get(pk=self.organisation_id)
        others = organisation.memberships.current().filter(person__is_active=True).exclude(pk=self.pk)
        if not self.is_administrator or not others.exists():
            return False
        return not others.filter(roles__contains=[self.Role.ADMINISTRATOR]).exists()
