"""Reasons, gaps and gates in plain English, for the command line; the product words its own."""

from __future__ import annotations

from collections.abc import Mapping

from .criteria import Gap, Reason
from .gates import Closed, Gate

SENTENCES: Mapping[str, str] = {
    "half_for_unknown": "{of} of the {who} not known: counts half",
    "unknown": "{of} of the {who} not known",
    "skill_ahead": "{skill}: level {level}, where you stand at {assumed}",
    "skill_not_stated": "{skill}: states no level",
    "skill_not_ahead": "{skill}: level {level}, not ahead of your {assumed}",
    "skill_one_ahead": "{skill}: only one level ahead",
    "skill_far_ahead": "{skill}: so far ahead that it may be hard to follow",
    "values_near": "work values {distance} apart on {count} of 8 sliders",
    "values_apart": "work values {distance} apart on {count} of 8 sliders",
    "tag_met": "{kind} {value}{since}",
    "tag_missing": "no {kind} {value}",
    "text_alike": "{shared} of {of} marks of what both wrote agree (half do by chance)",
    "text_unlike": "{shared} of {of} marks of what both wrote agree (half do by chance)",
    "nothing_wanted": "no track record was asked for",
    "asynchronous": "both can work asynchronously",
    "shared_hours": "{hours:g} shared free hours a week",
    "few_hours": "only {hours:g} shared free hours a week",
    "no_overlap": "no shared free hour",
    "cadence": "meets every {offered} days; {wanted} wanted",
    "other_cadence": "meets every {offered} days; {wanted} wanted",
    "channels": "channels: {channels}",
    "channels_missing": "does not use: {channels}",
    "nothing_wished": "the {who} stated no wishes",
    "wish_met": "wish of the {who}: {wish}",
    "wish_not_met": "wish of the {who} not met: {wish}",
    "ranked": "the {who} ranked the other in place {place}",
    "ranked_lower": "the {who} ranked the other in place {place}",
    "not_ranked": "not among those whom the {who} ranked",
    "trained": "has done the mentor training",
    "not_trained": "has not done the mentor training",
    "replies": "answers {band}",
    "replies_less": "answers {band}",
    "brief_complete": "the brief is complete",
    "brief_incomplete": "the brief is not complete",
}
"""Every kind of reason and gap there is, so that a test can tell when one has no words."""

GATES: Mapping[Gate, str] = {
    Gate.NOT_OPEN: "one of the two does not take part",
    Gate.FULL: "no place left",
    Gate.NO_LANGUAGE: "no language in common",
    Gate.NO_HOURS: "no shared free hour",
    Gate.REPORTING_LINE: "one reports to the other",
    Gate.BLOCKED: "the two are kept apart",
    Gate.NOT_AHEAD: "not ahead in any goal skill, and none of the wanted track record",
    Gate.NO_FORMAT: "no format in common",
    Gate.OUT_OF_REACH: "not where the mentee looks (inside or outside)",
    Gate.SAME_PERSON: "the same person",
    Gate.NEVER: "a rule says never",
    Gate.OTHER_ORGANISATION: "not in one organisation",
    Gate.SENIORITY: "too near or too far apart in seniority",
    Gate.BELOW_FLOOR: "below the least fit of this round",
}


def words(said: Reason | Gap | Closed) -> str:
    """One sentence fragment, without its points."""
    if isinstance(said, Closed):
        return GATES[said.gate]
    facts = {name: _flat(value) for name, value in said.values.items()}
    facts["count"] = len(tuple(said.values.get("sliders", ())))  # type: ignore[arg-type]  # sliders is a tuple
    facts["since"] = f" ({said.values['year']})" if said.values.get("year") else ""
    return SENTENCES[said.kind].format(**facts)


def _flat(value: object) -> object:
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    return value.replace("_", " ") if isinstance(value, str) else value
