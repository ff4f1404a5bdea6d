"""The shapes of what is typed about a worksheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Line, Text
from alongside.kit.meanwhile import Meanwhile


class Start(forms.Form):
    """A title, what to begin with, and who sees it."""

    title = Line(label=_("Title"), longest=120, enter=_("Enter a title, such as “Spring release”"))
    begin = forms.ChoiceField(
        label=_("Begin with"), widget=forms.RadioSelect, error_messages={"required": _("Choose how to begin")}
    )
    mentorship = forms.ChoiceField(label=_("Who sees it"), required=False)

    def __init__(
        self, *args: Any, begins: Sequence[tuple[str, Any]], pairs: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        begin, mentorship = self.fields["begin"], self.fields["mentorship"]
        assert isinstance(begin, forms.ChoiceField)
        assert isinstance(mentorship, forms.ChoiceField)
        begin.choices = list(begins)
        begin.initial = begins[0][0]
        shared = [(code, _("Me and %(names)s") % {"names": names}) for code, names in pairs]
        mentorship.choices = [("", _("Only me")), *shared]


class Rename(Meanwhile):
    """Another title."""

    title = Line(label=_("Title"), longest=120, enter=_("Enter a title"))


class Dismiss(forms.Form):
    """Why a warning is dismissed."""

    why = Text(label=_("Why it does not hold here"), longest=400, rows=2, enter=_("Enter your reason"))


class Share(forms.Form):
    """With whom."""

    mentorship = forms.ChoiceField(
        label=_("Share it with"), error_messages={"required": _("Choose with whom to share it")}
    )

    def __init__(self, *args: Any, pairs: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["mentorship"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(pairs)
