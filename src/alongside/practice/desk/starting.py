"""What a worksheet may begin with."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from alongside.accounts.persons.models import Person
from alongside.practice.tools.tool import Sheet, Tool
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of


def begins_of(tool: Tool, person: Person) -> list[tuple[str, StrOrPromise]]:
    """What a person may begin with: the last one only if there is one."""
    begins: list[tuple[str, StrOrPromise]] = [
        ("blank", _("An empty sheet")),
        ("example", _("The worked example, to try it out")),
        ("table", _("A table that I paste or upload")),
    ]
    if _last(tool, person):
        begins.append(("last", _("My last one")))
    return begins


def sheet_for(tool: Tool, person: Person, begin: str) -> Sheet:
    """The sheet that one begins with; the prompts of a tool that has some are in every blank one."""
    if begin == "example":
        return tool.example
    last = _last(tool, person) if begin == "last" else None
    if last is not None:
        return content_of(last).sheet
    return tool.blank


def _last(tool: Tool, person: Person) -> Worksheet | None:
    return Worksheet.objects.filter(owner=person, tool=tool.key).order_by("-changed_at").first()
