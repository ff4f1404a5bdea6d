"""A playbook that somebody wrote, for themself or for everybody in an organisation."""

from __future__ import annotations

from django.db import models

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class PlaybookQuerySet(models.QuerySet["Playbook"]):
    """Which playbooks a person sees."""

    def visible_to(self, person: Person) -> PlaybookQuerySet:
        """One's own, and those that are shared where one belongs."""
        shared = models.Q(organisation__in=Organisation.objects.of(person))
        return self.filter(models.Q(author=person) | shared)

    def for_list(self) -> PlaybookQuerySet:
        """Everything that the list shows, by title."""
        return self.select_related("author", "organisation").order_by("title", "pk")


class Playbook(Row):
    """Written to be shared: it is about the work, and about nobody."""

    author = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="playbooks")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="playbooks"
    )
    """Where everybody may use it; nowhere as long as it is the author's alone."""
    skill = models.CharField(max_length=8, blank=True)
    title = models.CharField(max_length=120)
    when = models.TextField(max_length=600)
    exercise = models.TextField(max_length=1500)
    tool = models.CharField(max_length=40, blank=True)
    first_question = models.CharField(max_length=300)
    second_question = models.CharField(max_length=300)

    objects = PlaybookQuerySet.as_manager()

    @property
    def questions(self) -> tuple[str, str]:
        """The two questions for the next meeting."""
        return self.first_question, self.second_question
