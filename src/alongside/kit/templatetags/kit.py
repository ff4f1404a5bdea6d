"""Components and small words for templates, available everywhere without loading."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from functools import lru_cache
from typing import Any
from zlib import crc32

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.kit import rules
from alongside.kit.charts.drawing import Chart
from alongside.kit.codes import new_token

register = template.Library()
HUES = 6


@register.simple_block_tag
def panel(content: str, *, title: str = "", tone: str = "", icon: str = "", level: int = 2) -> str:
    """A titled part of a page: ``{% panel title=_("Goals") tone="calm" %}…{% endpanel %}``."""
    context = {"content": content, "title": title, "tone": tone, "icon": icon, "level": level}
    return render_to_string("ui/panel.html", context)


@register.simple_block_tag
def notice(content: str, *, tone: str = "info", title: str = "") -> str:
    """A message that stays: tone is info, good, warn or problem."""
    return render_to_string("ui/notice.html", {"content": content, "tone": tone, "title": title})


@register.simple_block_tag
def empty(content: str, *, title: str = "", icon: str = "sprout") -> str:
    """An empty state: what would be here, and one clear action inside."""
    return render_to_string("ui/empty.html", {"content": content, "title": title, "icon": icon})


@register.simple_tag
def once() -> SafeString:
    """The hidden mark by which a form that is sent twice acts once."""
    return format_html('<input type="hidden" name="once" value="{}">', new_token())


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """One icon of the sprite; silent for screen readers unless it has a label."""
    return _drawn(name, str(label), settings.STATIC_URL)


@lru_cache(maxsize=512)
def _drawn(name: str, label: str, _base: str) -> SafeString:
    """A list shows the same few icons a hundred times."""
    spoken = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    address = static("kit/icons/sprite.svg")
    return format_html('<svg class="icon" {}><use href="{}#{}"></use></svg>', spoken, address, name)


@register.simple_tag
def chart(drawn: Chart | None) -> str:
    """A chart of ``kit/charts`` with its numbers as a table; nothing when there is none."""
    return render_to_string("ui/chart.html", {"chart": drawn}) if drawn else ""


@register.simple_tag
def avatar(person: Any, size: str = "") -> SafeString:  # Any: whatever has a name and a code
    """A round with the initials, in a colour that belongs to the person."""
    hue = crc32(str(person.code).encode()) % HUES
    return format_html(
        '<span class="avatar hue-{} {}" aria-hidden="true">{}</span>', hue, size, person.initials
    )


@register.simple_tag(takes_context=True)
def when(
    context: template.Context, moment: dt.datetime | dt.date | None, other: str = "", style: str = ""
) -> str:
    """A date, or a time with its zone: on the reader's clock and, if given, on another zone's too."""
    if moment is None:
        return ""
    if not isinstance(moment, dt.datetime):
        return format_html('<time datetime="{}">{}</time>', moment.isoformat(), date_format(moment, "j F Y"))
    return _timed(moment, _zone_of(context), other, style, get_language())


@lru_cache(maxsize=4096)
def _timed(
    moment: dt.datetime, zone: zoneinfo.ZoneInfo, other: str, style: str, _language: str
) -> SafeString:
    """A list that is read every day shows the same moments every day."""
    text = _spoken(moment, zone, style)
    if other and other != zone.key:
        text = _("%(here)s, %(there)s") % {
            "here": text,
            "there": _spoken(moment, zoneinfo.ZoneInfo(other), "time"),
        }
    return format_html('<time datetime="{}">{}</time>', moment.astimezone(dt.UTC).isoformat(), text)


def _zone_of(context: template.Context) -> zoneinfo.ZoneInfo:
    person = getattr(context.get("request"), "person", None)
    return zoneinfo.ZoneInfo(person.timezone if person else settings.TIME_ZONE)


def _spoken(moment: dt.datetime, zone: zoneinfo.ZoneInfo, style: str) -> str:
    there = moment.astimezone(zone)
    shapes = {"day": "j F Y", "time": "H:i"}
    words = date_format(there, shapes.get(style, "D j F Y, H:i"))
    city = zone.key.rsplit("/", 1)[-1].replace("_", " ")
    return words if style == "day" else _("%(words)s (%(city)s)") % {"words": words, "city": city}


@register.simple_tag(takes_context=True)
def allowed(context: template.Context, verb: str, thing: Any) -> bool:  # Any: a row of any model
    """Whether the reader may do ``verb`` to ``thing``: templates ask rules, never roles."""
    return rules.find(type(thing), verb)(context["request"].person, thing)


@register.simple_tag(takes_context=True)
def places(context: template.Context) -> list[dict[str, Any]]:
    """The places that exist, each with its address and whether the reader is there."""
    path = context["request"].path
    found = []
    for key, label, name, icon_name in settings.PLACES:
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        here = path == address or (address != "/" and path.startswith(_area(address)))
        found.append({"key": key, "label": label, "url": address, "icon": icon_name, "here": here})
    return found


def _area(address: str) -> str:
    """The first part of an address: all pages below it belong to the same place."""
    return "/" + address.split("/")[1] + "/"


@register.filter
def percent_of(value: float, whole: float) -> int:
    """How many hundredths ``value`` is of ``whole``."""
    return round(100 * value / whole) if whole else 0
