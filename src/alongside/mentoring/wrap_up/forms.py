"""The one page of the wrap-up: a form for each piece of advice, and one for what is new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.fields import Line, Text
from alongside.mentoring.advice.models import Advice

from .actions import Follow, Task

DECISIONS = [choice for choice in Advice.Decision.choices if choice[0]]
WHICH = _("Choose whether to do it, adapt it, or not do it")


class _WithTask(forms.Form):
    """A form that ends with who does what by when; all of it may be left empty."""

    task = Line(label=_("What somebody will do"), longest=300)
    owner = forms.ChoiceField(
        label=_("Who"),
        required=False,
        error_messages={"invalid_choice": _("Choose one of the people who meet")},
    )
    due_on = forms.DateField(
        label=_("By when"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Enter a date, such as 24 November 2026")},
    )

    def __init__(self, *args: Any, people: Sequence[Person], by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.people = {person.code: person for person in people}
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ChoiceField)
        owner.choices = [(person.code, person.name) for person in people]
        owner.initial = by.code

    def clean(self) -> dict[str, Any]:
        """A date alone says nothing."""
        said = super().clean() or {}
        if said.get("due_on") and not said.get("task") and "task" not in self.errors:
            self.add_error("task", _("Enter what is to be done by that day"))
        return said

    def said_task(self) -> Task | None:
        """Who does what by when; who writes it does it where nobody is named."""
        said = self.cleaned_data
        owner = self.people.get(said["owner"], self.by)
        return Task(said["task"], owner, said["due_on"]) if said["task"] else None


class About(_WithTask):
    """What comes of one piece of advice."""

    decision = forms.ChoiceField(
        label=_("What will you do with it?"),
        choices=DECISIONS,
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": WHICH},
    )
    why = Text(label=_("Why"), longest=600, rows=2)
    field_order = ("decision", "why", "task", "owner", "due_on")

    def __init__(self, *args: Any, advice: Advice, decides: bool, **kwargs: Any) -> None:
        initial = {"decision": advice.decision, "why": advice.why}
        super().__init__(*args, initial=initial, prefix=advice.code, **kwargs)
        self.advice = advice
        if not decides:
            del self.fields["decision"], self.fields["why"]

    def clean(self) -> dict[str, Any]:
        """A decision has its reason, and a reason its decision."""
        said = super().clean()
        if said.get("decision") and not said.get("why") and "why" not in self.errors:
            self.add_error("why", _("Enter your reason in a few words"))
        if said.get("why") and not said.get("decision") and "decision" not in self.errors:
            self.add_error("decision", WHICH)
        return said

    def said(self) -> Follow:
        """What was said, the decision only if it is another than before."""
        decision = self.cleaned_data.get("decision", "")
        if not {"decision", "why"} & set(self.changed_data):
            decision = ""
        return Follow(self.advice, decision, self.cleaned_data.get("why", ""), self.said_task())


class More(_WithTask):
    """What is new: advice that nobody wrote down yet, an action, and what the mentor learned."""

    advice = Text(label=_("Advice that is not written down yet"), longest=1000, rows=2)
    learned = Text(
        label=_("What did you learn today?"), longest=600, rows=2,
        help_text=_("A tool, a practice, how users of another market think. Your mentee sees it."),
    )  # fmt: skip
    field_order = ("advice", "task", "owner", "due_on", "learned")

    def __init__(self, *args: Any, learns: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not learns:
            del self.fields["learned"]


class Sheet:
    """All forms of the page as one."""

    def __init__(
        self, data: Any, rows: Sequence[Advice], *, by: Person, people: Sequence[Person], decides: bool
    ) -> None:  # Any: what was posted, or nothing
        them: dict[str, Any] = {"people": people, "by": by}
        self.is_bound = data is not None
        self.abouts = [About(data, advice=advice, decides=decides, **them) for advice in rows]
        self.more = More(data, learns=not decides, **them)

    @property
    def wrong(self) -> list[forms.Form]:
        """The forms with something to mend."""
        return [form for form in (*self.abouts, self.more) if form.errors]

    def is_valid(self) -> bool:
        """Whether everything was typed as it should be."""
        return self.is_bound and not self.wrong

    def said(self) -> dict[str, Any]:
        """What was said, as the action takes it."""
        more = self.more.cleaned_data
        return {
            "follows": [form.said() for form in self.abouts],
            "advice": more["advice"],
            "task": self.more.said_task(),
            "learned": more.get("learned", ""),
        }
