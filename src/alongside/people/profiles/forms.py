"""What is typed about oneself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Line, Several, Text
from alongside.kit.meanwhile import Meanwhile
from alongside.kit.widgets import Slider

from .languages import NAMES, code_of
from .models import Channel, Findable, Profile
from .values import MIDDLE, VALUES, long, short

LANGUAGE_ROWS = 5
MOST_TOPICS = 12
LONGEST_TOPIC = 60


class About(Meanwhile):
    """What others read first."""

    headline = Line(
        label=_("In one line"),
        longest=160,
        help_text=_("For example: product lead in payments, once an engineer"),
    )
    about = Text(
        label=_("About you"), longest=3000, rows=6,
        help_text=_("What you do, what you care about, how you came to product."),
    )  # fmt: skip
    topics = Text(
        label=_("Topics you like to talk about"), longest=800, rows=4,
        help_text=_("One on each line, 12 at most, such as pricing or first-time managing."),
    )  # fmt: skip
    channels = Several(
        label=_("How you like to talk"),
        choices=Channel.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, profile: Profile, **kwargs: Any) -> None:
        there = {
            "headline": profile.headline, "about": profile.about, "channels": profile.channels,
            "topics": "\n".join(profile.topics),
        }  # fmt: skip
        super().__init__(*args, there=there, **kwargs)

    def clean_topics(self) -> list[str]:
        """One topic a line, each once."""
        lines = [line.strip(" -•,;") for line in self.cleaned_data["topics"].splitlines()]
        topics = list(dict.fromkeys(line for line in lines if line))
        if len(topics) > MOST_TOPICS:
            raise forms.ValidationError(_("Keep the 12 topics that matter most"))
        if any(len(topic) > LONGEST_TOPIC for topic in topics):
            raise forms.ValidationError(_("Each topic must be 60 characters or less"))
        return topics


class Languages(Meanwhile):
    """The languages one can be mentored in, best first."""

    def __init__(self, *args: Any, profile: Profile, **kwargs: Any) -> None:
        known = [NAMES.get(code, "") for code in profile.languages] + [""] * LANGUAGE_ROWS
        there = {f"language_{place}": known[place] for place in range(LANGUAGE_ROWS)}
        super().__init__(*args, there=there, **kwargs)
        for place in range(LANGUAGE_ROWS):
            self.fields[f"language_{place}"] = Line(
                label=format_lazy(_("Language {number}"), number=place + 1), longest=40,
                widget=forms.TextInput(attrs={"list": "languages"}),
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Gather the codes as ``languages``, each once; an unknown name keeps its place and its error."""
        cleaned = super().clean() or {}
        codes = []
        for name, typed in list(cleaned.items()):  # add_error takes the name out
            code = code_of(typed) if typed else None
            if typed and code is None:
                self.add_error(name, _("Choose a language from the list, such as Portuguese"))
            codes += [code] if code else []
        return {"languages": list(dict.fromkeys(codes))}


class Finders(Meanwhile):
    """Who may find me."""

    findable_by = Several(
        label=_("Who may find you"), choices=Findable.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick as many as you like. With none ticked, nobody finds you."),
    )  # fmt: skip
    identity_light = forms.BooleanField(
        label=_("Keep my name back until a request is accepted"), required=False,
        help_text=_("People then see your experience first: “Senior, Banking and fintech”."),
    )  # fmt: skip

    def __init__(self, *args: Any, profile: Profile, **kwargs: Any) -> None:
        there = {"findable_by": profile.findable_by, "identity_light": profile.identity_light}
        super().__init__(*args, there=there, **kwargs)


class Values(Meanwhile):
    """The eight sliders; each may be left out."""

    said = forms.BooleanField(
        label=_("Use these in my fit"), required=False,
        help_text=_("Without this tick the sliders are not kept and count for nobody."),
    )  # fmt: skip

    def __init__(self, *args: Any, profile: Profile, **kwargs: Any) -> None:
        told = profile.values or [MIDDLE] * len(VALUES)
        there = {key: told[place] for place, (key, _left, _right) in enumerate(VALUES)}
        super().__init__(*args, there=there | {"said": True}, **kwargs)
        for key, left, right in VALUES:
            between = _("Choose a step between −2 and +2")
            self.fields[key] = forms.IntegerField(
                label=f"{short(left)} – {short(right)}", min_value=-2, max_value=2,
                widget=Slider(long(left), long(right)),
                error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), between),
            )  # fmt: skip

    def values(self) -> list[int] | None:
        """The eight places, or None when they are not to be kept."""
        if not self.cleaned_data["said"]:
            return None
        return [self.cleaned_data[key] for key, _left, _right in VALUES]
