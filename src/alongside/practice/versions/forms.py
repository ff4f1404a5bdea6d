"""The shape of a version's name."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Line
from alongside.kit.meanwhile import Meanwhile


class Name(Meanwhile):
    """A name by which a version is found again."""

    title = Line(
        label=_("Name of this version"), longest=80, enter=_("Enter a name, such as “Before the review”")
    )
