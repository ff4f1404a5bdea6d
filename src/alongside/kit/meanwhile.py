"""Forms that change what stands there: what was saved elsewhere meanwhile is shown, and nothing typed is lost."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

SEEN = "seen"
Stands = Mapping[str, Any]  # Any: whatever the fields hold


class Meanwhile(forms.Form):
    """A form of a row. ``there`` is what stands in it now, by the names of the fields; nothing for a new row.

    The form carries a mark of what it was made from. If something else stands there when it comes back, the
    person typed in two places: they see both, and what they save next is kept.
    """

    moved_on: StrOrPromise = _(
        "You saved this elsewhere in between. Put together what you need of both, then save."
    )
    """What is said then."""

    def __init__(self, *args: Any, there: Stands | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"initial": {**(kwargs.get("initial") or {}), **(there or {})}})
        self.there = dict(there or {})
        self.crossed: list[tuple[Any, str]] = []
        """The label and the text of every field in which something else stands than was typed."""
        if there:
            self.fields[SEEN] = forms.CharField(
                required=False, widget=forms.HiddenInput, initial=mark_of(self.there)
            )

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]  # Django's, and not in the stubs
        self.cleaned_data.pop(SEEN, None)  # what follows sees only what was typed

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # Django's, and not in the stubs
        mark, seen = mark_of(self.there), self.data.get(self.add_prefix(SEEN), "")
        if SEEN not in self.fields or not seen or seen == mark or not self._differs():
            return
        self.crossed = [(self[name].label, self._shown(name)) for name in self.there if self._is_other(name)]
        self.add_error(
            NON_FIELD_ERRORS,
            self.moved_on,
        )
        typed: Any = self.data  # a QueryDict, or a dict in tests
        self.data = typed.copy()
        self.data[self.add_prefix(SEEN)] = mark  # type: ignore[index]  # a copy can be written

    def _differs(self) -> bool:
        """What was sent twice by accident is no other text."""
        asked = [name for name in self.there if name in self.fields]
        return not asked or any(self._is_other(name) for name in asked)

    def _is_other(self, name: str) -> bool:
        return name in self.fields and self.fields[name].has_changed(self.there[name], self[name].data)

    def _shown(self, name: str) -> str:
        value, choices = self.there[name], getattr(self.fields[name], "choices", ())
        labels = {str(key): label for key, label in choices}
        several = value if isinstance(value, list | tuple) else [value]
        told = [labels.get(str(one), one) for one in several if one not in (None, "")]
        return ", ".join(str(one) for one in told) or "–"


def mark_of(there: Stands) -> str:
    """A short mark of what stands there, which is another one when it changes."""
    told = json.dumps(there, sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()[:20]
