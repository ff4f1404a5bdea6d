"""A mentor's certificate: figures on one day, signed by this instance."""

from __future__ import annotations

import json

from django.db import models
from django.utils.crypto import constant_time_compare, salted_hmac

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class CertificateQuerySet(models.QuerySet["Certificate"]):
    """Which certificates a person sees."""

    def visible_to(self, person: Person) -> CertificateQuerySet:
        """Only one's own; others see one by its link."""
        return self.filter(person=person)


class Certificate(Row):
    """Hours, people and results, as they were counted when it was issued; whoever has the link checks it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="certificates")
    name = models.CharField(max_length=200)
    figures = models.JSONField(default=dict)
    """Whole numbers by key, such as {"hours": 12, "people": 3}; never a name of anybody else."""
    signature = models.CharField(max_length=64)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = CertificateQuerySet.as_manager()

    def sign(self) -> str:
        """The signature of what it says, by this instance's key."""
        said = json.dumps([self.code, self.name, self.figures, self.created_at.isoformat()], sort_keys=True)
        return salted_hmac("impact.certificate", said, algorithm="sha256").hexdigest()

    @property
    def holds(self) -> bool:
        """Whether it is as it was issued, and not withdrawn."""
        return self.withdrawn_at is None and constant_time_compare(self.signature, self.sign())
