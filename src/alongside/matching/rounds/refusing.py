"""What the engine refuses, as a sentence that a coordinator can act on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.kit.errors import Refused
from alongside.matching.problem import InputError

SENTENCES: Mapping[str, Callable[[], str]] = {
    "weight": lambda: _("A weight is outside its bounds. Move it back between the two ends of its slider."),
    "weights": lambda: _("The weights must add up to 100."),
    "inside": lambda: _(
        "Nobody could be matched with that share of pairs inside one organisation. Allow more."
    ),
    "seniority": lambda: _("The least distance in seniority cannot be larger than the largest."),
    "stable": lambda: _(
        "A stable round cannot keep to one mentee of a team, or to a share inside one organisation. "
        "Switch these rules off or decide it by total fit."
    ),
}


def refused(error: InputError) -> Refused:
    """Return the refusal; a pair that cannot be is named, whatever keeps them apart is not."""
    if error.code == "contradiction":
        return Refused(_contradiction(error))
    sentence = SENTENCES.get(error.code)
    return Refused(sentence() if sentence else _("This cannot be matched as it is: %(why)s") % {"why": error})


def _contradiction(error: InputError) -> str:
    names = dict(Person.objects.filter(pk__in=_numbers(error)).values_list("pk", "name"))
    one, other = (names.get(number, _("Somebody who has left")) for number in _numbers(error))
    if "reports to" in str(error.values["why"]):
        text = _("%(one)s and %(other)s are locked as a pair, but one reports to the other. Unlock them.")
    elif "takes every" in str(error.values["why"]) or "take every" in str(error.values["why"]):
        text = _("%(one)s and %(other)s are locked as a pair, but other locks take every place. Unlock one.")
    else:
        text = _("%(one)s and %(other)s are locked as a pair, but a rule keeps them apart. Unlock them.")
    return text % {"one": one, "other": other}


def _numbers(error: InputError) -> list[int]:
    return [int(str(error.values[side])) for side in ("mentee", "mentor")]
